import type { Kit } from '../kit.sqlite.ts'

/** Work that is done in rounds, by one instance for all: when the next one is due, and where it goes on. */
export const roundTables = ({ table, text, instant }: Kit) => {
  const rounds = table('rounds', {
    name: text('name').primaryKey(),
    dueAt: instant('due_at').notNull(),
    /** the last thing that was looked at; null: the next round begins anew */
    goesOnAfter: text('goes_on_after'),
    /** of the instance that is at it now, until then */
    holder: text('holder'),
    leaseUntil: instant('lease_until'),
  })
  return { rounds }
}
