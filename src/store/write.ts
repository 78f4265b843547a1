import type { Effects, Kept, Store, Writes, Written } from '../domain/deps.ts'
import { AppError } from '../errors.ts'
import { addAudit } from './audit.ts'
import { cardWrites } from './cards.ts'
import { changeWrites } from './changes.ts'
import type { Engine, Ground, Tx } from './engine.ts'
import { storeFault, withStoreFaults } from './faults.ts'
import { keepOutcome, takeOnceKey } from './once.ts'
import { organisationWrites } from './organisations.ts'
import { personWrites } from './people.ts'
import { registrationWrites } from './registrations.ts'

const writesOf = (tx: Tx): Writes => ({
  ...organisationWrites(tx),
  ...personWrites(tx),
  ...registrationWrites(tx),
  ...changeWrites(tx),
  ...cardWrites(tx),
})

/**
 * The one door for effects (design 1.6): once-key, body and audit in one transaction. An audit that can't be written
 * undoes the body too.
 */
export const writeDoor =
  (engine: Engine, { now, id }: Pick<Ground, 'now' | 'id'>): Store['write'] =>
  async <T extends Kept>(effects: Effects<T>, body: (tx: Writes) => Promise<T>): Promise<Written<T>> => {
    let over = false
    // a call that nobody awaited would end up in somebody else's transaction
    const stillOpen = () => {
      if (over) throw new AppError('internal', 'the transaction is over')
    }
    try {
      return await engine.transaction(async (inside) => {
        const tx: Tx = { ...inside, tables: engine.tables, now, id }
        if (effects.once !== undefined) {
          const key = await takeOnceKey(tx, effects.once)
          // only the body's own earlier return value is kept under the key
          if (!key.taken) return { fresh: false, value: key.outcome as T }
        }
        const value = await body(withStoreFaults(writesOf(tx), stillOpen))
        over = true
        await addAudit(tx, typeof effects.audit === 'function' ? effects.audit(value) : (effects.audit ?? []))
        if (effects.once !== undefined) await keepOutcome(tx, effects.once, value)
        return { fresh: true, value }
      })
    } catch (error) {
      throw storeFault(error)
    } finally {
      over = true
    }
  }
