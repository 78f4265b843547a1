import { AppError } from '../../errors.ts'
import type { AuditAction } from '../audit/actions.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from './actor.ts'
import { contactLine } from './contact-audit.ts'
import type { ContactMarks } from './store.ts'
import type { Contact } from './types.ts'

/**
 * Which contacts of an organisation; ids in any letter case. `seen`: the version of each that was shown to whoever says
 * something of it; one that is another by now is left out. An id that it does not name is taken as it is.
 */
export type Chosen = {
  organisationNumber: string
  ids: readonly string[]
  once: string
  seen?: Readonly<Record<string, number>>
}

const idOf = (typed: string): string => typed.trim().toUpperCase()

const chosenOf = (all: readonly Contact[], { ids }: Chosen): Contact[] => {
  const wanted = new Set(ids.map(idOf))
  return all.filter(({ id }) => wanted.has(id))
}

/** Whether a contact is as it was shown. */
const isAsSeen = ({ id, version }: Contact, { seen = {} }: Chosen): boolean => (seen[id] ?? version) === version

/**
 * Marks contacts of one organisation in one write, each with an audit line, and gives them as they are then. One that
 * is removed meanwhile, or another than was seen, is left out. Throws `not-found` for an id that is not the
 * organisation's.
 *
 * @param marksOf by what the contact is when nobody else can change it any more
 */
export const markContacts = async (
  deps: Pick<Deps, 'store'>,
  actor: Actor,
  action: AuditAction,
  chosen: Chosen,
  marksOf: (contact: Contact) => ContactMarks,
): Promise<Contact[]> => {
  const { organisationNumber, once } = chosen
  const there = chosenOf(await deps.store.contactsOf(organisationNumber), chosen)
  if (there.length < new Set(chosen.ids.map(idOf)).size)
    throw new AppError('not-found', 'no such contact of this organisation')
  const { value: marked } = await deps.store.write<string[]>(
    { once, audit: (ids) => ids.map((id) => contactLine(action, actor, { id, organisationNumber })) },
    async (tx) => {
      const ids: string[] = []
      // first of all, for several at once: two who take them in different orders would wait for each other
      for (const contact of chosenOf(await tx.lockContactsOf(organisationNumber), chosen))
        if (isAsSeen(contact, chosen) && (await tx.markContact(contact.id, contact.version, marksOf(contact))))
          ids.push(contact.id)
      return ids
    },
  )
  return (await deps.store.contactsOf(organisationNumber)).filter(({ id }) => marked.includes(id))
}
