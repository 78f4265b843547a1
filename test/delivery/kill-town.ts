import type { AddressInfo, Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'
import { systemClock } from '../../sandbox/clock.ts'
import { readManifest } from '../../sandbox/slack/manifest.ts'
import { createSlack } from '../../sandbox/slack/slack.ts'
import { people, world } from '../../sandbox/world.ts'

export const slackToken = 'xoxb-of-the-kill-test'

/** What a mail server does to the contact with this number, the first time or always. */
const troubleOf = (nth: number) =>
  nth % 50 === 7 ? 'refuse' : nth % 20 === 3 ? 'defer' : nth % 100 === 11 ? 'drop' : null

export const isRefused = (nth: number): boolean => troubleOf(nth) === 'refuse'
export const mailAddress = (nth: number): string => `kontakt-${nth}@etat.no`
export const slackUser = (nth: number): string => `U1KONTAKT${nth}`

/**
 * A mail server that refuses some, defers some once, and drops the connection once after the DATA of some.
 *
 * @param moment is called whenever something happens that a worker may be killed at
 */
export const mailServer = async (moment: () => void) => {
  const got = new Map<string, number>()
  const tried = new Set<string>()
  const sockets = new Map<number, Socket>()
  const firstTime = (address: string) => !tried.has(address) && tried.add(address) !== undefined
  const numberOf = (address: string) => Number(/\d+/.exec(address)?.[0])
  const saying = (responseCode: number) => Object.assign(new Error('not now'), { responseCode })
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 10,
    onRcptTo({ address }, _, done) {
      moment()
      const trouble = troubleOf(numberOf(address))
      if (trouble === 'refuse') done(saying(550))
      else if (trouble === 'defer' && firstTime(address)) done(saying(450))
      else done()
    },
    onData(stream, { envelope, remotePort }, done) {
      moment()
      const address = envelope.rcptTo[0]?.address ?? ''
      stream.on('end', () => {
        got.set(address, (got.get(address) ?? 0) + 1)
        moment()
        if (troubleOf(numberOf(address)) === 'drop' && firstTime(address)) sockets.get(remotePort)?.destroy()
        else done()
      })
      stream.resume()
    },
  })
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => {
    const { remotePort = 0 } = socket
    sockets.set(remotePort, socket)
    socket.once('close', () => sockets.delete(remotePort))
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)))
  return { got, url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}?ignoreTLS=true` }
}

/** A workspace with so many more people in it. */
export const slackWorkspace = async (count: number, moment: () => void) => {
  const more = Array.from({ length: count }, (_, nth) => {
    const id = slackUser(nth)
    return { ...people.kari, id, email: mailAddress(nth), handle: id.toLowerCase() }
  })
  const slack = await createSlack({
    world: { ...world, people: [...world.people, ...more] },
    manifest: await readManifest(fileURLToPath(new URL('../../manifest.yml', import.meta.url))),
    clock: systemClock,
    signingSecret: 'unused',
    botToken: slackToken,
    limits: 'none',
  })
  onTestFinished(slack.close)
  onTestFinished(slack.workspace.onChange(moment))
  return slack
}
