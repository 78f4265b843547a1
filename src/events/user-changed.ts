import { z } from 'zod'
import { markGoneAccounts } from '../domain/contact/mark-gone-accounts.ts'
import { empty, route } from '../slack/route.ts'

/**
 * Slack's `user_change`: an address was changed, an account closed, a guest made a member. What was known of the
 * person is no longer believed; the next thing they ask makes the bot look again. A contact who is gone asks nothing,
 * and is looked at right away.
 */
export const routes = [
  route({
    kind: 'event',
    id: 'user_change',
    may: 'help',
    effect: 'known',
    input: z.unknown(),
    async run(ask, services) {
      const { store, slack } = services
      const { user } = ask.viewer
      await store.write({ once: ask.once }, async (tx) => {
        await tx.expirePerson(user)
        return null
      })
      const isContact = (await store.contactsOfUser(user)).length > 0
      if (!isContact) return { now: empty }
      return {
        now: empty,
        async later() {
          try {
            const person = await slack.person(user)
            await store.write({}, async (tx) => {
              await tx.savePerson(person)
              return null
            })
            await markGoneAccounts(services)
          } catch (error) {
            // nobody asked for anything, so nobody is to hear of it; the day's round looks again
            ask.log.warn({ err: error }, 'a contact’s account could not be looked at')
          }
        },
      }
    },
  }),
]
