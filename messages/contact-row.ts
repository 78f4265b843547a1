import { z } from 'zod'
import { channelFailure } from '../src/domain/belonging/lose-channel.ts'
import { channelFault } from '../src/domain/belonging/set-channel.ts'
import type { OrganisationDetails } from '../src/domain/belonging/store.ts'
import type { Organisation } from '../src/domain/belonging/types.ts'
import { isSameAddress } from '../src/domain/contact/read-email.ts'
import { type ReadingAs, readingAs, type Who } from '../src/domain/contact/readers.ts'
import type { Contact, ContactTopic } from '../src/domain/contact/types.ts'
import type { Delivery } from '../src/domain/delivery/delivery.ts'
import type { Composed } from '../src/domain/delivery/message.ts'
import type { Text } from '../src/text/index.ts'
import { textFor } from '../src/text/index.ts'
import { type Told, toldInSlack } from '../views/contact/told.ts'
import type { ToldClient, ToldTo } from '../views/contact/told-shared.ts'
import { toldByMail } from '../views/mail/told.ts'
import type { MessageDeps } from './message.ts'

/** Why nobody wants a row to a contact any more. */
type Unwanted = { suppress: 'contact-gone' | 'organisation-gone' | 'address-changed' | 'not-wanted' }

export type Addressee = { contact: Contact; organisation: Organisation }

/** Who reads a row (`readers.ts`), as its data has it. */
export const whoReads = z.union([
  z.object({ contactId: z.string() }),
  z.object({ organisationNumber: z.string(), as: z.enum(readingAs) }),
]) satisfies z.ZodType<Who>

/** A contact; or (null) everybody in the organisation's channel. */
export type Reading = { contact: Contact | null; organisation: Organisation }

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

/** Who reads a row now: as `addressee`, or the channel if it still is the organisation's. */
export const reading = async (
  deps: MessageDeps,
  delivery: Delivery,
  who: Who,
  topic: ContactTopic | null,
): Promise<Reading | Unwanted> => {
  if ('contactId' in who) return addressee(deps, delivery, who.contactId, topic)
  const organisation = await deps.store.organisationDetails(who.organisationNumber)
  if (organisation === null) return { suppress: 'organisation-gone' }
  return organisation.channel === delivery.address ? { contact: null, organisation } : { suppress: 'address-changed' }
}

/** Another contact that a row is about; null when it is gone, or no colleague of the reader's. */
export const colleague = async (
  { store }: MessageDeps,
  { organisation }: Reading,
  aboutId: string,
): Promise<Contact | null> => {
  const about = await store.contactById(aboutId)
  return about?.organisationNumber === organisation.number ? about : null
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

export const toldTo = (deps: MessageDeps, { contact, organisation }: Reading): ToldTo => ({
  organisation,
  serviceDesk: deps.serviceDeskMail,
  reader: contact === null ? 'channel' : 'contact',
  manageUrl: contact === null ? null : managePage(deps, contact),
})

/** A row's words for the channel; not where somebody from outside is in it by now, or nobody can write there. */
const toChannel = async ({ channelFacts }: MessageDeps, { address }: Delivery, told: Told): Promise<Composed> => {
  const fault = channelFault(await channelFacts(address))
  return fault === null ? { slack: toldInSlack(told) } : { suppress: channelFailure(fault) }
}

/** What no contact reads: in the organisation's channel, or to one of its admins or the service desk. */
export const toPlace = async (
  deps: MessageDeps,
  delivery: Delivery,
  { organisation, as }: { organisation: OrganisationDetails; as: ReadingAs },
  told: Told,
): Promise<Composed> => {
  if (as !== 'channel') return { slack: toldInSlack(told) }
  return organisation.channel === delivery.address ? toChannel(deps, delivery, told) : { suppress: 'address-changed' }
}

/** A row's words in the shape of its channel. `topic` as for `addressee`: a mail about one can be stopped. */
export const toReader = async (
  deps: MessageDeps,
  delivery: Delivery,
  { contact, organisation }: Reading,
  topic: ContactTopic | null,
  tell: (t: Text) => Told,
): Promise<Composed> => {
  const t = textFor(delivery.language)
  if (contact === null) return toChannel(deps, delivery, tell(t))
  if (delivery.channel === 'slack') return { slack: toldInSlack(tell(t)) }
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
