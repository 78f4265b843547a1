import { deskAddresses } from '../belonging/desk.ts'
import type { NewDelivery } from '../delivery/delivery.ts'
import type { Deps } from '../deps.ts'
import { contactsEmpty } from './notices.ts'
import { type Reader, reachable, toAdmin, toChannel, toContact, toDesk } from './readers.ts'
import type { Contact } from './types.ts'

/** Who is told of something about a contact of an organisation. */
export type Others = {
  /** the other contacts who can be reached, each */
  contacts: Reader[]
  /** where there are none: the admins, and where there are none of these, the service desk */
  instead: Reader[]
  /** the organisation's channel, whoever else is told: nobody knows who reads it */
  channel: Reader[]
}

/** Who is left beside `about`. Read before the write that tells them. */
export const othersOf = async (
  deps: Pick<Deps, 'store' | 'desk'>,
  about: Pick<Contact, 'id' | 'organisationNumber'>,
): Promise<Others> => {
  const { store, desk } = deps
  const [all, organisation] = await Promise.all([
    store.contactsOf(about.organisationNumber),
    store.organisationDetails(about.organisationNumber),
  ])
  const contacts = reachable(all.filter(({ id }) => id !== about.id)).map(toContact)
  const channel = organisation === null ? [] : toChannel(organisation)
  if (contacts.length > 0 || organisation === null) return { contacts, instead: [], channel }
  const admins = await store.adminsOf(organisation.number)
  if (admins.length > 0) return { contacts, instead: admins.map((one) => toAdmin(one, organisation)), channel }
  const addresses = await deskAddresses(deps)
  return { contacts, instead: addresses.map((one) => toDesk(one, organisation, desk.language)), channel }
}

/**
 * One notice to each contact who can be reached, and one in the organisation's channel; where no contact can be
 * reached, both the channel and whoever is told in their stead hear that.
 */
export const tellOthers = (
  { contacts, instead, channel }: Others,
  about: Pick<Contact, 'name'>,
  notice: (to: Reader) => NewDelivery,
): NewDelivery[] =>
  contacts.length > 0
    ? [...contacts, ...channel].map(notice)
    : [...instead, ...channel].map((to) => contactsEmpty(to, about.name))
