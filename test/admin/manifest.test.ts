import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { manifestFor } from '../../src/admin/manifest.ts'
import { runAdmin } from '../../src/admin/run.ts'
import { read } from '../helpers/source.ts'

const yaml = read('manifest.yml')

const manifest = async (...argv: string[]): Promise<{ code: number; said: string }> => {
  const said: string[] = []
  const code = await runAdmin(['manifest', ...argv], {}, (line) => void said.push(line))
  return { code, said: said.join('\n') }
}

describe('npm run admin -- manifest', () => {
  it('prints the manifest as it stands, without any configuration', async () => {
    const { code, said } = await manifest()
    expect(code).toBe(0)
    expect(parse(said)).toEqual(parse(yaml))
  })

  it('puts the address everywhere that Slack calls', async () => {
    const { said } = await manifest('--url', 'https://portvakt.etat.no/')
    expect(said).not.toContain('portvakt.example')
    const told = parse(said)
    const endpoint = 'https://portvakt.etat.no/slack/events'
    expect(told.features.slash_commands.map((one: { url: string }) => one.url)).toEqual(
      Array.from({ length: 5 }, () => endpoint),
    )
    expect(told.settings.event_subscriptions.request_url).toBe(endpoint)
    expect(told.settings.interactivity).toMatchObject({ request_url: endpoint, message_menu_options_url: endpoint })
    expect(told.settings.socket_mode_enabled).toBe(false)
  })

  it('needs no address in Socket Mode', async () => {
    const { said } = await manifest('--socket')
    const told = parse(said)
    expect(told.settings.socket_mode_enabled).toBe(true)
    expect(JSON.stringify(told)).not.toContain('https://')
    const asked = parse(yaml)
    expect(told.settings.event_subscriptions.bot_events).toEqual(asked.settings.event_subscriptions.bot_events)
  })

  it('puts a prefix before every command', async () => {
    const { said } = await manifest('--prefix', 'digdir', '--url', 'https://portvakt.etat.no')
    expect(parse(said).features.slash_commands.map((one: { command: string }) => one.command)).toEqual([
      '/digdir-client',
      '/digdir-contacts',
      '/digdir-test-access',
      '/digdir-incident',
      '/digdir-portvakt',
    ])
  })

  it('begins with what to do with it, once the address is in', async () => {
    const { said } = await manifest('--socket')
    expect(said).toMatch(
      /^# The Slack app\. Paste it at api\.slack\.com\/apps, Create New App, From a manifest\.\n\n?_metadata:/,
    )
  })

  it('keeps the comments that say what each scope is for', () => {
    const comments = (text: string) =>
      text.split('\n').filter((line) => /^\s+#/.test(line) && !line.includes('suggestions'))
    expect(comments(manifestFor(yaml, { socket: true, prefix: 'x' }))).toEqual(comments(yaml))
  })

  it.each([
    ['an address that is not https', ['--url', 'http://portvakt.etat.no'], /--url takes/],
    ['an address without a host', ['--url', 'https:///slack'], /--url takes/],
    ['a prefix with a slash', ['--prefix', '/x'], /--prefix takes/],
    ['a prefix that is too long', ['--prefix', 'a'.repeat(13)], /--prefix takes/],
    ['an option that it does not have', ['--sockets'], /--sockets/],
    ['an option without its value', ['--url'], /--url/],
    ['a word too many', ['now'], /now/],
  ])('refuses %s and says how it is called', async (_what, argv, words) => {
    const { code, said } = await manifest(...argv)
    expect(code).toBe(2)
    expect(said).toMatch(words)
    expect(said).toContain('npm run admin -- manifest [--socket]')
  })
})
