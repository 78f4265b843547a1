import { isAppError } from '../errors.ts'
import type { Change } from './change.ts'
import { auditOf } from './change-audit.ts'
import { holdChange } from './change-progress.ts'
import type { Deps } from './deps.ts'

/** A runner saves each step, and no step takes this long: who has saved nothing since is gone. */
export const INTERRUPTED_AFTER_MS = 120_000

/** Tells the person who asked. False: could not be told now, so that the change must come back in a later round. */
export type TellInterrupted = (change: Change) => Promise<boolean>

/** What a change becomes: one that was never begun did nothing, of one that was nobody knows. */
const ending = (change: Change) => {
  const effect = { action: change.kind, subject: null, correlationId: null }
  // what is of no environment is done in one transaction with its end
  const nothingDone = change.state === 'approved' || (change.environment === null && change.step === null)
  if (nothingDone) return { patch: { state: 'expired' as const }, line: auditOf(change, 'failed', effect, 'not-begun') }
  const code = 'digdir-outcome-unknown' as const
  return {
    patch: { state: 'unknown' as const, failure: { code, correlationId: null } },
    line: auditOf(change, 'unknown', { ...effect, after: { step: change.step } }, code),
  }
}

/**
 * One change: claimed, told, marked. The claim saves nothing but version and time: another instance, or a runner that
 * was slow and not dead, then leaves the change alone, and what dies before the marking is found again two minutes
 * later. So a person may be told twice, and never not at all.
 */
const settle = async (
  deps: Pick<Deps, 'store'>,
  change: Change,
  tell: TellInterrupted | undefined,
): Promise<Change | null> => {
  const progress = holdChange(deps, change)
  const { patch, line } = ending(change)
  try {
    await progress.save({})
    if (tell && !(await tell({ ...progress.change(), ...patch }))) return null
    await progress.save(patch, {}, [line])
    return progress.change()
  } catch (error) {
    if (isAppError(error, 'in-progress')) return null
    throw error
  }
}

/**
 * What becomes of changes whose runner died two minutes ago or more: those left `applying` become `unknown`, so that
 * they can be resumed, and those of which nothing was done become `expired`: left `approved`, or of no
 * environment, which are one transaction with their end. `tell` is called
 * before each is marked, with the change as it will be. One that another instance moves meanwhile is left to it.
 * Gives back those marked. Whatever one of them throws is thrown when the others are through.
 */
export const markInterrupted = async (deps: Pick<Deps, 'store' | 'now'>, tell?: TellInterrupted): Promise<Change[]> => {
  const marked: Change[] = []
  const faults: unknown[] = []
  for (const change of await deps.store.interruptedChanges(deps.now() - INTERRUPTED_AFTER_MS)) {
    try {
      const settled = await settle(deps, change, tell)
      if (settled) marked.push(settled)
    } catch (error) {
      faults.push(error)
    }
  }
  if (faults.length > 0) throw faults[0]
  return marked
}
