import type { Organisation } from '../../src/domain/belonging/types.ts'
import { may } from '../../src/domain/may.ts'
import { AppError } from '../../src/errors.ts'
import type { Ask, Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'

/** Whose lines somebody looks at: those of one organisation, or (operators alone) null: all there are. */
export type AuditScope = {
  organisation: Organisation | null
  /** may look at whichever organisation they like */
  all: boolean
}

/**
 * What somebody may see who asks for an organisation's lines, or (null) for all that they may. Asked anew at every
 * click: what a modal says of itself is nobody's right.
 *
 * @throws {AppError} `not-found` for another organisation's number, as for one that nobody knows; why there is no
 * organisation at all
 */
export const scopeOf = async (
  ask: Pick<Ask<unknown>, 'viewer'>,
  services: Pick<Services, 'store'>,
  asked: string | null,
): Promise<AuditScope> => {
  const { viewer } = ask
  const all = viewer.belonging.operator
  const verdict = may(viewer.belonging, 'audit.read', asked === null ? {} : { organisationNumber: asked })
  if (!verdict.ok) throw new AppError(verdict.code, 'may not read this audit')
  if (!all) return { organisation: organisationOf(viewer), all }
  if (asked === null) return { organisation: null, all }
  const organisation = await services.store.organisation(asked)
  if (organisation === null) throw new AppError('not-found', 'no such organisation')
  return { organisation, all }
}
