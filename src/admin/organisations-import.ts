import { readFile } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse/sync'
import {
  organisationColumns,
  type RowFault,
  type RowReason,
  readOrganisationRows,
} from '../domain/belonging/organisation-rows.ts'
import type { Deps } from '../domain/deps.ts'
import { openStore } from '../store/open.ts'
import { type AdminCommand, UsageError } from './command.ts'

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

type Told = { line: number; what: string }
type Parsed = { rows: { line: number; values: Record<string, string> }[]; faults: Told[] }

/** Splits the file into fields. The header is line 1; a line with too many or too few fields is a fault. */
const split = (csv: string): Parsed => {
  try {
    const records = parse(csv, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as {
      info: { lines: number }
      record: string[]
    }[]
    const [header, ...lines] = records
    const columns = (header?.record ?? []).map((name) => name.toLowerCase())
    const faults = lines
      .filter((one) => one.record.length !== columns.length)
      .map((one) => ({
        line: one.info.lines,
        what: `line ${one.info.lines}: ${one.record.length} fields where the header has ${columns.length}`,
      }))
    const rows = lines
      .filter((one) => one.record.length === columns.length)
      .map((one) => ({
        line: one.info.lines,
        values: Object.fromEntries(columns.map((name, at) => [name, one.record[at] ?? ''])),
      }))
    return { rows, faults }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number(error.lines ?? 1)
    return { rows: [], faults: [{ line, what: `line ${line}: the quotes do not match` }] }
  }
}

const inWords = (fault: RowFault): Told => ({
  line: fault.line,
  what: `line ${fault.line}, ${fault.field}: ${reasons[fault.reason]}${fault.value === undefined ? '' : ` (it says ${JSON.stringify(fault.value)})`}`,
})

/** What an import came to: nothing is imported unless every line is well. */
export type ImportOutcome = { ok: true; added: number; changed: number; same: number } | { ok: false; faults: string[] }

/**
 * Imports organisations and their e-mail domains (design section 4). The same file twice changes nothing the second
 * time; organisations that the file does not name stay as they are.
 */
export const importOrganisations = async (deps: Pick<Deps, 'store'>, csv: string): Promise<ImportOutcome> => {
  const { rows, faults } = split(csv)
  const read = readOrganisationRows(rows)
  const all = [...faults, ...(faults.length > 0 && rows.length === 0 ? [] : read.faults.map(inWords))]
  if (all.length > 0)
    return { ok: false, faults: all.sort((one, other) => one.line - other.line).map(({ what }) => what) }
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

/** A file's text. @throws {UsageError} when it can't be read, or isn't UTF-8: letters would be lost without a word */
const textOf = async (file: string): Promise<string> => {
  const bytes = await readFile(file).catch(() => {
    throw new UsageError(`${file} can't be read`)
  })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UsageError(`${file} is not UTF-8; save it again as "CSV UTF-8"`)
  }
}

export const organisationsImport: AdminCommand = {
  name: 'organisations import',
  usage: 'organisations import FILE.csv',
  about: `adds and changes organisations and their e-mail domains; columns ${organisationColumns.join(',')}`,
  async run({ args, say, config }) {
    const [file, ...more] = args
    if (file === undefined || more.length > 0) throw new UsageError('name one file: organisations import FILE.csv')
    const csv = await textOf(file)
    const store = await openStore(config().databaseUrl)
    try {
      const outcome = await importOrganisations({ store }, csv)
      if (outcome.ok) {
        say(`Imported: ${outcome.added} added, ${outcome.changed} changed, ${outcome.same} as they were.`)
        return 0
      }
      for (const fault of outcome.faults) say(fault)
      say(`Nothing was imported: mend what stands above and run it again.`)
      return 1
    } finally {
      await store.close()
    }
  },
}
