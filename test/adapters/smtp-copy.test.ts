import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { describe, expect, it, onTestFinished } from 'vitest'
import { steppedClock } from '../../sandbox/clock.ts'
import { createMailbox } from '../../sandbox/mailbox/mailbox.ts'
import { createSmtp } from '../../src/adapters/smtp.ts'
import type { Mail } from '../../src/domain/delivery/types.ts'

const now = Date.UTC(2026, 2, 5)
const to = 'brreg@example.no'
const cc = 'kari@example.no'
const mail: Mail = {
  to,
  cc,
  replyTo: cc,
  subject: 'Bestilling',
  text: 'Hei\n',
  html: '<p>Hei</p>',
  language: 'nb',
  automatic: false,
  messageId: 'row-1@example.no',
  envelopeFrom: 'bounce+row-1@example.no',
}

const mailer = (url: string) => {
  const made = createSmtp({ url, from: 'Portvakt <portvakt@example.no>', now: () => now })
  onTestFinished(() => made.close())
  return made
}

type Codes = Record<string, number>
type Served = { url: string; got(): string[][]; refuse(codes: Codes): void }

const sandbox = async (): Promise<Served> => {
  const mailbox = await createMailbox({ clock: steppedClock(now) })
  onTestFinished(() => mailbox.close())
  return {
    url: mailbox.url,
    got: () => mailbox.mails().map(({ envelope }) => envelope.to),
    refuse: (codes) => {
      mailbox.faults.clear()
      for (const [address, code] of Object.entries(codes))
        mailbox.faults.add({ to: address, fault: { kind: 'refuse', at: 'rcpt', code } })
    },
  }
}

/** Another server, which may be asked one command at a time. */
const plain = async (hidePIPELINING: boolean): Promise<Served> => {
  const got: string[][] = []
  let refused: Codes = {}
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 10,
    hidePIPELINING,
    onRcptTo({ address }, _, done) {
      const code = refused[address]
      done(code === undefined ? undefined : Object.assign(new Error('no'), { responseCode: code }))
    },
    onData(stream, { envelope }, done) {
      stream.on('end', () => {
        got.push(envelope.rcptTo.map(({ address }) => address))
        done()
      })
      stream.resume()
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    got: () => got,
    refuse: (codes) => {
      refused = codes
    },
  }
}

describe.each([
  ['the sandbox', sandbox],
  ['a server that takes commands together', () => plain(false)],
  ['a server that takes them one by one', () => plain(true)],
])('at %s', (_, serve) => {
  it.each([550, 451])('a copy that is refused with %i is no failure', async (code) => {
    const { url, got, refuse } = await serve()
    refuse({ [cc]: code })
    expect(await mailer(url).send(mail)).toEqual({ sent: true, response: 250 })
    expect(got()).toEqual([[to]])
  })

  it.each<[string, Codes, 'permanent' | 'transient', number]>([
    ['for good', { [to]: 550 }, 'permanent', 550],
    ['for now', { [to]: 451 }, 'transient', 451],
    ['for good, and the copy for now', { [to]: 550, [cc]: 451 }, 'permanent', 550],
    ['for now, and the copy for good', { [to]: 452, [cc]: 550 }, 'transient', 452],
  ])('who it is for refused %s decides, and nobody gets a copy', async (_, codes, lost, code) => {
    const { url, got, refuse } = await serve()
    const { send } = mailer(url)
    refuse(codes)
    for (const _attempt of [1, 2])
      expect(await send(mail)).toEqual({ sent: false, lost, code, reason: 'refused-recipient' })
    refuse({})
    expect(await send(mail)).toEqual({ sent: true, response: 250 })
    expect(got()).toEqual([[to, cc]])
  })

  it('mails with and without a copy take turns on the same connections', async () => {
    const { url, got, refuse } = await serve()
    const { send } = mailer(url)
    refuse({ 'nobody@example.no': 550 })
    const { cc: _cc, ...alone } = mail
    const each = Array.from({ length: 30 }, (_, i) => (i % 3 === 0 ? alone : mail))
    const outcomes = await Promise.all(
      each.map((one, i) => send(i % 5 === 0 ? { ...one, to: 'nobody@example.no' } : one)),
    )
    expect(outcomes.filter(({ sent }) => sent)).toHaveLength(24)
    expect(got()).toHaveLength(24)
    expect(got().filter((one) => one.length === 2)).toHaveLength(each.filter((one, i) => i % 5 && one === mail).length)
  })
})
