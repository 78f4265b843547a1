import { AppError, type ErrorCode, isAppError } from '../errors.ts'
import type { AuditEntry } from './audit/types.ts'
import type { Change } from './change.ts'
import type { Made } from './change-kind.ts'
import type { Deps, Writes } from './deps.ts'

type Patch = Parameters<Writes['moveChange']>[2]

/** After these nobody knows what the store holds. */
const ownFaults: ReadonlySet<ErrorCode> = new Set(['store-busy', 'internal', 'in-progress'])

/** A change in the hands of one runner. */
export type Progress = {
  change(): Change
  /** whether saving failed, so that nothing more may be said of the change by this runner */
  lost(): boolean
  /** Moves the change on with what was made and the audit lines, in one transaction. */
  save(patch: Patch, made?: Made, audit?: AuditEntry[]): Promise<void>
}

/**
 * Holds a change by its version: of two runners only one gets to save, the other's `save` throws `in-progress` and
 * writes nothing, not even the audit.
 */
export const holdChange = (deps: Pick<Deps, 'store'>, from: Change): Progress => {
  let current = from
  let lost = false

  const saveMade = async (tx: Writes, made: Made) => {
    const { organisationNumber, environment } = from
    await made.save?.(tx)
    if (!made.registration || environment === null) return
    await tx.saveRegistration(organisationNumber, environment, made.registration)
    if (made.keys) await tx.saveKeys(organisationNumber, environment, made.registration.client_id, made.keys)
  }

  return {
    change: () => current,
    lost: () => lost,
    async save(patch, made = {}, audit = []) {
      let moved: Change | null = null as Change | null
      // what the step would have written was refused, and all of it was undone: this runner can still say so
      let refused = false
      try {
        await deps.store.write({ audit, ...(made.deliveries && { deliveries: made.deliveries }) }, async (tx) => {
          moved = await tx.moveChange(current.id, current.version, patch)
          if (!moved) throw new AppError('in-progress', 'another runner has the change')
          await saveMade(tx, made).catch((error) => {
            refused = isAppError(error) && !ownFaults.has(error.code)
            throw error
          })
          return null
        })
      } catch (error) {
        lost = !refused
        throw error
      }
      if (moved) current = moved
    },
  }
}
