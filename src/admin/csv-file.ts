import { readFile } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse/sync'
import { UsageError } from './command.ts'

/** A fault as it is said; `line` is the file's, its header is line 1. */
export type ToldFault = { line: number; what: string }

export type SplitCsv = { rows: { line: number; values: Record<string, string> }[]; faults: ToldFault[] }

/** What a line holds; null: its quotes do not match. */
type Split = { line: number; fields: string[] | null }

/** A field in quotes may hold line breaks; more of them than this, and its quote was never meant to open. */
const mostLines = 20

const split = (text: string) =>
  parse(text, { info: true, relax_column_count: true, skip_empty_lines: true, trim: true }) as unknown as {
    info: { lines: number }
    record: string[]
  }[]

/** The record that begins on a line with quotes, and how many lines it takes; null: they do not match. */
const splitQuoted = (lines: readonly string[], at: number, columns: number | null) => {
  for (let count = 1; count <= mostLines && at + count <= lines.length; count += 1) {
    try {
      const [found] = split(lines.slice(at, at + count).join('\n'))
      const fields = found?.record ?? []
      // where a later line closes the quote by chance, what comes of it is no record
      if (count === 1 || fields.length === columns) return { fields, count }
    } catch (error) {
      if (!(error instanceof CsvError)) throw error
      if (error.code !== 'CSV_QUOTE_NOT_CLOSED') return null
    }
  }
  return null
}

/** Line by line, so that a quote that does not match spoils its own line and hides none of the others. */
const records = (csv: string): Split[] => {
  const lines = csv.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u)
  const found: Split[] = []
  const columns = () => found[0]?.fields?.length ?? null
  for (let at = 0; at < lines.length; ) {
    let next = at
    while (next < lines.length && !lines[next]?.includes('"')) next += 1
    if (next > at) {
      const plain = split(lines.slice(at, next).join('\n'))
      for (const { info, record } of plain) found.push({ line: at + info.lines, fields: record })
      at = next
      continue
    }
    const quoted = splitQuoted(lines, at, columns())
    found.push({ line: at + 1, fields: quoted?.fields ?? null })
    at += quoted?.count ?? 1
  }
  return found
}

/**
 * Splits a file into fields. The header is line 1; a line with too many or too few fields is a fault, and so is one whose
 * quotes do not match. Under a header that can't be read nothing is looked at.
 */
export const splitCsv = (csv: string): SplitCsv => {
  const [header, ...others] = records(csv)
  const unmatched = (line: number): ToldFault => ({ line, what: `line ${line}: the quotes do not match` })
  if (header?.fields === null) return { rows: [], faults: [unmatched(header.line)] }
  const columns = (header?.fields ?? []).map((name) => name.toLowerCase())
  const rows: SplitCsv['rows'] = []
  const faults: ToldFault[] = []
  for (const { line, fields } of others) {
    if (fields === null) faults.push(unmatched(line))
    else if (fields.length !== columns.length)
      faults.push({ line, what: `line ${line}: ${fields.length} fields where the header has ${columns.length}` })
    else rows.push({ line, values: Object.fromEntries(columns.map((name, at) => [name, fields[at] ?? ''])) })
  }
  return { rows, faults }
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
