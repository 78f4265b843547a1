import { organisationColumns, type RowReason, readOrganisationRows } from '../domain/belonging/organisation-rows.ts'
import type { Deps } from '../domain/deps.ts'
import { openStore } from '../store/open.ts'
import { type AdminCommand, UsageError } from './command.ts'
import { fieldFault, inFileOrder, nothingImported, splitCsv, textOfFile } from './csv-file.ts'

const reasons: Record<RowReason, string> = {
  'no-rows': 'the file has no rows below its header',
  'column-missing': `the header lacks this column; it must be ${organisationColumns.join(',')}`,
  'number-missing': 'write the organisation number, nine digits',
  'number-invalid': 'not an organisation number: nine digits whose last one is a check digit',
  'number-duplicate': 'this organisation stands on an earlier line too; put its domains on one line with ; between',
  'name-missing': 'write the name',
  'name-too-long': 'the name is longer than 180 characters',
  'name-control-character': 'the name has a line break or another control character',
  'domain-missing': 'write at least one e-mail domain, several with ; between',
  'domain-invalid': 'not a domain; write etat.no, or *.etat.no for what lies below it',
  'domain-public': 'anybody can get an address at this domain, so it can belong to no organisation',
  'domain-duplicate': 'this domain stands twice on the line',
  'language-unknown': 'write nb or en, or leave it empty for nb',
}

/** What an import came to: nothing is imported unless every line is well. */
export type ImportOutcome = { ok: true; added: number; changed: number; same: number } | { ok: false; faults: string[] }

/**
 * Imports organisations and their e-mail domains (design section 4). The same file twice changes nothing the second
 * time; organisations that the file does not name stay as they are.
 */
export const importOrganisations = async (deps: Pick<Deps, 'store'>, csv: string): Promise<ImportOutcome> => {
  const { rows, faults } = splitCsv(csv)
  const read = readOrganisationRows(rows)
  const told = read.faults.map((fault) => fieldFault(fault, reasons[fault.reason]))
  const all = [...faults, ...(faults.length > 0 && rows.length === 0 ? [] : told)]
  if (all.length > 0) return { ok: false, faults: inFileOrder(all) }
  const { value } = await deps.store.write<{ added: number; changed: number; same: number }>(
    {
      audit: (counts) => [
        {
          action: 'organisations.import',
          outcome: 'done',
          actor: { program: 'admin' },
          organisationNumber: null,
          environment: null,
          subject: null,
          changeId: null,
          correlationId: null,
          values: { after: counts },
        },
      ],
    },
    async (tx) => await tx.saveOrganisations(read.rows),
  )
  return { ok: true, ...value }
}

export const organisationsImport: AdminCommand = {
  name: 'organisations import',
  usage: 'organisations import FILE.csv',
  about: `adds and changes organisations and their e-mail domains; columns ${organisationColumns.join(',')}`,
  async run({ args, say, config }) {
    const [file, ...more] = args
    if (file === undefined || more.length > 0) throw new UsageError('name one file: organisations import FILE.csv')
    const csv = await textOfFile(file)
    const store = await openStore(config().databaseUrl)
    try {
      const outcome = await importOrganisations({ store }, csv)
      if (outcome.ok) {
        say(`Imported: ${outcome.added} added, ${outcome.changed} changed, ${outcome.same} as they were.`)
        return 0
      }
      for (const fault of outcome.faults) say(fault)
      say(nothingImported)
      return 1
    } finally {
      await store.close()
    }
  },
}
