import { isAppError } from '../errors.ts'
import type { Change } from './change.ts'
import { auditOf } from './change-audit.ts'
import { holdChange } from './change-progress.ts'
import type { Deps } from './deps.ts'

/** A runner saves each step, and no step takes this long: who has saved nothing since is gone. */
export const INTERRUPTED_AFTER_MS = 120_000

/**
 * What a start does with changes whose runner died: those left `applying` for two minutes become `unknown`, and come
 * back so that the people who asked can be told and offered to resume. One that another instance moves meanwhile is
 * left to it.
 */
export const markInterrupted = async (deps: Pick<Deps, 'store' | 'now'>): Promise<Change[]> => {
  const marked: Change[] = []
  for (const change of await deps.store.interruptedChanges(deps.now() - INTERRUPTED_AFTER_MS)) {
    const progress = holdChange(deps, change)
    const line = auditOf(
      change,
      'unknown',
      { action: change.kind, subject: null, correlationId: null, after: { step: change.step } },
      'digdir-outcome-unknown',
    )
    try {
      await progress.save({ state: 'unknown', failure: { code: 'digdir-outcome-unknown', correlationId: null } }, {}, [
        line,
      ])
      marked.push(progress.change())
    } catch (error) {
      if (!isAppError(error, 'in-progress')) throw error
    }
  }
  return marked
}
