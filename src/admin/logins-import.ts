import { importLogins } from '../domain/contact/count-logins.ts'
import { type LoginRowFault, type LoginRowReason, loginColumns, readLoginRows } from '../domain/contact/logins-csv.ts'
import type { Deps } from '../domain/deps.ts'
import { openStore } from '../store/open.ts'
import { type AdminCommand, UsageError } from './command.ts'
import { fieldFault, inFileOrder, nothingImported, splitCsv, type ToldFault, textOfFile } from './csv-file.ts'

const reasons: Record<LoginRowReason, string> = {
  'no-rows': 'the file has no rows below its header',
  'column-missing': `the header lacks this column; it must be ${loginColumns.join(',')}`,
  'number-invalid': 'not an organisation number: nine digits whose last one is a check digit',
  'organisation-unknown': 'this organisation is not imported yet: organisations import FILE.csv',
  'environment-unknown': 'write test or prod',
  'month-invalid': 'write a month, such as 2026-10',
  'month-ahead': 'this month has not begun',
  'logins-invalid': 'write how many logins there were, in digits',
  duplicate: 'an earlier line has this month of the organisation and environment already',
}

const inWords = (fault: LoginRowFault): ToldFault => fieldFault(fault, reasons[fault.reason])

/** What an import came to: nothing is imported unless every line is well. `told`: whose contacts are told, and of what. */
export type LoginsImported =
  | { ok: true; added: number; changed: number; same: number; told: { organisationNumber: string; percent: number }[] }
  | { ok: false; faults: string[] }

/**
 * Imports logins by month (design section 4): what is there of a month is replaced. Contacts are told when logins in
 * production, summed over their organisation, pass 80 % or 100 % of the threshold. Throws what the store throws.
 */
export const importLoginsFile = async (deps: Pick<Deps, 'store' | 'now'>, csv: string): Promise<LoginsImported> => {
  const { rows, faults } = splitCsv(csv)
  if (faults.length > 0) {
    // a line that can't be split keeps the others from being imported, and not from being checked
    const read = rows.length === 0 ? [] : readLoginRows(rows, { isKnown: () => true, now: deps.now() }).faults
    return { ok: false, faults: inFileOrder([...faults, ...read.map(inWords)]) }
  }
  const outcome = await importLogins(deps, rows)
  return outcome.ok ? outcome : { ok: false, faults: inFileOrder(outcome.faults.map(inWords)) }
}

export const loginsImport: AdminCommand = {
  name: 'logins import',
  usage: 'logins import FILE.csv',
  about: `takes in logins by month, each replacing what is there of it; only prod counts against the threshold; columns ${loginColumns.join(',')}`,
  async run({ args, say, config }) {
    const [file, ...more] = args
    if (file === undefined || more.length > 0) throw new UsageError('name one file: logins import FILE.csv')
    const csv = await textOfFile(file)
    const store = await openStore(config().databaseUrl)
    try {
      const outcome = await importLoginsFile({ store, now: Date.now }, csv)
      if (!outcome.ok) {
        for (const fault of outcome.faults) say(fault)
        say(nothingImported)
        return 1
      }
      say(`Imported: ${outcome.added} added, ${outcome.changed} changed, ${outcome.same} as they were.`)
      for (const { organisationNumber, percent } of outcome.told)
        say(`${organisationNumber} has passed ${percent} % of the threshold: its contacts are told.`)
      return 0
    } finally {
      await store.close()
    }
  },
}
