import type { Contact, ContactContent } from '../../src/domain/contact/types.ts'
import { type House, organisations } from './house.ts'

/** What a contact of the cast holds, unless something else is told. */
const standard: ContactContent = {
  name: 'Vaktsentralen',
  email: 'vakt@kystverdi.example',
  phone: null,
  kind: 'mailbox',
  language: 'nb',
  scope: 'organisation',
  clients: [],
}

type Given = Partial<ContactContent & Pick<Contact, 'user' | 'toldAt'>> & { organisationNumber?: string }

/** Adds a contact as an import would: without a mail, and of Kystverdi unless another is told. */
export const addContactTo = async (house: Pick<House, 'world'>, given: Given = {}): Promise<Contact> => {
  const {
    organisationNumber = organisations.kystverdi.organisation_number,
    user = null,
    toldAt = null,
    ...more
  } = given
  const { store } = house.world
  const { value } = await store.write({}, async (tx) => {
    const row = { ...standard, ...more, organisationNumber, user, toldAt }
    const [added] = await tx.addContacts([{ ...row, registeredBy: 'program:admin', hears: ['major', 'maintenance'] }])
    return added?.id ?? null
  })
  const contact = value === null ? null : await store.contactById(value)
  if (contact === null) throw new Error('the contact is not there')
  return contact
}

/** Somebody who hears of an organisation's production, without whom nothing is made there; whoever is there already. */
export const hearProduction = async (
  house: Pick<House, 'world'>,
  organisationNumber = organisations.kystverdi.organisation_number,
): Promise<Contact> => {
  const [there] = await house.world.store.contactsFor({ organisationNumber, environment: 'prod', clientId: null })
  return there ?? (await addContactTo(house, { organisationNumber }))
}

/** An organisation's contacts are all gone. */
export const forgetContacts = async (
  { world }: Pick<House, 'world'>,
  organisationNumber: string = organisations.kystverdi.organisation_number,
): Promise<void> => {
  const all = await world.store.contactsOf(organisationNumber)
  await world.store.write({}, async (tx) => {
    for (const { id } of all) await tx.forgetContact(id, null)
    return null
  })
}
