import { beginChange } from '../../../src/domain/begin-change.ts'
import {
  changeMembership,
  type MembershipPayload,
  nameAdmin,
  standingOf,
} from '../../../src/domain/belonging/change-membership.ts'
import type { Organisation } from '../../../src/domain/belonging/types.ts'
import type { Change } from '../../../src/domain/change.ts'
import { detailsKept } from '../../../src/domain/kept-failure.ts'
import { payloadHash } from '../../../src/domain/payload-hash.ts'
import { AppError, isAppError } from '../../../src/errors.ts'
import type { Ask, Services } from '../../../src/slack/route.ts'
import { adminDone, type DoneData } from '../../../views/belonging/admin/done.ts'
import { adminTold } from '../../../views/belonging/admin/told.ts'
import { carryOut } from './carry-out.ts'
import { assertMayOf } from './reach.ts'

/** What came of it, and the telling that is left. */
export type Changed = { done: DoneData; tell(): Promise<void> }

/** As it is wanted: the same click came before, or somebody else did the same. */
const isSo = async ({ store }: Services, { user, organisationNumber, after }: MembershipPayload): Promise<boolean> =>
  payloadHash(standingOf(await store.membership(user, organisationNumber))) === payloadHash(after)

const begun = async (
  ask: Ask<unknown>,
  services: Services,
  kind: typeof changeMembership,
  payload: MembershipPayload,
): Promise<{ change: Change; fresh: boolean }> => {
  const { change, fresh } = await beginChange(
    services,
    kind,
    {
      organisationNumber: payload.organisationNumber,
      environment: null,
      requester: ask.viewer.user,
      payload,
      baseVersion: null,
      surface: { kind: 'direct' },
      language: ask.viewer.language,
    },
    ask.once,
  )
  if (fresh) await carryOut(ask, services, change.id)
  // of two at once the first one tells what came of it
  else if (change.state === 'failed' || change.state === 'expired')
    throw new AppError(
      change.failure?.code ?? 'not-begun',
      'the same click came to nothing before',
      change.failure ? detailsKept(change.failure) : {},
    )
  return { change, fresh }
}

/**
 * Changes how somebody stands to an organisation, as a change of its own (design 1.4): the right is asked of that
 * organisation, and what was shown must still be so. Clicked twice it is one change, told once.
 *
 * @param undoing this is the undoing of an earlier one, which is not itself undone
 * @throws {AppError} `not-found` (another organisation), `needs-another`, `changed-meanwhile`, `not-allowed`
 */
export const changeStanding = async (
  ask: Ask<unknown>,
  services: Services,
  organisation: Organisation,
  payload: MembershipPayload,
  { undoing = false }: { undoing?: boolean } = {},
): Promise<Changed> => {
  const { user, before, after } = payload
  const kind = before?.admin || after?.admin ? nameAdmin : changeMembership
  assertMayOf(ask, kind.action, organisation.number)
  const doneBy = (undo: string | null): DoneData => ({
    user,
    organisation,
    before,
    after,
    undo: undoing ? null : undo,
    ...(undoing && { undone: true }),
  })
  try {
    const { change, fresh } = await begun(ask, services, kind, payload)
    const done = doneBy(change.id)
    const tell = async () => {
      if (!fresh) return
      const by = ask.viewer.user
      const told = { what: 'membership' as const, by, organisation, before, after }
      await services.tell.person(user, (t) => adminTold.render(t, told))
      if (!undoing) await services.tell.person(by, (t) => adminDone.render(t, done))
    }
    return { done, tell }
  } catch (error) {
    if (!isAppError(error, 'changed-meanwhile') || !(await isSo(services, payload))) throw error
    return { done: doneBy(null), tell: async () => undefined }
  }
}
