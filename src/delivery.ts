import { composeBy } from '../messages/compose.ts'
import { messageKinds } from '../messages/kinds.ts'
import type { MessageDeps } from '../messages/message.ts'
import type { Config } from './config.ts'
import { machineClock } from './delivery/clock.ts'
import { createMailChannel } from './delivery/mail.ts'
import { createSlackChannel } from './delivery/slack.ts'
import { wakeOnWrite } from './delivery/wake-on-write.ts'
import { createDeliveryWorker, type DeliveryWorker } from './delivery/worker.ts'
import { loseChannel, lostBy } from './domain/belonging/lose-channel.ts'
import type { ChannelFacts } from './domain/belonging/set-channel.ts'
import { contactLinkToken, manageToken } from './domain/contact/contact-token.ts'
import { isPost, keepPost } from './domain/contact/posts.ts'
import { isRefusal, recordRefusal } from './domain/contact/refusal.ts'
import type { Delivery } from './domain/delivery/delivery.ts'
import type { Compose, DeliveryEnd } from './domain/delivery/message.ts'
import { linkToken } from './domain/login/tokens.ts'
import { isWorkingTime } from './domain/working-hours.ts'
import type { Logger } from './log.ts'
import { createSlackSender } from './slack/delivery-client.ts'
import type { World } from './world.ts'

const composeWith = (config: Config, world: World, channelFacts: MessageDeps['channelFacts']): Compose =>
  composeBy(messageKinds, {
    store: world.store,
    now: world.now,
    publicUrl: config.http.publicUrl,
    serviceDeskMail: config.serviceDeskMail,
    channelFacts,
    linkToken: (link) => linkToken(world.vault, link),
    contactLinkToken: (link) => contactLinkToken(world.vault, link),
    manageToken: (contact) => manageToken(world.vault, contact),
  })

/** A channel that anything may stand in. */
const anyChannel = async (): Promise<ChannelFacts> => ({
  channel: true,
  archived: false,
  outsiders: false,
  member: true,
})

/** What the end of a row leads to, beside that it is written down. */
const consequences = (world: World): { failed: string; of(row: Delivery, end: DeliveryEnd): Promise<unknown> }[] => [
  {
    // what is lost here is found by the round of `jobs/contacts-refused.ts`
    failed: 'a bounce could not be written down',
    of: async (row, end) =>
      isRefusal(row, end) &&
      (await recordRefusal(world, { ...row, failureCode: 'failureCode' in end ? end.failureCode : null })),
  },
  {
    // the next post finds out again
    failed: 'an organisation’s channel could not be taken off',
    async of({ organisationNumber, address: channel, ...row }, end) {
      const why = isPost(row) ? lostBy(row, end) : null
      if (why !== null && organisationNumber !== null) await loseChannel(world, { organisationNumber, channel, why })
    },
  },
  { failed: 'it was not kept where a post stands', of: (row, end) => keepPost(world, row, end) },
]

export type Sending = DeliveryWorker & {
  /** the words of a row as of now, whatever became of the channel that it stands in */
  wordsNow: Compose
}

/** The worker that sends what stands in `deliveries`, with the ways out that are set up. */
export const createDelivery = (
  config: Config,
  world: World,
  log: Logger,
  slack: { conversationInfo: MessageDeps['channelFacts'] },
): Sending => {
  const worker: DeliveryWorker = createDeliveryWorker({
    store: world.store,
    clock: machineClock(world.now),
    log,
    newId: world.newId,
    isWorkingTime,
    onEnd(row, end) {
      for (const { failed, of } of after)
        of(row, end).catch((error) => log.error({ delivery: row.id, err: error }, failed))
    },
    compose: composeWith(config, world, slack.conversationInfo),
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
  // what follows from an end is sent at once too
  const after = consequences({ ...world, store: wakeOnWrite(world.store, worker.wake) })
  return { ...worker, wordsNow: composeWith(config, world, anyChannel) }
}
