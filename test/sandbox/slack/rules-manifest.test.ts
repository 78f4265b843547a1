import { describe, expect, test } from 'vitest'
import { checkManifest } from '../../../sandbox/slack/rules.ts'
import { type Json, pointersOf } from './rule-samples.ts'

const bot = { bot_user: { display_name: 'portvakt', always_online: true } }
const scopes = (...names: string[]): Json => ({ oauth_config: { scopes: { bot: names } } })
const url = 'https://bot.example.no/slack/events'

const overHttp = (more: Json = {}): Json => ({
  _metadata: { major_version: 2, minor_version: 1 },
  display_information: { name: 'Portvakt', description: 'Gatekeeper', background_color: '#1d2b3a' },
  features: {
    ...bot,
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
    slash_commands: [{ command: '/portvakt', description: 'Clients', usage_hint: '[help]', url, should_escape: true }],
    shortcuts: [{ name: 'Report', type: 'global', callback_id: 'report', description: 'Report an incident' }],
  },
  oauth_config: {
    redirect_urls: ['https://bot.example.no/slack/oauth_redirect'],
    scopes: { bot: ['commands', 'chat:write', 'users:read', 'users:read.email', 'im:history'] },
  },
  settings: {
    event_subscriptions: {
      request_url: url,
      bot_events: ['app_home_opened', 'team_join', 'user_change', 'message.im'],
    },
    interactivity: { is_enabled: true, request_url: url, message_menu_options_url: url },
    org_deploy_enabled: false,
    socket_mode_enabled: false,
    token_rotation_enabled: false,
  },
  ...more,
})
const socket = (more: Json = {}): Json => ({
  display_information: { name: 'Portvakt' },
  features: bot,
  settings: { socket_mode_enabled: true },
  ...more,
})
const events = (...names: string[]): Json => ({
  settings: { socket_mode_enabled: true, event_subscriptions: { bot_events: names } },
})
const first = '/settings/event_subscriptions/bot_events/0'

describe('a manifest is taken', () => {
  test.each<[string, Json]>([
    ['over HTTP, with everything', overHttp()],
    ['the least there is', { display_information: { name: 'n' } }],
    [
      'Socket Mode, without addresses',
      socket({ ...scopes('commands', 'app_mentions:read'), ...events('app_mention') }),
    ],
    ['an event with one of its scopes', socket({ ...scopes('groups:read'), ...events('member_joined_channel') })],
    [
      'a scope that is optional',
      socket({ oauth_config: { scopes: { bot_optional: ['users:read'] } }, ...events('team_join') }),
    ],
    ['a short colour', { display_information: { name: 'n', background_color: '#123' } }],
  ])('%s', (_name, manifest) => {
    expect(checkManifest(manifest)).toEqual([])
  })
})

describe('a manifest is refused', () => {
  test.each<[string, unknown, string]>([
    ['no object', 'display_information: {}', ''],
    ['no display_information', { features: bot }, ''],
    ['no name', { display_information: {} }, '/display_information'],
    ['an unknown part', overHttp({ extras: {} }), ''],
    ['an unknown setting', socket({ settings: { socket_mode_enabled: true, dark_mode: true } }), '/settings'],
    [
      'a colour by name',
      { display_information: { name: 'n', background_color: 'blue' } },
      '/display_information/background_color',
    ],
    [
      'a command without a slash',
      socket({ ...scopes('commands'), features: { ...bot, slash_commands: [{ command: 'a', description: 'd' }] } }),
      '/features/slash_commands/0/command',
    ],
    [
      'a command with capitals',
      socket({ ...scopes('commands'), features: { ...bot, slash_commands: [{ command: '/Hei', description: 'd' }] } }),
      '/features/slash_commands/0/command',
    ],
    [
      'a command without a description',
      socket({ ...scopes('commands'), features: { ...bot, slash_commands: [{ command: '/a' }] } }),
      '/features/slash_commands/0',
    ],
    [
      'a shortcut of an unknown type',
      socket({
        ...scopes('commands'),
        features: { ...bot, shortcuts: [{ name: 'n', type: 'channel', callback_id: 'c', description: 'd' }] },
      }),
      '/features/shortcuts/0/type',
    ],
    [
      'an address that is none',
      overHttp({ settings: { interactivity: { is_enabled: true, request_url: 'bot.example.no' } } }),
      '/settings/interactivity/request_url',
    ],
    [
      'interactivity that says not whether',
      socket({ settings: { socket_mode_enabled: true, interactivity: {} } }),
      '/settings/interactivity',
    ],
    [
      'an event twice',
      socket(events('app_home_opened', 'app_home_opened')),
      '/settings/event_subscriptions/bot_events/1',
    ],
    [
      'an address range that is none',
      socket({ settings: { socket_mode_enabled: true, allowed_ip_address_ranges: ['10.0.0.256'] } }),
      '/settings/allowed_ip_address_ranges/0',
    ],
    ['a version from the future', socket({ _metadata: { major_version: 3 } }), '/_metadata/major_version'],
  ])('%s', (_name, manifest, pointer) => {
    expect(pointersOf(checkManifest(manifest))).toContain(pointer)
  })
})

describe('the parts of a manifest agree', () => {
  test.each<[string, Json, string]>([
    [
      'events need an address',
      overHttp({ settings: { event_subscriptions: { bot_events: ['app_home_opened'] } } }),
      '/settings/event_subscriptions',
    ],
    [
      'interactivity needs an address',
      overHttp({ settings: { interactivity: { is_enabled: true } } }),
      '/settings/interactivity',
    ],
    [
      'commands need an address',
      overHttp({ features: { ...bot, slash_commands: [{ command: '/a', description: 'd' }] } }),
      '/features/slash_commands/0',
    ],
    [
      'commands need their scope',
      overHttp(scopes('chat:write', 'users:read', 'im:history')),
      '/features/slash_commands',
    ],
    [
      'shortcuts need the same scope',
      overHttp(scopes('chat:write', 'users:read', 'im:history')),
      '/features/shortcuts',
    ],
    ['bot scopes need a bot', socket({ features: {}, ...scopes('chat:write') }), '/oauth_config/scopes/bot'],
    ['a mention needs its scope', socket(events('app_mention')), first],
    ['direct messages need their scope', socket({ ...scopes('channels:history'), ...events('message.im') }), first],
    ['changes of users need their scope', socket(events('user_change')), first],
    ['an event must exist', socket(events('app_home_open')), first],
  ])('%s', (_name, manifest, pointer) => {
    expect(pointersOf(checkManifest(manifest))).toContain(pointer)
  })

  test('Socket Mode needs no address for any of them', () => {
    const manifest = socket({
      features: { ...bot, slash_commands: [{ command: '/a', description: 'd' }] },
      ...scopes('commands'),
      settings: {
        socket_mode_enabled: true,
        interactivity: { is_enabled: true },
        event_subscriptions: { bot_events: ['app_home_opened'] },
      },
    })
    expect(checkManifest(manifest)).toEqual([])
  })
})
