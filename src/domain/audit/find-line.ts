import { AppError } from '../../errors.ts'
import type { Deps } from '../deps.ts'
import type { AuditLine, AuditQuery } from './store.ts'

/** Which line: when it was written (epoch ms) and its id. */
export type LineRef = { at: number; id: string }

const pageSize = 50

/**
 * One line of the audit, for somebody who may read those of `organisationNumber`; null: of all. Throws `not-found` for
 * a line of another organisation, as for one that does not exist.
 */
export const findLine = async (
  { store }: Pick<Deps, 'store'>,
  organisationNumber: string | null,
  { at, id }: LineRef,
): Promise<AuditLine> => {
  // many lines may be of the same millisecond, as those of one transaction are
  let before: AuditQuery['before']
  for (;;) {
    const page = await store.auditLines({
      organisationNumber,
      from: at,
      to: at + 1,
      ...(before && { before }),
      size: pageSize,
    })
    const found = page.find((line) => line.id === id)
    if (found !== undefined) return found
    const last = page.at(-1)
    if (last === undefined || page.length < pageSize) throw new AppError('not-found', 'no such line of the audit')
    before = { at: last.at, id: last.id }
  }
}
