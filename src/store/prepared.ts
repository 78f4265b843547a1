type Prepared<Row> = { execute(values?: Record<string, unknown>): Promise<Row[]> }

/**
 * A query that is built once, when it is first asked; its `sql.placeholder`s are the names in `execute`. PostgreSQL knows
 * it by `name`, which is one query's alone; SQLite has no use for it.
 */
export const prepared = <Row>(query: PromiseLike<Row[]>, name: string): Prepared<Row> => {
  const preparable = query as unknown as { prepare(name: string): Prepared<Row> }
  let built: Prepared<Row> | undefined
  return {
    execute(values) {
      built ??= preparable.prepare(name)
      return built.execute(values)
    },
  }
}

/** `items` in lists of at most `size`, so that a statement stays below what an engine takes in one. */
export const inBatches = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))
