import type { Config } from './config.ts'
import { watchGoneAccounts } from './jobs/contacts-gone.ts'
import { watchContactsInSlack } from './jobs/contacts-in-slack.ts'
import { watchPosts } from './jobs/contacts-posts.ts'
import { watchRefused } from './jobs/contacts-refused.ts'
import { watchStillRight } from './jobs/contacts-still-right.ts'
import { watchThresholds } from './jobs/contacts-thresholds.ts'
import { watchLapsed } from './jobs/lapse-proposals.ts'
import { watchOrdersRefused } from './jobs/orders-refused.ts'
import { watchOrdersToRemind } from './jobs/orders-remind.ts'
import { watchAuditHeads } from './jobs/post-audit-head.ts'
import { watchPurge } from './jobs/purge.ts'
import { watchAudit } from './jobs/seal-audit.ts'
import { watchInterrupted } from './jobs/tell-interrupted.ts'
import type { Logger } from './log.ts'
import type { InHand } from './slack/in-hand.ts'
import type { Services } from './slack/route.ts'

/** Everything that happens without being asked for, each in its own rounds. */
export const startJobs = (
  config: Config,
  services: Services & Pick<Parameters<typeof watchPosts>[0], 'wordsNow'>,
  log: Logger,
  take: InHand['take'],
): { stop(): void }[] => {
  const { operationsChannel, defaultLanguage: language } = config
  const post =
    operationsChannel === null
      ? null
      : (message: Parameters<Services['slack']['post']>[1]) => services.slack.post(operationsChannel, message)
  return [
    watchInterrupted(services, log, take),
    watchPurge(services, log, take),
    watchLapsed(services, log, take),
    watchAudit(services, log, take),
    watchRefused(services, log, take),
    watchStillRight(services, log, take),
    watchGoneAccounts({ ...services, person: services.slack.person }, log, take),
    watchContactsInSlack({ ...services, userByEmail: services.slack.userByEmail }, log, take),
    watchThresholds(services, log, take),
    watchOrdersRefused({ ...services, showOrder: services.tell.order }, log, take),
    watchOrdersToRemind(services, log, take),
    watchPosts(services, log, take),
    watchAuditHeads({ ...services, language, post }, log, take),
  ]
}
