import { unfinishedClient } from '../../views/client/unfinished.ts'
import { errorCard } from '../../views/kit/error-card.ts'
import type { Change } from '../domain/change.ts'
import { createClient } from '../domain/client/create-client.ts'
import { markInterrupted } from '../domain/interrupted-changes.ts'
import type { Logger } from '../log.ts'
import type { Services } from '../slack/route.ts'
import { textFor } from '../text/index.ts'

/** How often it looks, ms. A runner counts as gone after two minutes, so a restart alone is too early. */
const every = 60_000

const content = (change: Change, serviceDesk: string) => {
  const t = textFor(change.language)
  const failure = { code: 'digdir-outcome-unknown' as const, details: { environment: change.environment } }
  const unfinished =
    change.kind === createClient.name ? unfinishedClient.render(t, { change, failure: null, serviceDesk }) : null
  return unfinished ?? errorCard.render(t, { ...failure, serviceDesk })
}

/** Tells people about changes whose process died on the way, and offers to go on with them. One round. */
export const tellInterrupted = async (services: Services, log: Logger): Promise<number> => {
  const changes = await markInterrupted(services)
  for (const change of changes) {
    log.warn({ change: change.id, kind: change.kind, step: change.step }, 'a change was interrupted')
    await services.surfaces.show(change.requester, content(change, services.serviceDeskMail), change.surface)
  }
  return changes.length
}

/** Looks now and every minute, until `stop` is called. */
export const watchInterrupted = (services: Services, log: Logger): { stop(): void } => {
  const look = () => {
    tellInterrupted(services, log).catch((error) => log.warn({ err: error }, 'interrupted changes could not be told'))
  }
  look()
  const timer = setInterval(look, every)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
