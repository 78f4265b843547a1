import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { createVault } from '../adapters/vault.ts'
import { type ContactRowFault, contactColumns, readContactRows } from '../domain/contact/contacts-csv.ts'
import { importContacts } from '../domain/contact/import-contacts.ts'
import type { Deps } from '../domain/deps.ts'
import { openStore } from '../store/open.ts'
import { type AdminCommand, UsageError } from './command.ts'
import { contactFaultWords } from './contact-fault-words.ts'
import { fieldFault, inFileOrder, nothingImported, splitCsv, type ToldFault, textOfFile } from './csv-file.ts'

const inWords = (fault: ContactRowFault): ToldFault => fieldFault(fault, contactFaultWords(fault))

/** What an import came to: nothing is imported unless every line is well. `leftBefore`: lines, the file's. */
export type ContactsImported =
  | { ok: true; added: number; changed: number; same: number; leftBefore: number[] }
  | { ok: false; faults: string[] }

/**
 * Imports notification contacts from a file (design section 4). The same file twice changes nothing the second time;
 * contacts that it does not name stay as they are. Throws what the store throws.
 */
export const importContactsFile = async (
  deps: Pick<Deps, 'store' | 'vault' | 'now' | 'newId'>,
  csv: string,
  how: { verify: boolean },
): Promise<ContactsImported> => {
  const { rows, faults } = splitCsv(csv)
  if (faults.length > 0) {
    // a line that can't be split keeps the others from being imported, and not from being checked
    const read = rows.length === 0 ? [] : (await readContactRows(deps, rows)).faults
    return { ok: false, faults: inFileOrder([...faults, ...read.map(inWords)]) }
  }
  const outcome = await importContacts(deps, rows, how)
  return outcome.ok ? outcome : { ok: false, faults: inFileOrder(outcome.faults.map(inWords)) }
}

export const contactsImport: AdminCommand = {
  name: 'contacts import',
  usage: 'contacts import FILE.csv [--verify]',
  about: `adds and changes notification contacts; columns ${contactColumns.join(',')}; client_id is a client's id, test, prod, or empty for the whole organisation; several lines of one address are one contact; with --verify those who are new get a mail with a link`,
  async run({ args, say, config }) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { verify: { type: 'boolean', default: false } },
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new UsageError('name one file: contacts import FILE.csv')
    const { databaseUrl, secretKey, mail, http } = config()
    if (values.verify && (mail === null || http.publicUrl === null))
      throw new UsageError('--verify sends mail with links: set SMTP_URL, MAIL_FROM and PUBLIC_URL')
    const csv = await textOfFile(file)
    const store = await openStore(databaseUrl)
    try {
      const deps = { store, vault: createVault(secretKey), now: Date.now, newId: randomUUID }
      const outcome = await importContactsFile(deps, csv, { verify: values.verify })
      if (!outcome.ok) {
        for (const fault of outcome.faults) say(fault)
        say(nothingImported)
        return 1
      }
      const { added, changed, same, leftBefore } = outcome
      say(`Imported: ${added} added, ${changed} changed, ${same} as they were.`)
      for (const line of leftBefore)
        say(`line ${line}: this person had asked to be no contact of the organisation any more; ask them.`)
      return 0
    } finally {
      await store.close()
    }
  },
}
