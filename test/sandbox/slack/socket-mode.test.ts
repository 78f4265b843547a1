import { App, SocketModeReceiver } from '@slack/bolt'
import { WebSocket } from 'undici'
import { describe, expect, onTestFinished, test } from 'vitest'
import { people, world } from '../../../sandbox/world.ts'
import { actions, button, modal, refusal, stage } from './stage.ts'

const quiet = () => {}
const logger = {
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: quiet,
  setLevel: quiet,
  getLevel: () => 'error',
  setName: quiet,
} as never

/** A Bolt app that is connected to the workspace by a socket, and no HTTP address at all. */
const connected = async () => {
  const all = await stage()
  await all.bot.close()
  const clientOptions = { slackApiUrl: all.slack.apiUrl }
  const receiver = new SocketModeReceiver({
    appToken: 'xapp-sandbox',
    logger,
    // also how long it waits before it comes back
    clientPingTimeout: 500,
    installerOptions: { clientOptions },
  })
  const app = new App({ token: 'xoxb-sandbox', receiver, clientOptions, logger })
  await app.start()
  onTestFinished(async () => {
    await app.stop()
  })
  return { ...all, app, receiver }
}

describe('Socket Mode', () => {
  test('a command, a modal and its submission go through the socket of a Bolt app', async () => {
    const { app, kari, workspace } = await connected()
    app.command('/client', async ({ ack, client, body }) => {
      await ack()
      await client.views.open({ trigger_id: body.trigger_id, view: modal() as never })
    })
    app.view('test-view', async ({ ack }) => {
      await ack({ response_action: 'errors', errors: { name: 'Finnes fra før' } })
    })
    expect(workspace.connections()).toBe(1)
    expect(await kari.command('/client new')).toMatchObject({ status: 200, body: '' })
    await workspace.until(() => kari.modal())
    expect(await kari.submit({ name: 'x' })).toMatchObject({ errors: { name: 'Finnes fra før' } })
    expect(workspace.deliveries.map((one) => [one.kind, one.via])).toEqual([
      ['command', 'socket'],
      ['interaction', 'socket'],
    ])
  })

  test('an acknowledgement with words is shown, and a click and an event arrive', async () => {
    const { app, kari, workspace } = await connected()
    const seen: string[] = []
    app.command('/client', async ({ ack }) => {
      await ack({ text: 'Hei', blocks: [actions(button('card.yes'))] as never })
    })
    app.action('card.yes', async ({ ack, respond }) => {
      await ack()
      await respond({ text: 'Ja', replace_original: true })
    })
    app.event('user_change', async ({ event }) => {
      seen.push(event.user.id)
    })
    await kari.command('/client')
    await kari.click({ action_id: 'card.yes' })
    await workspace.until(() => kari.messages().at(-1)?.text === 'Ja')
    await workspace.changeUser(people.oliver.id, { email_confirmed: false })
    expect(workspace.deliveries.at(-1)).toMatchObject({ kind: 'event', via: 'socket', status: 200 })
    expect(seen).toEqual([people.oliver.id])
  })

  test('an app that is told to leave comes back by itself', async () => {
    const { workspace, receiver } = await connected()
    const back = new Promise<void>((resolve) => receiver.client.once('connected', () => resolve()))
    const opened = () => workspace.calls.filter((one) => one.method === 'apps.connections.open').length
    expect(opened()).toBe(1)
    workspace.disconnect()
    expect(workspace.connections()).toBe(0)
    await back
    expect([opened(), workspace.connections()]).toEqual([2, 1])
  })

  test('a silent app is a time-out', async () => {
    const { kari } = await stageWithSilentApp()
    expect((await kari.command('/client')).toast?.title).toContain('"operation_timeout"')
  })

  test('an address for a socket needs the app token and works once', async () => {
    const { client, clientWith } = await stage()
    expect(await refusal(client.apps.connections.open())).toMatchObject({ error: 'not_allowed_token_type' })
    const { url = '' } = await clientWith('xapp-sandbox').apps.connections.open()
    const hello = await firstFrame(url)
    expect(hello).toMatchObject({ type: 'hello', num_connections: 1, connection_info: { app_id: world.bot.app_id } })
    await expect(firstFrame(url)).rejects.toThrow('refused')
  })
})

const firstFrame = (url: string) =>
  new Promise<unknown>((resolve, reject) => {
    const socket = new WebSocket(url)
    onTestFinished(() => socket.close())
    socket.addEventListener('message', (event) => resolve(JSON.parse(String(event.data))))
    socket.addEventListener('error', () => reject(new Error('refused')))
  })

const stageWithSilentApp = async () => {
  const all = await stage({ ackTimeoutMs: 30 })
  const { url = '' } = await all.clientWith('xapp-sandbox').apps.connections.open()
  await firstFrame(url)
  return all
}
