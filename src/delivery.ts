import { composeBy } from '../messages/compose.ts'
import { messageKinds } from '../messages/kinds.ts'
import type { Config } from './config.ts'
import { machineClock } from './delivery/clock.ts'
import { createMailChannel } from './delivery/mail.ts'
import { createSlackChannel } from './delivery/slack.ts'
import { createDeliveryWorker, type DeliveryWorker } from './delivery/worker.ts'
import { contactLinkToken, manageToken } from './domain/contact/contact-token.ts'
import { isRefusal, recordRefusal } from './domain/contact/refusal.ts'
import { linkToken } from './domain/login/tokens.ts'
import { isWorkingTime } from './domain/working-hours.ts'
import type { Logger } from './log.ts'
import { createSlackSender } from './slack/delivery-client.ts'
import type { World } from './world.ts'

/** The worker that sends what stands in `deliveries`, with the ways out that are set up. */
export const createDelivery = (config: Config, world: World, log: Logger): DeliveryWorker =>
  createDeliveryWorker({
    store: world.store,
    clock: machineClock(world.now),
    log,
    newId: world.newId,
    isWorkingTime,
    onEnd(row, end) {
      if (!isRefusal(row, end)) return
      // what is lost here is found by the round of `jobs/contacts-refused.ts`
      recordRefusal(world, { ...row, failureCode: 'failureCode' in end ? end.failureCode : null }).catch((error) =>
        log.error({ delivery: row.id, err: error }, 'a bounce could not be written down'),
      )
    },
    compose: composeBy(messageKinds, {
      store: world.store,
      now: world.now,
      publicUrl: config.http.publicUrl,
      serviceDeskMail: config.serviceDeskMail,
      linkToken: (link) => linkToken(world.vault, link),
      contactLinkToken: (link) => contactLinkToken(world.vault, link),
      manageToken: (contact) => manageToken(world.vault, contact),
    }),
    channels: {
      mail:
        world.mailer === null || config.mail === null
          ? null
          : createMailChannel({ mailer: world.mailer, bounceAddress: config.mail.bounce }),
      slack: createSlackChannel({
        slack: createSlackSender({ token: config.slack.botToken, apiUrl: config.slack.apiUrl, log }),
      }),
    },
  })
