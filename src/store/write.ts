import type { Effects, Kept, Store, Writes, Written } from '../domain/deps.ts'
import { AppError } from '../errors.ts'
import { addAudit } from './audit.ts'
import { auditWrites } from './audit-chain.ts'
import { belongingWrites } from './belonging.ts'
import { cardWrites } from './cards.ts'
import { changeWrites } from './changes.ts'
import { contactWrites } from './contacts.ts'
import { deliveryWrites } from './deliveries.ts'
import type { Engine, Ground, Inside, Tx } from './engine.ts'
import { storeFault, withStoreFaults } from './faults.ts'
import { loginWrites } from './logins.ts'
import { keepOutcome, onceWrites, takeOnceKey } from './once.ts'
import { orderWrites } from './orders.ts'
import { organisationWrites } from './organisations.ts'
import { ownerWrites } from './owners.ts'
import { personWrites } from './people.ts'
import { registrationWrites } from './registrations.ts'
import { roundWrites } from './rounds.ts'

/** Made once for a connection, so that nothing of one transaction may be worked out before it is called. */
const writesOf = (tx: Tx): Writes => ({
  ...organisationWrites(tx),
  ...personWrites(tx),
  ...registrationWrites(tx),
  ...changeWrites(tx),
  ...cardWrites(tx),
  ...belongingWrites(tx),
  ...ownerWrites(tx),
  ...loginWrites(tx),
  ...deliveryWrites(tx),
  ...contactWrites(tx),
  ...orderWrites(tx),
  ...auditWrites(tx),
  ...onceWrites(tx),
  ...roundWrites(tx),
})

/** The same functions, each of which asks `check` first. A transaction uses one or two of some hundred. */
const checked = (writes: Writes, check: () => void): Writes =>
  new Proxy(writes, {
    get(all, name, proxy) {
      const run = Reflect.get(all, name, proxy)
      if (typeof run !== 'function') return run
      return async (...args: unknown[]) => {
        check()
        return run(...args)
      }
    },
  })

/** What stands on each connection of an engine. */
const standingOn = ({ tables }: Pick<Engine, 'tables'>, { now, id }: Pick<Ground, 'now' | 'id'>) => {
  const known = new WeakMap<Inside, { tx: Tx; writes: Writes }>()
  return (inside: Inside): { tx: Tx; writes: Writes } => {
    const found = known.get(inside)
    if (found) return found
    const tx: Tx = { ...inside, tables, now, id }
    const made = { tx, writes: withStoreFaults(writesOf(tx)) }
    known.set(inside, made)
    return made
  }
}

/**
 * The one door for effects (design 1.6): once-key, body, audit and what is to be sent in one transaction. An audit that
 * can't be written undoes the body too.
 */
export const writeDoor = (engine: Engine, ground: Pick<Ground, 'now' | 'id'>): Store['write'] => {
  const standing = standingOn(engine, ground)
  return async <T extends Kept>(effects: Effects<T>, body: (tx: Writes) => Promise<T>): Promise<Written<T>> => {
    let over = false
    // a call that nobody awaited would end up in somebody else's transaction
    const stillOpen = () => {
      if (over) throw new AppError('internal', 'the transaction is over')
    }
    try {
      return await engine.transaction(async (inside) => {
        const { tx, writes } = standing(inside)
        if (effects.once !== undefined) {
          const key = await takeOnceKey(tx, effects.once)
          // only the body's own earlier return value is kept under the key
          if (!key.taken) return { fresh: false, value: key.outcome as T }
        }
        const value = await body(checked(writes, stillOpen))
        over = true
        await addAudit(tx, typeof effects.audit === 'function' ? effects.audit(value) : (effects.audit ?? []))
        const deliveries =
          typeof effects.deliveries === 'function' ? effects.deliveries(value) : (effects.deliveries ?? [])
        await writes.addDeliveries(deliveries.map((row) => ({ ...row, id: row.id ?? ground.id() })))
        if (effects.once !== undefined) await keepOutcome(tx, effects.once, value)
        return { fresh: true, value }
      })
    } catch (error) {
      throw storeFault(error)
    } finally {
      over = true
    }
  }
}
