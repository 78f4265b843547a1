import { checkManifest } from '../../../sandbox/slack/rules.ts'
import { testLeast, testMost } from './rule-limits.ts'
import { address, chars, type Json, times } from './rule-samples.ts'

const manifest = (more: unknown): Json => ({
  display_information: { name: 'Portvakt' },
  settings: { socket_mode_enabled: true },
  ...(more as Json),
})
const shown = (more: Json): Json => ({ display_information: { name: 'Portvakt', ...more } })
const featured = (features: Json): Json => ({
  features: { bot_user: { display_name: 'portvakt' }, ...features },
  oauth_config: { scopes: { bot: ['commands'] } },
})
const command = (more: Json = {}): Json => featured({ slash_commands: [{ command: '/a', description: 'd', ...more }] })
const shortcut = (more: Json = {}): Json => ({ name: 'n', type: 'global', callback_id: 'c', description: 'd', ...more })
const settings = (more: Json): Json => ({ settings: { socket_mode_enabled: true, ...more } })
const events = (more: Json): Json => settings({ event_subscriptions: more })
const named = (count: number, value: unknown) => Object.fromEntries(times(count, (i) => [`n${i}`, value]))
const parameters = { input_parameters: { properties: {} }, output_parameters: { properties: {} } }

const judge = (made: unknown) => checkManifest(manifest(made))

testMost('display and features of a manifest', judge, [
  ['name', 35, (n) => shown({ name: chars(n) }), '/display_information/name'],
  ['description', 140, (n) => shown({ description: chars(n) }), '/display_information/description'],
  ['long_description', 4000, (n) => shown({ long_description: chars(n) }), '/display_information/long_description'],
  ['bot name', 80, (n) => featured({ bot_user: { display_name: chars(n) } }), '/features/bot_user/display_name'],
  [
    'commands',
    50,
    (n) => featured({ slash_commands: times(n, () => ({ command: '/a', description: 'd' })) }),
    '/features/slash_commands',
  ],
  ['command', 32, (n) => command({ command: `/${chars(n - 1)}` }), '/features/slash_commands/0/command'],
  ['command description', 2000, (n) => command({ description: chars(n) }), '/features/slash_commands/0/description'],
  ['usage_hint', 1000, (n) => command({ usage_hint: chars(n) }), '/features/slash_commands/0/usage_hint'],
  ['command url', 3000, (n) => command({ url: address(n) }), '/features/slash_commands/0/url'],
  ['shortcuts', 10, (n) => featured({ shortcuts: times(n, () => shortcut()) }), '/features/shortcuts'],
  ['shortcut name', 24, (n) => featured({ shortcuts: [shortcut({ name: chars(n) })] }), '/features/shortcuts/0/name'],
  [
    'shortcut id',
    255,
    (n) => featured({ shortcuts: [shortcut({ callback_id: chars(n) })] }),
    '/features/shortcuts/0/callback_id',
  ],
  [
    'shortcut description',
    150,
    (n) => featured({ shortcuts: [shortcut({ description: chars(n) })] }),
    '/features/shortcuts/0/description',
  ],
  ['unfurl_domains', 5, (n) => featured({ unfurl_domains: times(n, (i) => `d${i}.no`) }), '/features/unfurl_domains'],
  [
    'agent_description',
    300,
    (n) => featured({ agent_view: { agent_description: chars(n) } }),
    '/features/agent_view/agent_description',
  ],
  [
    'agent prompts',
    4,
    (n) => featured({ agent_view: { suggested_prompts: times(n, () => ({ title: 't', message: 'm' })) } }),
    '/features/agent_view/suggested_prompts',
  ],
])

testMost('the rest of a manifest', judge, [
  [
    'redirect_urls',
    1000,
    (n) => ({ oauth_config: { redirect_urls: times(n, (i) => `https://a.no/${i}`) } }),
    '/oauth_config/redirect_urls',
  ],
  ['redirect url', 2500, (n) => ({ oauth_config: { redirect_urls: [address(n)] } }), '/oauth_config/redirect_urls/0'],
  ['scopes', 255, (n) => ({ oauth_config: { scopes: { user: times(n, String) } } }), '/oauth_config/scopes/user'],
  ['scope', 50, (n) => ({ oauth_config: { scopes: { user: [chars(n)] } } }), '/oauth_config/scopes/user/0'],
  [
    'events',
    100,
    (n) => events({ user_events: times(n, (i) => `e${i}`) }),
    '/settings/event_subscriptions/user_events',
  ],
  ['event', 50, (n) => events({ user_events: [chars(n)] }), '/settings/event_subscriptions/user_events/0'],
  ['event request_url', 3500, (n) => events({ request_url: address(n) }), '/settings/event_subscriptions/request_url'],
  [
    'metadata_subscriptions',
    20,
    (n) => events({ metadata_subscriptions: times(n, (i) => ({ app_id: `A${i}`, event_type: 'e' })) }),
    '/settings/event_subscriptions/metadata_subscriptions',
  ],
  [
    'interactivity request_url',
    3500,
    (n) => settings({ interactivity: { is_enabled: true, request_url: address(n) } }),
    '/settings/interactivity/request_url',
  ],
  [
    'message_menu_options_url',
    3500,
    (n) => settings({ interactivity: { is_enabled: true, message_menu_options_url: address(n) } }),
    '/settings/interactivity/message_menu_options_url',
  ],
  [
    'address ranges',
    50,
    (n) => settings({ allowed_ip_address_ranges: times(n, (i) => `10.0.0.${i}/32`) }),
    '/settings/allowed_ip_address_ranges',
  ],
  ['functions', 50, (n) => ({ functions: named(n, { title: 't', description: 'd', ...parameters }) }), '/functions'],
  [
    'mcp_servers',
    20,
    (n) => ({ mcp_servers: named(n, { url: 'https://a.no', auth_type: 'no_auth' }) }),
    '/mcp_servers',
  ],
  [
    'mcp server url',
    500,
    (n) => ({ mcp_servers: { a: { url: address(n), auth_type: 'no_auth' } } }),
    '/mcp_servers/a/url',
  ],
])

const step = (more: Json = {}): Json => ({ name: 'n', callback_id: 'c', ...more })
const listed = (more: Json): Json => ({
  app_directory: {
    installation_landing_page: 'https://a.no',
    privacy_policy_url: 'https://a.no',
    support_url: 'https://a.no',
    support_email: 'a@a.no',
    supported_languages: ['nb'],
    pricing: 'free',
    ...more,
  },
})

testMost('parts of a manifest few apps have', judge, [
  ['domain', 255, (n) => featured({ unfurl_domains: [chars(n)] }), '/features/unfurl_domains/0'],
  ['workflow_steps', 10, (n) => featured({ workflow_steps: times(n, () => step()) }), '/features/workflow_steps'],
  ['step name', 50, (n) => featured({ workflow_steps: [step({ name: chars(n) })] }), '/features/workflow_steps/0/name'],
  [
    'step id',
    50,
    (n) => featured({ workflow_steps: [step({ callback_id: chars(n) })] }),
    '/features/workflow_steps/0/callback_id',
  ],
  ['workflows', 50, (n) => ({ workflows: named(n, {}) }), '/workflows'],
  ['types', 50, (n) => ({ types: named(n, {}) }), '/types'],
  ['datastores', 10, (n) => ({ datastores: named(n, {}) }), '/datastores'],
  ['outgoing_domains', 10, (n) => ({ outgoing_domains: times(n, (i) => `d${i}.no`) }), '/outgoing_domains'],
  ['outgoing domain', 50, (n) => ({ outgoing_domains: [chars(n)] }), '/outgoing_domains/0'],
  [
    'auth_provider_key',
    255,
    (n) => ({ mcp_servers: { a: { url: 'https://a.no', auth_type: 'no_auth', auth_provider_key: chars(n) } } }),
    '/mcp_servers/a/auth_provider_key',
  ],
  [
    'landing page',
    255,
    (n) => listed({ installation_landing_page: address(n) }),
    '/app_directory/installation_landing_page',
  ],
  ['direct install', 255, (n) => listed({ direct_install_url: address(n) }), '/app_directory/direct_install_url'],
  ['privacy policy', 500, (n) => listed({ privacy_policy_url: address(n) }), '/app_directory/privacy_policy_url'],
  ['support page', 350, (n) => listed({ support_url: address(n) }), '/app_directory/support_url'],
  ['support e-mail', 100, (n) => listed({ support_email: `${chars(n - 5)}@a.no` }), '/app_directory/support_email'],
  ['languages', 50, (n) => listed({ supported_languages: times(n, () => 'nb') }), '/app_directory/supported_languages'],
  ['language', 50, (n) => listed({ supported_languages: [chars(n)] }), '/app_directory/supported_languages/0'],
  ['pricing', 30, (n) => listed({ pricing: chars(n) }), '/app_directory/pricing'],
  [
    'categories',
    3,
    (n) => listed({ app_directory_categories: times(n, () => 'c') }),
    '/app_directory/app_directory_categories',
  ],
  [
    'category',
    255,
    (n) => listed({ app_directory_categories: [chars(n)] }),
    '/app_directory/app_directory_categories/0',
  ],
])

testLeast('manifests', judge, [
  ['long_description', 175, (n) => shown({ long_description: chars(n) }), '/display_information/long_description'],
  [
    'commands',
    1,
    (n) => featured({ slash_commands: times(n, () => ({ command: '/a', description: 'd' })) }),
    '/features/slash_commands',
  ],
  ['command', 2, (n) => command({ command: `/${chars(n - 1)}` }), '/features/slash_commands/0/command'],
  ['shortcuts', 1, (n) => featured({ shortcuts: times(n, () => shortcut()) }), '/features/shortcuts'],
])
