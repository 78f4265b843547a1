import { randomUUID } from 'node:crypto'
import { createSmtp } from '../../src/adapters/smtp.ts'
import { machineClock } from '../../src/delivery/clock.ts'
import { createMailChannel } from '../../src/delivery/mail.ts'
import { createSlackChannel } from '../../src/delivery/slack.ts'
import { createDeliveryWorker } from '../../src/delivery/worker.ts'
import { createLog } from '../../src/log.ts'
import { createSlackSender } from '../../src/slack/delivery-client.ts'
import { openStore } from '../../src/store/open.ts'

/** A worker in a process of its own, to be killed: says `ready`, and sends from `go` on. */
const [databaseUrl = '', smtpUrl = '', apiUrl = '', token = ''] = process.argv.slice(2)

process.once('message', async () => {
  const store = await openStore(databaseUrl, { patience: 20_000 })
  const log = createLog('fatal')
  const words = { subject: 'Et varsel', text: 'Hei', html: '<p>Hei</p>', automatic: true }
  createDeliveryWorker({
    store,
    clock: machineClock(Date.now),
    log,
    newId: randomUUID,
    isWorkingTime: () => true,
    compose: async ({ channel }) =>
      channel === 'mail' ? { mail: words } : { slack: { text: 'Hei', blocks: [{ type: 'divider' }] } },
    times: { leaseMs: 4_000, roundMs: 200, pollMs: 100, settleMs: 500 },
    channels: {
      mail: createMailChannel({
        mailer: createSmtp({ url: smtpUrl, from: 'portvakt@example.no', now: Date.now }),
        bounceAddress: 'retur@example.no',
      }),
      slack: createSlackChannel({
        slack: createSlackSender({ token, apiUrl, log, timeoutMs: 5_000 }),
        messagesPerMinute: 900,
        conversationEveryMs: 10,
      }),
    },
  }).start()
})
process.send?.('ready')
// the channel to the test keeps it alive; without the test it ends
process.on('disconnect', () => process.exit())
