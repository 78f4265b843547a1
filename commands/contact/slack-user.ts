import { isSamePerson } from '../../src/domain/belonging/types.ts'
import type { Contact } from '../../src/domain/contact/types.ts'
import { isAppError } from '../../src/errors.ts'
import type { Ask, Services } from '../../src/slack/route.ts'

/**
 * Finds whose address it is in Slack and keeps that with the contact, so that nobody has to be looked up when there is
 * something to tell. Best effort, after the answer: where Slack doesn't answer, mail alone reaches the contact.
 */
export const rememberUser = async (
  { log }: Pick<Ask, 'log'>,
  { slack, store }: Pick<Services, 'slack' | 'store'>,
  contact: Contact,
): Promise<void> => {
  try {
    const user = await slack.userByEmail(contact.email)
    if (user === null ? contact.user === null : contact.user !== null && isSamePerson(user, contact.user)) return
    await store.write({}, async (tx) => {
      // another version by now: whoever saved that one looks for themselves
      await tx.markContact(contact.id, contact.version, { user })
      return null
    })
  } catch (error) {
    log[isAppError(error) ? 'warn' : 'error']({ err: error, contact: contact.id }, 'no Slack user looked up')
  }
}
