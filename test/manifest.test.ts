import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { eventScopes } from '../sandbox/slack/rules/event-scopes.ts'
import { checkManifest } from '../sandbox/slack/rules.ts'
import { type ManifestOptions, manifestFor } from '../src/admin/manifest.ts'
import { routes } from '../src/routes.ts'
import { code, read } from './helpers/source.ts'

type Manifest = {
  features: { slash_commands: { command: string; description: string; usage_hint?: string }[] }
  oauth_config: { scopes: { bot: string[] } }
  settings: {
    event_subscriptions: { bot_events: string[] }
    interactivity: { is_enabled: boolean; message_menu_options_url?: string }
  }
}

const yaml = read('manifest.yml')
const manifest = parse(yaml) as Manifest
const commands = manifest.features.slash_commands
const events = manifest.settings.event_subscriptions.bot_events
const scopes = manifest.oauth_config.scopes.bot
const idsOf = (kind: string) => routes.filter((row) => row.kind === kind).map(({ id }) => id)

/** Which bot scopes each Web API method needs (slack.md 4.2); `users.info` gives the address with the second. */
const scopesOf: Record<string, string[]> = {
  'auth.test': [],
  'users.info': ['users:read', 'users:read.email'],
  'users.lookupByEmail': ['users:read.email'],
  'views.open': [],
  'views.push': [],
  'views.update': [],
  'views.publish': [],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'conversations.history': ['im:history'],
}

const callers = ['src/slack/client.ts', 'src/slack/delivery-client.ts']
const methods = [
  ...new Set(
    [
      ...callers
        .map(code)
        .join('')
        .matchAll(/'([a-z]+\.[a-zA-Z.]+)'/g),
    ].map(([, name = '']) => name),
  ),
]

describe('manifest.yml', () => {
  it.each<[string, ManifestOptions]>([
    ['as it stands', {}],
    ['with an address', { url: 'https://portvakt.etat.no/' }],
    ['for Socket Mode', { socket: true }],
    ['with a prefix', { prefix: 'digdir' }],
    ['with the longest prefix, for Socket Mode', { prefix: 'abcdefghijkl', socket: true }],
  ])('is taken by Slack %s', (_what, options) => {
    expect(checkManifest(parse(manifestFor(yaml, options)))).toEqual([])
  })

  it('names every command that has a route, and no other', () => {
    const nouns = [...new Set(idsOf('command').map((id) => id.split(' ')[0]))]
    expect(commands.map(({ command }) => command).sort()).toEqual(nouns.map((noun) => `/${noun}`).sort())
  })

  it('hints at every sub-command', () => {
    const missing = idsOf('command').filter((id) => {
      const [noun, sub] = id.split(' ')
      const hint = commands.find(({ command }) => command === `/${noun}`)?.usage_hint ?? ''
      return sub !== undefined && !new RegExp(`[[|]${sub}\\b`).test(hint)
    })
    expect(missing).toEqual([])
  })

  it('describes every command in both languages', () => {
    for (const { description } of commands) expect(description).toMatch(/^[A-ZÆØÅ].* \/ \S/)
  })

  it('subscribes to every event that has a route, and to no other', () => {
    expect([...events].sort()).toEqual(idsOf('event').sort())
  })

  it('has an address for suggestions when a route gives some', () => {
    expect(idsOf('options').length).toBeGreaterThan(0)
    expect(manifest.settings.interactivity).toMatchObject({
      is_enabled: true,
      message_menu_options_url: expect.any(String),
    })
  })

  it('asks for the scopes that are used, and for no other', () => {
    expect(methods.filter((method) => scopesOf[method] === undefined)).toEqual([])
    expect(Object.keys(scopesOf).filter((method) => !methods.includes(method))).toEqual([])
    const used = new Set(['commands', ...Object.values(scopesOf).flat()])
    expect([...scopes].sort()).toEqual([...used].sort())
    for (const event of events) {
      const needed = eventScopes.get(event) ?? []
      expect(needed.length === 0 || needed.some((scope) => scopes.includes(scope)), event).toBe(true)
    }
  })

  it('says in a comment what each scope and event is for', () => {
    const lines = yaml.split('\n')
    for (const name of [...scopes, ...events]) {
      const at = lines.findIndex((line) => line.trim() === `- ${name}`)
      expect(lines[at - 1], name).toMatch(/^\s*# \S+: ?\S|^\s*# \S.*: \S/)
    }
  })
})
