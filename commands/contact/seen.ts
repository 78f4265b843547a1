import type { Chosen } from '../../src/domain/contact/mark-contacts.ts'
import type { Contact } from '../../src/domain/contact/types.ts'
import { type Ask, empty, type Reply, type Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import type { Notice } from '../../views/contact/rows.ts'
import { type AllSeenRef, digestOf, type SeenRef } from '../../views/contact/seen.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { refusedElsewhere } from '../client/acting.ts'
import { findContact } from './find.ts'

/** Nobody says of contacts that they did not see that they are right, or that they stand in the portal. */

/** In place of what was clicked, wherever that is; `then` what comes after it. */
export const inPlace = (
  ask: Ask<unknown>,
  content: () => Promise<Shown>,
  then: () => Promise<void> = async () => {},
): Reply => ({
  now: empty,
  async later() {
    await ask.show(await content())
    await then()
  },
})

/** The contact of a button, when it is as it was shown there; null: it was changed since. @throws {AppError} `not-found` */
export const seenOne = async (
  ask: Ask<unknown>,
  services: Services,
  { contact: id, seen }: SeenRef,
): Promise<Contact[] | null> => {
  const contact = await findContact(ask, services, id)
  return digestOf([contact]) === seen ? [contact] : null
}

/**
 * Answers a button about all contacts of the organisation that it was drawn for: `content` gets them when they are as
 * they were shown, else null. Acts the person for another one by now, nothing is done.
 */
export const seenAll = (
  ask: Ask<AllSeenRef>,
  { store }: Pick<Services, 'store'>,
  content: (contacts: readonly Contact[] | null) => Promise<Shown>,
): Reply =>
  inPlace(ask, async () => {
    const elsewhere = refusedElsewhere(ask, ask.input)
    if (elsewhere !== null) return elsewhere
    const contacts = await store.contactsOf(organisationOf(ask.viewer).number)
    return await content(digestOf(contacts) === ask.input.seen ? contacts : null)
  })

/**
 * Marks contacts as they were seen, and says of how many; a warning where one is another by now.
 *
 * @param contacts null: what was shown is not so any more, and nothing is marked
 */
export const marked = async (
  ask: Ask<unknown>,
  contacts: readonly Contact[] | null,
  { mark, words }: { mark: (chosen: Chosen) => Promise<Contact[]>; words: (of: { count: number }) => string },
): Promise<Notice> => {
  const warning = ask.t.contact.browse.notices.meanwhile
  if (contacts === null) return { warning }
  if (contacts.length === 0) return words({ count: 0 })
  const done = await mark({
    organisationNumber: organisationOf(ask.viewer).number,
    ids: contacts.map(({ id }) => id),
    seen: Object.fromEntries(contacts.map(({ id, version }) => [id, version])),
    once: ask.once,
  })
  return done.length < contacts.length ? { warning } : words({ count: done.length })
}
