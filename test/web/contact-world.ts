import { contactLinkToken, manageToken } from '../../src/domain/contact/contact-token.ts'
import type { NewContact } from '../../src/domain/contact/store.ts'
import type { Contact } from '../../src/domain/contact/types.ts'
import type { WebDeps } from '../../src/web/deps.ts'
import { FAERDER } from '../helpers/client-world.ts'
import { pagesWorld } from './pages-world.ts'

const DAY = 24 * 3_600_000

export const ola: NewContact = {
  organisationNumber: FAERDER,
  name: 'Ola Olsen',
  email: 'ola.olsen@faerder.kommune.example',
  phone: '+4722334455',
  kind: 'technical',
  language: 'nb',
  scope: 'organisation',
  clients: [],
  user: null,
  registeredBy: 'person:T1:U2',
  hears: ['major', 'maintenance', 'reminders'],
  toldAt: null,
}
export const eva: NewContact = { ...ola, name: 'Eva Berg', email: 'eva.berg@faerder.kommune.example', phone: null }

/** The pages, with a contact of an organisation and both links that its mails hold. */
export const contactWorld = async (over: Partial<NewContact> = {}, deps: Partial<WebDeps> = {}) => {
  const world = await pagesWorld(deps)
  const { store, clock } = world
  const { vault } = world.deps
  const add = async (row: NewContact): Promise<Contact> => {
    const { value } = await store.write({}, async (tx) => {
      const [contact] = await tx.addContacts([row])
      return contact?.id ?? ''
    })
    const contact = await store.contactById(value)
    if (contact === null) throw new Error('no contact was made')
    return contact
  }
  const contact = await add({ ...ola, ...over })
  const link = { id: 'link-0001', contactId: contact.id, email: contact.email, expiresAt: clock.now() + 7 * DAY }
  await store.write({}, async (tx) => {
    await tx.addContactLink(link)
    return null
  })
  /** what was written to be sent, newest last: kind and address */
  const sent = async () =>
    (await store.deliveriesOf(FAERDER, 50)).map(({ kind, address }) => `${kind} ${address}`).reverse()
  const paths = {
    link: `/contact/${contactLinkToken(vault, link)}`,
    manage: `/contact/${manageToken(vault, contact)}`,
  }
  return { ...world, contact, add, sent, paths, now: () => store.contactById(contact.id) }
}

export const week = 7 * DAY
