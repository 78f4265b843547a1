import { addContact, leftBefore } from '../../src/domain/contact/add-contact.ts'
import { editContact } from '../../src/domain/contact/edit-contact.ts'
import { portalLine } from '../../src/domain/contact/portal-lines.ts'
import { type ContactRead, readContact } from '../../src/domain/contact/read-contact.ts'
import { isSameAddress } from '../../src/domain/contact/read-email.ts'
import type { Contact, ContactContent } from '../../src/domain/contact/types.ts'
import { may } from '../../src/domain/may.ts'
import { AppError, isAppError } from '../../src/errors.ts'
import { type Ask, type Reply, route, type Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import { type ContactEditPlace, type ContactValues, contactEdit } from '../../views/contact/edit.ts'
import { contactSaved, type Verification } from '../../views/contact/saved.ts'
import { refusedElsewhere } from '../client/acting.ts'
import { onTopOf } from '../client/doors.ts'
import { nothing, viewValues } from '../inputs.ts'
import { chosenClients, refsOf } from './clients-here.ts'
import { formOf } from './edit.ts'
import { findContact } from './find.ts'
import { refreshBeneath } from './refresh-beneath.ts'
import { rememberUser } from './slack-user.ts'

/** A contact's form, sent: checked, saved once, and what is left to do. What comes back keeps all that was typed. */

/** A submission on its way. `contact`: as it stands now; null: a new one. */
type Sent = { place: ContactEditPlace; values: ContactValues; contact: Contact | null; content: ContactContent }
type Read = Extract<ContactRead, { ok: true }>

const errors = (of: Record<string, string>): Reply => ({ now: { kind: 'errors', errors: of } })

/** The form once more, with a note on top. */
const again = async (ask: Ask<unknown>, services: Services, more: Parameters<typeof formOf>[2]): Promise<Reply> => ({
  now: { kind: 'update', view: await formOf(ask, services, more) },
})

/** Another contact of the organisation has the address. */
const taken = async (ask: Ask<unknown>, { store }: Services, { content }: Sent): Promise<Reply | null> => {
  const other = await store.contactAt(organisationOf(ask.viewer).number, content.email)
  return other === null ? null : errors(contactEdit.duplicate(ask.t, other.id))
}

/** Whether the address is another than the contact had. */
const isNew = ({ contact, content }: Pick<Sent, 'contact' | 'content'>): boolean =>
  contact === null || !isSameAddress(contact.email, content.email)

/** What has to be asked before a new address is written down; null: nothing. */
const doubts = async (ask: Ask<unknown>, services: Services, sent: Sent): Promise<Reply | null> => {
  if (!isNew(sent)) return null
  const duplicate = await taken(ask, services, sent)
  if (duplicate !== null) return duplicate
  const { place, values, content } = sent
  if (place.sure === contactEdit.addressDigest(content.email)) return null
  const leftAt = await leftBefore(services, organisationOf(ask.viewer).number, content.email)
  if (leftAt === null) return null
  return await again(ask, services, {
    place: { ...place, sure: contactEdit.addressDigest(content.email) },
    values,
    leftAt,
  })
}

const write = async (ask: Ask<unknown>, services: Services, { place, contact, content }: Sent): Promise<Contact> => {
  const { once } = ask
  const { user } = ask.viewer
  if (contact === null || place.contact === null) {
    const organisationNumber = organisationOf(ask.viewer).number
    const verify = services.mailOn
    return (await addContact(services, user, { organisationNumber, content, user: null, once, verify })).contact
  }
  const { version } = place.contact
  const known = isNew({ contact, content }) ? null : contact.user
  // `unheard` says that an admin was told; whether this is one is asked again
  const mayLast = place.unheard && may(ask.viewer.belonging, 'contact.remove-last').ok
  const edited = { contact: { ...contact, version }, content, user: known, once, mayLast, verify: services.mailOn }
  return await editContact(services, user, edited)
}

/** What can be mended in the form, where it goes back with all that was typed. @throws {AppError} all else */
const mended = async (ask: Ask<unknown>, services: Services, sent: Sent, error: unknown): Promise<Reply> => {
  const { place, values, contact } = sent
  if (isAppError(error, 'contact-exists')) {
    const duplicate = await taken(ask, services, sent)
    if (duplicate !== null) return duplicate
  }
  if (isAppError(error, 'last-contact')) {
    if (!may(ask.viewer.belonging, 'contact.remove-last').ok) return errors(contactEdit.last(ask.t))
    return await again(ask, services, { place: { ...place, unheard: true }, values })
  }
  if (isAppError(error, 'changed-meanwhile') && contact !== null) {
    const meanwhile = await findContact(ask, services, contact.id)
    const now = { id: meanwhile.id, version: meanwhile.version }
    return await again(ask, services, { place: { ...place, contact: now }, values, meanwhile })
  }
  throw error
}

const verificationOf = ({ mailOn }: Services, sent: Sent): Verification =>
  isNew(sent) ? (mailOn ? 'sent' : 'off') : 'same'

const saved = (ask: Ask<unknown>, services: Services, sent: Sent, contact: Contact, { warnings }: Read): Reply => {
  const { place } = sent
  const content = contactSaved.render(ask.t, {
    contact,
    added: place.contact === null,
    warnings,
    verification: verificationOf(services, sent),
    portal: { text: portalLine(contact), url: services.places.contact },
    needed: place.needed,
    beneath: place.beneath,
  })
  return {
    now: { kind: 'update', view: content.view },
    later: async () => {
      await refreshBeneath(ask, services, place.beneath)
      await rememberUser(ask, services, contact)
    },
  }
}

const placeOf = (ask: Ask<unknown>): ContactEditPlace => {
  const place = contactEdit.metadata.read(ask.view?.metadata ?? '')
  if (place === null) throw new AppError('stale-view', 'the form is of another version')
  return place
}

/** What was typed, as the domain reads it, among the organisation's own clients and domains. */
const readValues = async (ask: Ask<unknown>, services: Services, values: ContactValues): Promise<ContactRead> => {
  const { number } = organisationOf(ask.viewer)
  const [clients, details] = await Promise.all([
    chosenClients(services, number, values.applies_to),
    services.store.organisationDetails(number),
  ])
  return readContact(contactEdit.typed(values), { clients: refsOf(clients), domains: details?.domains ?? [] })
}

const submitted = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const place = placeOf(ask)
  const refused = refusedElsewhere(ask, place)
  if (refused !== null) return onTopOf(ask, refused)
  const contact = place.contact === null ? null : await findContact(ask, services, place.contact.id)
  const values = contactEdit.read(ask.view?.values ?? {})
  const read = await readValues(ask, services, values)
  if (!read.ok) return errors(contactEdit.errors(ask.t, read.faults))
  const sent: Sent = { place, values, contact, content: read.content }
  // the same submission again finds its own contact, and is answered as the first one was
  const repeated = (await services.store.keptOutcome(ask.once)) !== undefined
  const doubt = repeated ? null : await doubts(ask, services, sent)
  if (doubt !== null) return doubt
  try {
    return saved(ask, services, sent, await write(ask, services, sent), read)
  } catch (error) {
    return await mended(ask, services, sent, error)
  }
}

export const routes = [
  route({
    kind: 'submit',
    id: contactEdit.id,
    may: 'contact.change',
    effect: 'change',
    input: viewValues,
    run: submitted,
  }),
  // the browser opens the link by itself; Slack tells of the click all the same (slack.md 1.4)
  route({
    kind: 'action',
    id: contactSaved.actions.portal,
    may: 'help',
    effect: 'known',
    input: nothing,
    run: async () => ({ now: { kind: 'empty' } }),
  }),
]
