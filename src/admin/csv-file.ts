import { readFile } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse/sync'
import { UsageError } from './command.ts'

/** A fault as it is said; `line` is the file's, its header is line 1. */
export type ToldFault = { line: number; what: string }

export type SplitCsv = { rows: { line: number; values: Record<string, string> }[]; faults: ToldFault[] }

/** A quoted field may run over lines; the parser counts to the last of them, and people look for the first. */
const breaksIn = (record: readonly string[]): number =>
  record.reduce((sum, field) => sum + (field.match(/\r\n|\n|\r/g)?.length ?? 0), 0)

/** Splits a file into fields. The header is line 1; a line with too many or too few fields is a fault. */
export const splitCsv = (csv: string): SplitCsv => {
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
    const [header, ...others] = records
    const columns = (header?.record ?? []).map((name) => name.toLowerCase())
    const lines = others.map(({ info, record }) => ({ line: info.lines - breaksIn(record), record }))
    const faults = lines
      .filter(({ record }) => record.length !== columns.length)
      .map(({ line, record }) => ({
        line,
        what: `line ${line}: ${record.length} fields where the header has ${columns.length}`,
      }))
    const rows = lines
      .filter(({ record }) => record.length === columns.length)
      .map(({ line, record }) => ({
        line,
        values: Object.fromEntries(columns.map((name, at) => [name, record[at] ?? ''])),
      }))
    return { rows, faults }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number(error.lines ?? 1)
    return { rows: [], faults: [{ line, what: `line ${line}: the quotes do not match` }] }
  }
}

/** A fault of one field, with what the file says there. */
export const fieldFault = (
  { line, field, value }: { line: number; field: string; value?: string },
  words: string,
): ToldFault => ({
  line,
  what: `line ${line}, ${field}: ${words}${value === undefined ? '' : ` (it says ${JSON.stringify(value)})`}`,
})

/** All faults in the order of the file. */
export const inFileOrder = (faults: readonly ToldFault[]): string[] =>
  faults.toSorted((one, other) => one.line - other.line).map(({ what }) => what)

/** What an import says when it did nothing. */
export const nothingImported = 'Nothing was imported: mend what stands above and run it again.'

/** A file's text. @throws {UsageError} when it can't be read, or isn't UTF-8: letters would be lost without a word */
export const textOfFile = async (file: string): Promise<string> => {
  const bytes = await readFile(file).catch(() => {
    throw new UsageError(`${file} can't be read`)
  })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UsageError(`${file} is not UTF-8; save it again as "CSV UTF-8"`)
  }
}
