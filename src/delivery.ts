import { composeBy } from '../messages/compose.ts'
import { messageKinds } from '../messages/kinds.ts'
import type { Config } from './config.ts'
import { machineClock } from './delivery/clock.ts'
import { createMailChannel } from './delivery/mail.ts'
import { createDeliveryWorker, type DeliveryWorker } from './delivery/worker.ts'
import { linkToken } from './domain/login/tokens.ts'
import type { Logger } from './log.ts'
import type { World } from './world.ts'

/** The worker that sends what stands in `deliveries`, with the ways out that are set up. */
export const createDelivery = (config: Config, world: World, log: Logger): DeliveryWorker =>
  createDeliveryWorker({
    store: world.store,
    clock: machineClock(world.now),
    log,
    newId: world.newId,
    compose: composeBy(messageKinds, {
      store: world.store,
      now: world.now,
      publicUrl: config.http.publicUrl,
      serviceDeskMail: config.serviceDeskMail,
      linkToken: (link) => linkToken(world.vault, link),
    }),
    channels: {
      mail:
        world.mailer === null || config.mail === null
          ? null
          : createMailChannel({ mailer: world.mailer, bounceAddress: config.mail.bounce }),
    },
  })
