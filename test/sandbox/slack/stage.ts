import { WebClient } from '@slack/web-api'
import { onTestFinished } from 'vitest'
import { steppedClock } from '../../../sandbox/clock.ts'
import { parseManifest } from '../../../sandbox/slack/manifest.ts'
import { createSlack, type SlackOptions } from '../../../sandbox/slack/slack.ts'
import { people, world } from '../../../sandbox/world.ts'
import { startBotStub } from './bot-stub.ts'

export const scopes = ['commands', 'chat:write', 'im:write', 'im:history', 'users:read', 'users:read.email']

export const manifestWith = (
  changes: { scopes?: string[]; events?: string[]; escape?: boolean; readOnly?: boolean } = {},
) =>
  parseManifest({
    display_information: { name: 'Portvakt' },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: changes.readOnly ?? false,
      },
      slash_commands: [
        { command: '/client', description: 'Clients', usage_hint: 'new', should_escape: changes.escape ?? false },
      ],
    },
    oauth_config: { scopes: { bot: changes.scopes ?? scopes } },
    settings: {
      event_subscriptions: { bot_events: changes.events ?? ['app_home_opened', 'user_change', 'team_join'] },
      interactivity: { is_enabled: true },
    },
  })

/** A workspace, a stub in the bot's place and Slack's own client, all gone when the test is over. */
export const stage = async (options: Partial<SlackOptions> = {}) => {
  const clock = steppedClock()
  const bot = await startBotStub('signing-secret')
  const slack = await createSlack({
    world,
    manifest: manifestWith(),
    clock,
    botUrl: bot.url,
    signingSecret: 'signing-secret',
    botToken: 'xoxb-sandbox',
    appToken: 'xapp-sandbox',
    ...options,
  })
  onTestFinished(async () => {
    await slack.close()
    await bot.close()
  })
  const quiet = () => {}
  const logger = { debug: quiet, info: quiet, warn: quiet, error: quiet, setLevel: quiet, setName: quiet } as never
  const client = (token = 'xoxb-sandbox') =>
    new WebClient(token, {
      logger,
      slackApiUrl: slack.apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    })
  const { workspace } = slack
  return { clock, bot, slack, workspace, client: client(), clientWith: client, kari: workspace.as(people.kari.id) }
}

/** The error code of a refused call, with everything else that came. */
export const refusal = async (call: Promise<unknown>) =>
  call.then(
    () => ({ error: undefined }),
    (error: { data?: { error: string; [key: string]: unknown }; message: string }) =>
      error.data ?? { error: error.message },
  )

export const modal = (title = 'A title', more: object = {}) => ({
  type: 'modal' as const,
  callback_id: 'test-view',
  title: { type: 'plain_text' as const, text: title },
  submit: { type: 'plain_text' as const, text: 'Send' },
  blocks: [textField('name')],
  ...more,
})

export const textField = (block_id: string, element: object = {}, block: object = {}) => ({
  type: 'input' as const,
  block_id,
  label: { type: 'plain_text' as const, text: block_id },
  element: { type: 'plain_text_input' as const, action_id: `test-view.${block_id}`, ...element },
  ...block,
})

const option = (value: string) => ({ text: { type: 'plain_text' as const, text: value.toUpperCase() }, value })

/** A modal with one of each kind of field. */
export const everyField = () =>
  modal('Every field', {
    blocks: [
      textField('name', { initial_value: 'Før' }),
      textField('note', { multiline: true }, { optional: true }),
      textField('mail', { type: 'email_text_input' }),
      textField('count', { type: 'number_input', is_decimal_allowed: false }),
      textField('kind', { type: 'static_select', options: [option('a'), option('b')], initial_option: option('a') }),
      textField('boxes', { type: 'checkboxes', options: [option('x'), option('y')] }, { optional: true }),
      textField('radio', { type: 'radio_buttons', options: [option('one'), option('two')] }),
      textField('who', { type: 'multi_users_select' }, { optional: true }),
      textField('day', { type: 'datepicker' }, { optional: true }),
      textField('at', { type: 'datetimepicker' }, { optional: true }),
      textField('scope', { type: 'external_select', min_query_length: 0 }, { optional: true }),
    ],
  })

export const button = (action_id: string, value = 'v', more: object = {}) => ({
  type: 'button' as const,
  action_id,
  value,
  text: { type: 'plain_text' as const, text: 'Press' },
  ...more,
})

export const actions = (...elements: object[]) => ({ type: 'actions' as const, block_id: 'buttons', elements })
