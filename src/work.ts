import type { Config } from './config.ts'
import { wakeOnWrite } from './delivery/wake-on-write.ts'
import { createDelivery } from './delivery.ts'
import { kinds } from './domain/kinds.ts'
import { startJobs } from './jobs.ts'
import type { Logger } from './log.ts'
import { routes } from './routes.ts'
import { createServices } from './services.ts'
import type { SlackApi } from './slack/client.ts'
import { explain } from './slack/explain.ts'
import type { InHand } from './slack/in-hand.ts'
import { createRouter, type Dispatch } from './slack/router.ts'
import { createWebPages, type WebPages } from './web/pages.ts'
import type { World } from './world.ts'

/** What the bot does, beyond being there: it answers people, keeps its rounds, and sends what waits. */
export type Work = {
  dispatch: Dispatch
  /** the pages behind links; null where no link can be made */
  page: WebPages['listener'] | null
  /** Begins the rounds and the sending. */
  start(): void
  /** No round begins after this. */
  stopRounds(): void
  /** Nothing more is sent. Resolves when what was being sent has ended, false when `deadlineMs` came first. */
  stopSending(deadlineMs: number): Promise<boolean>
}

/**
 * Every conversation, page, mail and round of the bot, and their words: all that grows with what it can do. `app.ts`
 * loads it, so that a start does not wait for it.
 *
 * @throws {Error} when two routes claim the same
 */
export const createWork = (config: Config, world: World, log: Logger, slack: SlackApi, inHand: InHand): Work => {
  const delivery = createDelivery(config, world, log, slack)
  // whatever writes down something to be sent lets it leave at once
  const services = createServices(config, { ...world, store: wakeOnWrite(world.store, delivery.wake) }, log, slack)
  const dispatch = createRouter(routes, {
    services,
    slack,
    surfaces: services.surfaces,
    inHand,
    log,
    defaultLanguage: config.defaultLanguage,
    viewer: services.viewer,
    explain: (error, t, requestId, viewer) =>
      explain({
        error,
        t,
        requestId,
        viewer,
        serviceDeskMail: config.serviceDeskMail,
        mailOn: services.mailOn && services.publicUrl !== null,
      }),
  })
  const { publicUrl, trustedProxies } = config.http
  const pagesOnly = { trustedProxies, tryCredential: world.tryCredential }
  const web = publicUrl === null ? null : createWebPages({ ...services, ...pagesOnly, publicUrl, kinds, inHand, log })
  let jobs: { stop(): void }[] = []
  return {
    dispatch,
    page: web?.listener ?? null,
    start() {
      jobs = startJobs(config, { ...services, wordsNow: delivery.wordsNow }, log, inHand.take)
      delivery.start()
    },
    stopRounds() {
      for (const job of jobs) job.stop()
    },
    stopSending: delivery.stop,
  }
}
