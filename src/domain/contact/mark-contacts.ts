import { AppError } from '../../errors.ts'
import type { AuditAction } from '../audit/actions.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from './actor.ts'
import { contactLine } from './contact-audit.ts'
import type { ContactMarks } from './store.ts'
import type { Contact } from './types.ts'

/** Which contacts of an organisation; ids in any letter case. */
export type Chosen = { organisationNumber: string; ids: readonly string[]; once: string }

const found = async ({ store }: Pick<Deps, 'store'>, { organisationNumber, ids }: Chosen): Promise<Contact[]> => {
  const all = new Map((await store.contactsOf(organisationNumber)).map((contact) => [contact.id, contact]))
  const wanted = [...new Set(ids.map((id) => id.trim().toUpperCase()))]
  const contacts = wanted.map((id) => all.get(id))
  if (contacts.includes(undefined)) throw new AppError('not-found', 'no such contact of this organisation')
  return contacts.filter((contact) => contact !== undefined)
}

/**
 * Marks contacts of one organisation in one write, each with an audit line, and gives them as they are then. One that
 * is removed meanwhile is left out. Throws `not-found` for an id that is not the organisation's.
 */
export const markContacts = async (
  deps: Pick<Deps, 'store'>,
  actor: Actor,
  action: AuditAction,
  chosen: Chosen,
  marks: ContactMarks,
): Promise<Contact[]> => {
  const { organisationNumber, once } = chosen
  const contacts = await found(deps, chosen)
  const { value: marked } = await deps.store.write<string[]>(
    { once, audit: (ids) => ids.map((id) => contactLine(action, actor, { id, organisationNumber })) },
    async (tx) => {
      const ids: string[] = []
      for (const { id } of contacts) if (await tx.markContact(id, null, marks)) ids.push(id)
      return ids
    },
  )
  return (await deps.store.contactsOf(organisationNumber)).filter(({ id }) => marked.includes(id))
}
