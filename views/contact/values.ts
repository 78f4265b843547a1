import { z } from 'zod'
import { type Environment, environments } from '../../src/domain/client/types.ts'
import { cut } from '../../src/text/format.ts'
import { buttonValueOf } from '../kit/metadata.ts'

/** What the buttons of contacts carry. None of it proves anything: whose contact it is is asked at every click. */

export const contactId = z.string().min(1).max(40)

/** Which contact. */
export type ContactRef = { contact: string }
export const contactValue = buttonValueOf<ContactRef>(z.strictObject({ contact: contactId }))

/** Which page of the contacts, searched for what. */
export type ContactsRef = { text: string | null; page: number }
export const contactsValue = buttonValueOf<ContactsRef>(
  z.strictObject({ text: z.string().nullable(), page: z.number().int().min(0) }),
)

/** The longest search that is carried on; more words find nothing anyway. */
const longestSearch = 200

export const contactsRef = ({ text, page }: ContactsRef): string =>
  contactsValue.write({ text: text === null ? null : cut(text, longestSearch), page })

/** The first page of all. */
export const allContacts: ContactsRef = { text: null, page: 0 }

/** What a new contact is to apply to, where that is known from where the button stands; null: the organisation. */
export type AddRef = { for: { environment: Environment; client_id: string } | null }
export const addValue = buttonValueOf<AddRef>(
  z.strictObject({
    for: z.strictObject({ environment: z.enum(environments), client_id: z.string().min(1).max(100) }).nullable(),
  }),
)
export const addAnywhere = addValue.write({ for: null })

/** A page of a list that is not searched. */
export type PageRef = { page: number }
export const pageValue = buttonValueOf<PageRef>(z.strictObject({ page: z.number().int().min(0) }))
