import Database from 'better-sqlite3'
import pg from 'pg'

/** Runs SQL beside the store, as somebody with the database in hand would; gives the rows. */
export const rowsOf = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
  if (url.startsWith('file:')) {
    const database = new Database(url.slice('file:'.length))
    try {
      const statement = database.prepare(sql)
      if (statement.reader) return statement.all() as Record<string, unknown>[]
      statement.run()
      return []
    } finally {
      database.close()
    }
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
