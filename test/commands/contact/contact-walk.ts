import type { View } from '../../../sandbox/protocol.ts'
import type { SimpleValues } from '../../../sandbox/slack/values.ts'
import { type House, organisations } from '../../helpers/house.ts'
import { type Actor, untilModal } from '../../helpers/walk.ts'

export const kystverdi = organisations.kystverdi.organisation_number

/** What a contact's form needs at least. */
export const typed = (more: SimpleValues = {}): SimpleValues => ({
  name: 'Per Havn',
  email: 'per.havn@kystverdi.example',
  kind: 'technical',
  ...more,
})

export const openAdd = async (house: House, actor: Actor): Promise<View> => {
  await actor.command('/contacts add')
  return await untilModal(house, actor, 'contact-edit')
}

/** Fills and sends a new contact's form; resolves with what it was answered. */
export const sendNew = async (house: House, actor: Actor, more: SimpleValues = {}) => {
  await openAdd(house, actor)
  return await actor.submit(typed(more))
}

/** The organisation's contacts as they are stored. */
export const contactsAt = (house: House, organisationNumber = kystverdi) =>
  house.world.store.contactsOf(organisationNumber)

/** The one contact that there is. @throws when there are none, or several */
export const onlyContact = async (house: House) => {
  const [first, second] = await contactsAt(house)
  if (first === undefined || second !== undefined) throw new Error(second ? 'several contacts' : 'no contact')
  return first
}
