/** A row of a file that the caller has split into fields: `line` is the file's, its header is line 1. */
export type CsvRow = { line: number; values: Record<string, string> }

/** Columns of a file that its header lacks. */
export const missingColumns = <C extends string>(rows: readonly CsvRow[], columns: readonly C[]): C[] => {
  const [first] = rows
  return first === undefined ? [] : columns.filter((column) => first.values[column] === undefined)
}
