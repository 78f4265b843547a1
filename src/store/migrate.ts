import { readdir, readFile } from 'node:fs/promises'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { sha256 } from './json.ts'

/** One file of drizzle-kit's, in order. `hash`: sha-256 of its text, hex. */
export type Migration = { tag: string; hash: string; statements: string[] }

/** A connection inside the migration's own transaction, with the lock held. */
export type MigrationConnection = { run(sql: string): Promise<Record<string, unknown>[]> }

const journalSchema = z.object({ entries: z.array(z.object({ idx: z.number(), tag: z.string() })) })

/** The migrations that came with this release; the folder lies beside this file in the source, and beside the chunks in the build. */
export const readMigrations = async (
  dialect: 'sqlite' | 'postgres',
  folder: URL = new URL(`./migrations/${dialect}/`, import.meta.url),
): Promise<Migration[]> => {
  const journal = journalSchema.parse(JSON.parse(await readFile(new URL('meta/_journal.json', folder), 'utf8')))
  const entries = journal.entries.sort((a, b) => a.idx - b.idx)
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql'))
  if (files.length !== entries.length) throw new AppError('internal', 'migrations: the folder and its journal differ')
  return Promise.all(
    entries.map(async ({ tag }) => {
      // git may have written other line ends
      const text = (await readFile(new URL(`${tag}.sql`, folder), 'utf8')).replaceAll('\r\n', '\n')
      return { tag, hash: sha256(text), statements: text.split('--> statement-breakpoint') }
    }),
  )
}

/**
 * Runs what the database has not had yet, in order. Called with the lock held and inside one transaction, so that
 * what was applied is read after whoever came first is done. Throws `internal` when the database had another text of
 * a migration than this release, or migrations that this release doesn't know.
 */
export const applyMigrations = async (
  connection: MigrationConnection,
  migrations: Migration[],
  now: number,
): Promise<void> => {
  await connection.run(
    'create table if not exists schema_migrations (position integer primary key, tag text not null, hash text not null, applied_at bigint not null)',
  )
  const applied = await connection.run('select tag, hash from schema_migrations order by position')
  for (const [position, row] of applied.entries()) {
    const migration = migrations[position]
    if (!migration) throw new AppError('internal', `migrations: the database is newer than this release (${row.tag})`)
    if (migration.hash !== row.hash) {
      throw new AppError('internal', `migrations: ${migration.tag} is not what this database was made with`)
    }
  }
  for (const [offset, migration] of migrations.slice(applied.length).entries()) {
    for (const statement of migration.statements) await connection.run(statement)
    const position = applied.length + offset
    const sql = `insert into schema_migrations (position, tag, hash, applied_at) values (${position}, '${migration.tag}', '${migration.hash}', ${now})`
    await connection.run(sql)
  }
}
