import { showPhone } from './show-phone.ts'
import type { Contact, ContactContent } from './types.ts'

/** How a contact stands against Digdir's own list, which lives in the portal alone (digdir.md 6.6). */
export type PortalState = 'there' | 'changed' | 'missing'

export type PortalRow = { id: string; name: string; email: string; phone: string | null; state: PortalState }

export const portalState = ({ mirrored }: Pick<Contact, 'mirrored'>): PortalState => {
  if (mirrored === null) return 'missing'
  return mirrored.current ? 'there' : 'changed'
}

/** A contact as it is typed into the portal: one line, tabs between, so that it falls into fields and into cells. */
export const portalLine = ({ name, email, phone }: Pick<ContactContent, 'name' | 'email' | 'phone'>): string =>
  [name, email, ...(phone === null ? [] : [showPhone(phone)])].join('\t')

/** What is pasted into the portal, in the order of the contacts. */
export const portalText = (contacts: readonly Contact[]): string => contacts.map(portalLine).join('\n')

/** The same as rows for a view, those that the portal lacks first. */
export const portalRows = (contacts: readonly Contact[]): PortalRow[] => {
  const rows = contacts.map((contact) => ({
    id: contact.id,
    name: contact.name,
    email: contact.email,
    phone: contact.phone === null ? null : showPhone(contact.phone),
    state: portalState(contact),
  }))
  return [...rows.filter(({ state }) => state !== 'there'), ...rows.filter(({ state }) => state === 'there')]
}
