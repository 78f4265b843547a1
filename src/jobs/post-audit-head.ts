import { auditHead } from '../../views/audit/head.ts'
import type { Message } from '../../views/kit/shown.ts'
import { closedDay } from '../domain/audit/day.ts'
import type { Language } from '../domain/belonging/types.ts'
import type { Deps } from '../domain/deps.ts'
import type { Logger } from '../log.ts'
import { textFor } from '../text/index.ts'
import { startRounds } from './rounds.ts'

const every = 10 * 60_000
/** Longer than Slack may take, so that two instances do not post the same, ms. */
const lease = 5 * 60_000

type Needs = Pick<Deps, 'store' | 'now'> & {
  /** `DEFAULT_LANGUAGE` */
  language: Language
  /** to `OPERATIONS_CHANNEL`; null when it is unset: heads are kept, and verified against, all the same */
  post: ((message: Message) => Promise<unknown>) | null
}

/**
 * Notes the chain's end for the last day that is over, and posts the newest head unless it is posted already: what it
 * holds, every head before it is held by, so those that were never posted are passed over. A day without lines has no
 * head. One round. Slack may get a head twice when the process dies between the post and the mark.
 *
 * @param holder this process's name at the lease
 * @throws what the store or `post` throws; the next round tries again
 */
export const postAuditHead = async (
  { store, now, language, post }: Needs,
  log: Logger,
  holder: string,
): Promise<boolean> => {
  const { day, end } = closedDay(now())
  const known = await store.auditHeads()
  const newest = known.at(-1)
  const noted = newest !== undefined && newest.day >= day
  if (noted && (post === null || newest.postedAt !== null)) return false
  const { value: mine } = await store.write({}, async (tx) => {
    if (!(await tx.takeLease('post-audit-head', holder, lease))) return false
    if (!noted) await tx.keepHead(day, end)
    return true
  })
  if (!mine) return false
  // asked again: another instance may have posted it meanwhile
  const heads = await store.auditHeads()
  const head = heads.at(-1)
  const broken = (await store.brokenHeads()).flatMap((fault) => fault.day ?? [])
  if (broken.length > 0) log.error({ days: broken }, 'the audit no longer holds its heads: run audit verify')
  if (post === null || head === undefined || head.postedAt !== null) return false
  const before = heads.findLast((one) => one.postedAt !== null)
  const count = Math.max(0, head.seq - (before?.seq ?? 0))
  await post(auditHead.render(textFor(language), { head, count, broken }))
  await store.write({}, async (tx) => {
    await tx.headPosted(head.day)
    return null
  })
  return true
}

/**
 * Looks now and every ten minutes, until `stop` is called.
 *
 * @param take takes a round into the work that a stop waits for
 */
export const watchAuditHeads = (
  services: Needs & Pick<Deps, 'newId'>,
  log: Logger,
  take: (round: Promise<void>) => void,
): { stop(): void } => {
  const holder = services.newId()
  const failed = 'the day’s head of the audit was not posted; it is tried again'
  return startRounds({ everyMs: every, failed, round: () => postAuditHead(services, log, holder) }, log, take)
}
