import type { Organisation, SlackUser } from '../belonging/types.ts'
import type { NewDelivery } from '../delivery/delivery.ts'
import type { Deps } from '../deps.ts'
import { contactsEmpty, type NoticeToPerson, reachable } from './notices.ts'
import type { Contact } from './types.ts'

/** Who else of an organisation can be told of something about one of its contacts. */
export type Others = {
  contacts: Contact[]
  /** asked in their stead where no contact can be reached */
  admins: SlackUser[]
  organisation: Organisation | null
}

/** Who is left beside `about`. Read before the write that tells them. */
export const othersOf = async (
  { store }: Pick<Deps, 'store'>,
  about: Pick<Contact, 'id' | 'organisationNumber'>,
): Promise<Others> => {
  const all = await store.contactsOf(about.organisationNumber)
  const contacts = reachable(all.filter(({ id }) => id !== about.id))
  if (contacts.length > 0) return { contacts, admins: [], organisation: null }
  return {
    contacts,
    admins: await store.adminsOf(about.organisationNumber),
    organisation: await store.organisation(about.organisationNumber),
  }
}

/** One notice to each contact who can be reached; where there is none, the organisation's admins hear that. */
export const tellOthers = (
  { contacts, admins, organisation }: Others,
  about: Pick<Contact, 'name'>,
  notice: (to: NoticeToPerson) => NewDelivery,
): NewDelivery[] =>
  contacts.length > 0
    ? contacts.map(notice)
    : organisation === null
      ? []
      : admins.map((admin) => contactsEmpty(admin, organisation, about.name))
