import type { NewContact } from '../../src/domain/contact/store.ts'
import type { Contact, ContactContent } from '../../src/domain/contact/types.ts'
import type { Store } from '../../src/domain/deps.ts'
import { effect, org } from './samples.ts'

export const aContact = (over: Partial<NewContact> = {}): NewContact => ({
  organisationNumber: org,
  name: 'Kari Nordmann',
  email: 'kari@etat.no',
  phone: '+4722334455',
  kind: 'technical',
  language: 'nb',
  scope: 'organisation',
  clients: [],
  user: null,
  hears: ['major', 'maintenance'],
  registeredBy: 'person:T01:U99',
  toldAt: null,
  ...over,
})

/** Adds those given, in order. */
export const add = (store: Store, ...contacts: Partial<NewContact>[]): Promise<Contact[]> =>
  effect(store, (tx) => tx.addContacts(contacts.map(aContact)))

/** Adds one. */
export const addOne = async (store: Store, contact: Partial<NewContact> = {}): Promise<Contact> => {
  const [added] = await add(store, contact)
  if (!added) throw new Error('nobody was added')
  return added
}

/** What is typed of a contact, some of it otherwise. */
export const contentOf = (contact: Contact, over: Partial<ContactContent & Pick<Contact, 'user'>> = {}) => {
  const { name, email, phone, kind, language, scope, clients, user } = contact
  return { name, email, phone, kind, language, scope, clients, user, ...over }
}

/** Sends `save` of the version that was read. */
export const save = (store: Store, contact: Contact, over: Parameters<typeof contentOf>[1] = {}) =>
  effect(store, (tx) => tx.saveContact(contact.id, contact.version, contentOf(contact, over)))

export const idsOf = (contacts: Contact[]): string[] => contacts.map(({ id }) => id)
