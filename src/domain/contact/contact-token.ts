import type { Vault } from '../login/types.ts'
import { foldedAddress } from './read-email.ts'
import type { Contact, ContactLink } from './types.ts'

type Signing = Pick<Vault, 'sign' | 'signed'>

/**
 * What stands in the links of our mails to contacts. That a token is ours shows without the row it stands for, so that
 * whoever was removed since hears that the link is too old, and a guess is told from it.
 */
export type ContactToken = { of: 'link'; id: string } | { of: 'contact'; id: string; address: string }

const linkParts = (id: string): string[] => ['contact link', id]
const manageParts = (id: string, address: string): string[] => ['contact page', id, address]

/** Names an address without saying it: a link goes dead when the contact gets another one. */
const addressMark = (vault: Signing, email: string): string =>
  vault.sign('contact address', foldedAddress(email)).slice(0, 22)

/** The token of a link by which an address is confirmed. */
export const contactLinkToken = (vault: Signing, link: Pick<ContactLink, 'id'>): string =>
  `${link.id}.${vault.sign(...linkParts(link.id))}`

/** The token by which whoever reads a contact's mail manages it, for as long as the address is the contact's. */
export const manageToken = (vault: Signing, contact: Pick<Contact, 'id' | 'email'>): string => {
  const address = addressMark(vault, contact.email)
  return `${contact.id}.${address}.${vault.sign(...manageParts(contact.id, address))}`
}

/** Null for what is not ours. */
export const readContactToken = (vault: Signing, text: string): ContactToken | null => {
  const [, id, address, signature] =
    /^([A-Za-z0-9-]{4,64})(?:\.([A-Za-z0-9_-]{22}))?\.([A-Za-z0-9_-]{20,64})$/.exec(text) ?? []
  if (id === undefined || signature === undefined) return null
  if (address === undefined) return vault.signed(signature, ...linkParts(id)) ? { of: 'link', id } : null
  return vault.signed(signature, ...manageParts(id, address)) ? { of: 'contact', id, address } : null
}

/** Whether a token was made for the address that the contact has now. */
export const isForAddress = (
  vault: Signing,
  { address }: Extract<ContactToken, { of: 'contact' }>,
  email: string,
): boolean => address === addressMark(vault, email)
