import type { Organisation } from '../src/domain/belonging/types.ts'
import { isSameAddress } from '../src/domain/contact/read-email.ts'
import type { Contact, ContactTopic } from '../src/domain/contact/types.ts'
import type { Delivery } from '../src/domain/delivery/delivery.ts'
import type { Content } from '../src/domain/delivery/message.ts'
import type { Text } from '../src/text/index.ts'
import { textFor } from '../src/text/index.ts'
import { type Told, toldInSlack } from '../views/contact/told.ts'
import type { ToldClient, ToldTo } from '../views/contact/told-shared.ts'
import { toldByMail } from '../views/mail/told.ts'
import type { MessageDeps } from './message.ts'

/** Why nobody wants a row to a contact any more. */
type Unwanted = { suppress: 'contact-gone' | 'organisation-gone' | 'address-changed' | 'not-wanted' }

export type Addressee = { contact: Contact; organisation: Organisation }

/**
 * The contact that a row is for, if it still is.
 *
 * @param topic what the row is about; null: a contact can't choose not to hear it
 */
export const addressee = async (
  { store }: MessageDeps,
  { channel, address }: Delivery,
  contactId: string,
  topic: ContactTopic | null,
): Promise<Addressee | Unwanted> => {
  const contact = await store.contactById(contactId)
  if (contact === null) return { suppress: 'contact-gone' }
  const now = channel === 'mail' ? contact.email : (contact.user?.userId ?? '')
  if (!isSameAddress(address, now)) return { suppress: 'address-changed' }
  if (topic !== null && !contact.hears.includes(topic)) return { suppress: 'not-wanted' }
  const organisation = await store.organisation(contact.organisationNumber)
  return organisation === null ? { suppress: 'organisation-gone' } : { contact, organisation }
}

/** Another contact that a row is about; null when it is gone, or no colleague of the reader's. */
export const colleague = async (
  { store }: MessageDeps,
  { contact }: Addressee,
  aboutId: string,
): Promise<Contact | null> => {
  const about = await store.contactById(aboutId)
  return about?.organisationNumber === contact.organisationNumber ? about : null
}

/** The clients that a contact is told of, by their names of today. */
export const clientsOf = ({ store }: MessageDeps, contact: Contact): Promise<ToldClient[]> =>
  Promise.all(
    contact.clients.map(async ({ environment, clientId }) => {
      const found = await store.registration(contact.organisationNumber, environment, clientId)
      return { environment, clientId, name: found?.client_name ?? null }
    }),
  )

/** The page where a contact manages what is registered; null: nobody can follow a link. */
export const managePage = ({ publicUrl, manageToken }: MessageDeps, contact: Contact): string | null =>
  publicUrl === null ? null : `${publicUrl}/contact/${manageToken(contact)}`

export const toldTo = (deps: MessageDeps, { contact, organisation }: Addressee): ToldTo => ({
  organisation,
  serviceDesk: deps.serviceDeskMail,
  manageUrl: managePage(deps, contact),
})

/** A row's words in the shape of its channel. `topic` as for `addressee`: a mail about one can be stopped. */
export const toContact = (
  deps: MessageDeps,
  { channel, language }: Delivery,
  { contact, organisation }: Addressee,
  topic: ContactTopic | null,
  tell: (t: Text) => Told,
): Content => {
  const t = textFor(language)
  if (channel === 'slack') return { slack: toldInSlack(tell(t)) }
  const page = topic === null ? null : managePage(deps, contact)
  return {
    mail: toldByMail(t, tell(t), {
      organisation: organisation.name,
      serviceDesk: deps.serviceDeskMail,
      toContact: true,
      ...(page !== null && { unsubscribe: `${page}/stop?topic=${topic}` }),
    }),
  }
}
