import type { Change } from '../../src/domain/change.ts'
import type { ChangeKind, Outcome } from '../../src/domain/change-kind.ts'
import type { Ask, Reply, Services } from '../../src/slack/route.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { answerAgain, begin, outcomeContent, type Wanted } from './carry-out.ts'
import { stepUpContent } from './step-up.ts'

/** How a submitted change goes on where nobody else must approve it. */
type Course = {
  /** holds the modal while it is carried out */
  waiting: Shown
  carryOut(): Promise<void>
  /** what a repeat of the submission is shown, once it is known; as `outcomeContent` when left out */
  again?(outcome: Outcome): Promise<Shown>
}

/**
 * What a submitted form becomes: a change that is carried out at once in test, and one that waits for a login in
 * production, whose modal is where the answer will go. The same submission again gets the same answer.
 *
 * @throws {AppError} what `begin` throws
 */
export const submitChange = async <P, R>(
  ask: Ask<unknown>,
  services: Services,
  kind: ChangeKind<P, R>,
  wanted: Wanted<P>,
  course: (change: Change) => Course,
): Promise<Reply> => {
  const { change, fresh } = await begin(ask, services, kind, wanted)
  if (change.state === 'proposed')
    return { now: { kind: 'update', view: (await stepUpContent(ask, services, change)).view } }
  const { waiting, carryOut, again } = course(change)
  if (!fresh)
    return await answerAgain(services, change, waiting, again ?? ((was) => outcomeContent(ask, services, was)))
  return { now: { kind: 'update', view: waiting.view }, later: carryOut }
}
