import { AppError, isAppError } from '../../errors.ts'
import type { AuditEntry } from '../audit/types.ts'
import type { Deps, Writes } from '../deps.ts'
import { auditActor } from './actor.ts'
import { leftBefore } from './add-contact.ts'
import { type ContactRow, type ContactRowFault, readContactRows } from './contacts-csv.ts'
import type { CsvRow } from './csv-rows.ts'
import { hasProdClients, leavesUnheard } from './last-contact.ts'
import { registered } from './notices.ts'
import { foldedAddress, isSameAddress } from './read-email.ts'
import { inOrder } from './read-scope.ts'
import { type Contact, type ContactContent, contactTopics } from './types.ts'
import { newContactLink } from './verify-contact.ts'

/** `leftBefore`: first lines of those whom it added and who had asked to be no contact of the organisation any more. */
export type ContactImport =
  | { ok: true; added: number; changed: number; same: number; leftBefore: number[] }
  | { ok: false; faults: ContactRowFault[] }

type ImportDeps = Pick<Deps, 'store' | 'vault' | 'now' | 'newId'>
type Found = { row: ContactRow; before: Contact }

const program = { program: 'admin' } as const

const isSame = (content: ContactContent, before: Contact): boolean => {
  const flat = ({ name, email, phone, kind, language, scope, clients }: ContactContent) =>
    JSON.stringify([name, email, phone, kind, language, scope, inOrder(clients)])
  return flat(content) === flat(before)
}

/** What a file leaves empty of somebody who is known stays as it is: they may have said it themselves. */
const filledFrom = ({ content, empty }: ContactRow, { phone, language }: Contact): ContactContent => ({
  ...content,
  ...(empty.includes('phone') && { phone }),
  ...(empty.includes('language') && { language }),
})

/** Lines by which production would be heard of by nobody any more; inside the write, when all else is done. */
const leavingProd = async (
  tx: Writes,
  changed: readonly Found[],
  producing: ReadonlySet<string>,
): Promise<number[]> => {
  const lines: number[] = []
  for (const number of producing) {
    const all = await tx.lockContactsOf(number)
    for (const { row, before } of changed)
      if (row.organisationNumber === number && leavesUnheard(before, all)) lines.push(...row.lines.slice(0, 1))
  }
  return lines
}

const sorted = async ({ store }: ImportDeps, rows: readonly ContactRow[]) => {
  const known = new Map<string, Contact>()
  for (const number of new Set(rows.map(({ organisationNumber }) => organisationNumber)))
    for (const contact of await store.contactsOf(number))
      known.set(`${number} ${foldedAddress(contact.email)}`, contact)
  const added: ContactRow[] = []
  const changed: Found[] = []
  for (const row of rows) {
    const before = known.get(`${row.organisationNumber} ${foldedAddress(row.content.email)}`)
    if (!before) added.push(row)
    else {
      const content = filledFrom(row, before)
      if (!isSame(content, before)) changed.push({ row: { ...row, content }, before })
    }
  }
  return { added, changed, same: rows.length - added.length - changed.length }
}

const lineOf = (organisationNumber: string, after: { added: string[]; changed: string[] }): AuditEntry => ({
  action: 'contacts.import',
  outcome: 'done',
  actor: auditActor(program),
  organisationNumber,
  environment: null,
  subject: `organisation:${organisationNumber}`,
  changeId: null,
  correlationId: null,
  values: { after },
})

/**
 * Imports contacts, in one write: every line is well, or nothing is imported and each bad one is named. The same file
 * twice changes nothing the second time; contacts that it does not name stay as they are, and of a known one what it
 * leaves empty. Who is the last to hear of production stays so. With `verify` those that are
 * new get their first mail and link. Throws `changed-meanwhile` or `contact-exists` when somebody edits at the same time.
 */
export const importContacts = async (
  deps: ImportDeps,
  rows: readonly CsvRow[],
  { verify }: { verify: boolean },
): Promise<ContactImport> => {
  const read = await readContactRows(deps, rows)
  if (read.faults.length > 0) return { ok: false, faults: read.faults }
  const { added, changed, same } = await sorted(deps, read.contacts)
  const gone: number[] = []
  for (const { organisationNumber, content, lines } of added)
    if ((await leftBefore(deps, organisationNumber, content.email)) !== null) gone.push(lines[0] ?? 0)
  const told = added.map((row) => ({ row, link: newContactLink(deps) }))
  const idsOf = (ids: string[], number: string) => ids.filter((_, at) => added[at]?.organisationNumber === number)
  const numbers = [...new Set([...added, ...changed.map(({ row }) => row)].map((row) => row.organisationNumber))]
  const producing = new Set<string>()
  for (const number of new Set(changed.map(({ row }) => row.organisationNumber)))
    if (await hasProdClients(deps, number)) producing.add(number)
  let leaving: number[] = []
  const write = deps.store.write<string[]>(
    {
      audit: (ids) =>
        numbers.map((number) =>
          lineOf(number, {
            added: idsOf(ids, number),
            changed: changed.filter(({ row }) => row.organisationNumber === number).map(({ before }) => before.id),
          }),
        ),
      deliveries: (ids) =>
        verify
          ? told.map(({ row: { organisationNumber, content }, link }, at) =>
              registered({ ...content, id: ids[at] ?? '', organisationNumber }, link),
            )
          : [],
    },
    async (tx) => {
      // in one order, before anything else is taken: two who wait for each other would never end
      for (const number of [...numbers].sort()) await tx.lockContactsOf(number)
      const contacts = await tx.addContacts(
        added.map(({ organisationNumber, content }) => ({
          ...content,
          organisationNumber,
          user: null,
          registeredBy: program.program,
          hears: [...contactTopics],
          toldAt: verify ? deps.now() : null,
        })),
      )
      if (verify) {
        for (const [at, { id, email }] of contacts.entries()) {
          const link = told[at]?.link
          if (link) await tx.addContactLink({ ...link, contactId: id, email })
        }
      }
      for (const { row, before } of changed) {
        const saved = await tx.saveContact(before.id, before.version, {
          ...row.content,
          user: isSameAddress(row.content.email, before.email) ? before.user : null,
        })
        if (!saved) throw new AppError('changed-meanwhile', 'somebody changed a contact of the file')
      }
      leaving = await leavingProd(tx, changed, producing)
      if (leaving.length > 0) throw new AppError('last-contact', 'the file takes the last contact for production')
      return contacts.map(({ id }) => id)
    },
  )
  try {
    await write
  } catch (error) {
    if (!isAppError(error, 'last-contact')) throw error
    return { ok: false, faults: leaving.map((line) => ({ line, field: 'client_id', reason: 'last-contact' })) }
  }
  return { ok: true, added: added.length, changed: changed.length, same, leftBefore: gone }
}
