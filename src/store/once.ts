import { eq, lt } from 'drizzle-orm'
import { z } from 'zod'
import type { Kept, Reads, Writes } from '../domain/deps.ts'
import { AppError } from '../errors.ts'
import type { Ground, Tx } from './engine.ts'
import { canonical, parsed } from './json.ts'

/**
 * Takes a once-key, or gives the outcome of whoever took it before. Somebody who holds it in an open transaction is
 * waited for: SQLite has one writer, and PostgreSQL's `on conflict` waits for the other to commit or roll back.
 */
export const takeOnceKey = async (
  { db, tables: { onceKeys }, now }: Tx,
  key: string,
): Promise<{ taken: true } | { taken: false; outcome: Kept }> => {
  const [mine] = await db
    .insert(onceKeys)
    .values({ key, outcome: null, at: now() })
    .onConflictDoNothing()
    .returning({ key: onceKeys.key })
  if (mine) return { taken: true }
  const [row] = await db.select().from(onceKeys).where(eq(onceKeys.key, key))
  if (row?.outcome == null) throw new AppError('internal', 'a once-key without an outcome')
  return { taken: false, outcome: parsed(z.json(), row.outcome, 'once_keys.outcome') }
}

/** Questions about once-keys. */
export const onceReads = ({ db, tables: { onceKeys } }: Ground): Pick<Reads, 'keptOutcome'> => ({
  keptOutcome: async (key) => {
    const [row] = await db.select({ outcome: onceKeys.outcome }).from(onceKeys).where(eq(onceKeys.key, key))
    return row?.outcome == null ? undefined : parsed(z.json(), row.outcome, 'once_keys.outcome')
  },
})

/** Keeps what the write came to, for whoever repeats it. */
export const keepOutcome = async ({ db, tables: { onceKeys } }: Tx, key: string, outcome: Kept): Promise<void> => {
  await db
    .update(onceKeys)
    .set({ outcome: canonical(outcome) })
    .where(eq(onceKeys.key, key))
}

/** Effects on once-keys themselves. */
export const onceWrites = ({ db, tables: { onceKeys } }: Tx): Pick<Writes, 'forgetOnceKeys'> => ({
  forgetOnceKeys: async (before) => {
    await db.delete(onceKeys).where(lt(onceKeys.at, before))
  },
})
