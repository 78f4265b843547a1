import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { expect, it, onTestFinished } from 'vitest'
import { createSmtp } from '../../src/adapters/smtp.ts'
import { createMailChannel } from '../../src/delivery/mail.ts'
import type { Mail } from '../../src/domain/delivery/types.ts'
import { freshStore } from '../helpers/databases.ts'
import { manualClock, until } from './manual-clock.ts'
import { address, mail, postOffice, write } from './post-office.ts'

const id = '7b0d3a52-9b0c-4c52-8a34-5f0f7d1d2f11'

/** A mail server that refuses those whose address begins with `nobody`. */
const serve = async () => {
  const received: { from: string; to: string[]; mail: Email }[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 10,
    onRcptTo({ address }, _, done) {
      done(address.startsWith('nobody') ? Object.assign(new Error('no such user'), { responseCode: 550 }) : undefined)
    },
    async onData(stream, { envelope }, done) {
      const pieces: Buffer[] = []
      for await (const piece of stream) pieces.push(piece)
      const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
      const to = envelope.rcptTo.map((one) => one.address)
      received.push({ from, to, mail: await PostalMime.parse(Buffer.concat(pieces)) })
      done()
    },
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)))
  return { received, url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` }
}

it('makes Message-ID and envelope sender of the row, which a bounce then names', async () => {
  const sent: Mail[] = []
  const channel = createMailChannel({
    mailer: {
      send: async (one) => {
        sent.push(one)
        return { sent: true, response: 250 }
      },
    },
    bounceAddress: 'retur@portvakt.example.no',
  })
  const row = { id, address, language: 'en' } as Parameters<typeof channel.send>[0]
  expect(await channel.send(row, { mail })).toMatchObject({ sent: true })
  const thread = { cc: 'ola@etat.no', replyTo: 'ola@etat.no' }
  expect(await channel.send(row, { mail: { ...mail, ...thread, inReplyTo: 'row-0' } })).toMatchObject({ sent: true })
  const asSent = {
    ...mail,
    to: address,
    language: 'en',
    messageId: `<${id}@portvakt.example.no>`,
    envelopeFrom: `retur+${id}@portvakt.example.no`,
  }
  expect(sent).toEqual([asSent, { ...asSent, ...thread, inReplyTo: '<row-0@portvakt.example.no>' }])
})

it('goes from a row to a mail server, and what that refuses is failed', async () => {
  const { received, url } = await serve()
  const clock = manualClock()
  const store = await freshStore('sqlite', { now: clock.now })
  const mailer = createSmtp({ url, from: 'Portvakt <portvakt@example.no>', now: clock.now })
  onTestFinished(() => mailer.close())
  const channel = createMailChannel({ mailer, bounceAddress: 'retur@example.no' })
  const office = postOffice(store, { clock, channels: { mail: channel } })
  await write(store, id, { id: 'd2', address: 'nobody@etat.no' })
  office.start()
  await until(() => office.ended.length === 2)
  expect(received).toHaveLength(1)
  expect(received[0]).toMatchObject({ from: `retur+${id}@example.no`, to: [address] })
  expect(received[0]?.mail).toMatchObject({ subject: mail.subject, messageId: `<${id}@example.no>` })
  expect(received[0]?.mail.headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted' }))
  expect((await store.delivery(id))?.state).toBe('sent')
  expect(await store.delivery('d2')).toMatchObject({
    state: 'failed',
    failure: 'refused-recipient',
    failureCode: 550,
  })
  expect(office.lines.join('')).not.toMatch(/etat\.no/)
})
