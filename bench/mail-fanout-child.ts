import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { createSmtp } from '../src/adapters/smtp.ts'
import { machineClock } from '../src/delivery/clock.ts'
import { createMailChannel } from '../src/delivery/mail.ts'
import { createDeliveryWorker } from '../src/delivery/worker.ts'
import type { Store } from '../src/domain/deps.ts'
import { createLog } from '../src/log.ts'
import { openStore } from '../src/store/open.ts'
import { addressOf, wordsFor, writeRows } from './fanout-rows.ts'

const sender = { name: 'Portvakt', address: 'portvakt@example.no' }
/** From writing the rows down to the last mark; ms. */
const ours = async (store: Store, url: string, count: number): Promise<number> => {
  const mailer = createSmtp({ url, from: `${sender.name} <${sender.address}>`, now: Date.now })
  let left = count
  let done = () => {}
  const all = new Promise<void>((resolve) => {
    done = resolve
  })
  const worker = createDeliveryWorker({
    store,
    clock: machineClock(Date.now),
    log: createLog('warn'),
    newId: randomUUID,
    isWorkingTime: () => true,
    compose: async ({ address }) => ({ mail: wordsFor(address) }),
    channels: { mail: createMailChannel({ mailer, bounceAddress: 'retur@example.no' }) },
    onEnd(_row, end) {
      if (end.state !== 'sent') throw new Error(`a mail ended as ${end.state}`)
      left -= 1
      if (left === 0) done()
    },
  })
  const from = performance.now()
  await writeRows(store, count)
  worker.start()
  await all
  const ms = performance.now() - from
  await worker.stop(10_000)
  await mailer.close()
  return ms
}

/** The same mails through nodemailer's pool with as many connections; ms. */
const theirs = async (url: string, count: number): Promise<number> => {
  const { hostname: host, port } = new URL(url)
  const pool = createTransport({ host, port: Number(port), ignoreTLS: true, pool: true, maxConnections: 5 })
  const from = performance.now()
  const sent = Array.from({ length: count }, (_, nth) => {
    const id = randomUUID()
    const { subject, text, html } = wordsFor(addressOf(nth))
    return pool.sendMail({
      envelope: { from: `retur+${id}@example.no`, to: [addressOf(nth)] },
      from: sender,
      to: addressOf(nth),
      messageId: `<${id}@example.no>`,
      subject,
      text,
      html,
      textEncoding: 'quoted-printable',
      headers: { 'Content-Language': 'nb', 'Auto-Submitted': 'auto-generated' },
    })
  })
  await Promise.all(sent)
  const ms = performance.now() - from
  pool.close()
  return ms
}

/**
 * Mails a second, ours and nodemailer's, one round after the other; as JSON on stdout.
 * Arguments: the mail server's address, how many rounds, how many mails in each.
 */
const [url = '', rounds = '', each = ''] = process.argv.slice(2)
const folder = await mkdtemp(join(tmpdir(), 'portvakt-bench-'))
const store = await openStore(`file:${join(folder, 'portvakt.db')}`)
const perSecond = (ms: number) => (Number(each) / ms) * 1_000
const figures = { values: [] as number[], baselines: [] as number[] }
// both sides' code is compiled by then
await ours(store, url, 2_000)
await theirs(url, 2_000)
for (let round = 0; round < Number(rounds); round += 1) {
  figures.values.push(perSecond(await ours(store, url, Number(each))))
  figures.baselines.push(perSecond(await theirs(url, Number(each))))
}
await store.close()
await rm(folder, { recursive: true, force: true })
process.stdout.write(JSON.stringify(figures))
