import type { Change } from '../domain/change.ts'
import { markInterrupted } from '../domain/interrupted-changes.ts'
import { isAppError } from '../errors.ts'
import type { Logger } from '../log.ts'
import type { Services } from '../slack/route.ts'
import { interruptedContent } from './interrupted-content.ts'
import { startRounds } from './rounds.ts'

/** How often it looks, ms. A runner counts as gone after two minutes, so a restart alone is too early. */
const every = 60_000

type Needs = Pick<Services, 'store' | 'now' | 'surfaces' | 'serviceDeskMail' | 'tell'>

/** Where the answer belongs, or in a direct message when Slack refuses it there: the channel may be closed by now. */
const show = async ({ surfaces, serviceDeskMail }: Needs, change: Change): Promise<void> => {
  const content = interruptedContent(change, serviceDeskMail)
  try {
    await surfaces.show(change.requester, content, change.surface)
  } catch (error) {
    if (change.surface.kind === 'direct' || !isAppError(error, 'slack-refused')) throw error
    await surfaces.show(change.requester, content, { kind: 'direct' })
  }
}

/** Tells one person. True when that is at an end: they know, or Slack says that nobody can tell them. */
const tellOne = async (services: Needs, log: Logger, change: Change): Promise<boolean> => {
  const about = { change: change.id, kind: change.kind, step: change.step }
  log.warn(about, 'a change was interrupted')
  try {
    await show(services, change)
    return true
  } catch (error) {
    // refused in direct messages too, or there is no such conversation: the account is closed
    const unreachable = isAppError(error, 'slack-refused', 'view-gone')
    const level = isAppError(error) ? 'warn' : 'error'
    log[level]({ ...about, err: error }, unreachable ? 'nobody to tell of it' : 'to be told in a later round')
    return unreachable
  }
}

/**
 * Tells people about changes whose process died on the way, and offers to go on with them. One round; who can't be
 * told keeps nobody else from being told. Gives back how many changes are settled. Throws what the store throws.
 */
export const tellInterrupted = async (services: Needs, log: Logger): Promise<number> => {
  const marked = await markInterrupted(services, (change) => tellOne(services, log, change))
  // the cards of those who decided say what became of it
  for (const change of marked) if (change.decision !== null) await services.tell.proposal(change)
  return marked.length
}

/**
 * Looks now and every minute, until `stop` is called.
 *
 * @param take takes a round into the work that a stop waits for
 */
export const watchInterrupted = (
  services: Needs,
  log: Logger,
  take: (round: Promise<void>) => void,
): { stop(): void } => {
  const failed = 'interrupted changes could not be told'
  return startRounds({ everyMs: every, failed, round: () => tellInterrupted(services, log) }, log, take)
}
