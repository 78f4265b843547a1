import type { Block, Json, View } from '../../../sandbox/protocol.ts'
import { option, plain } from './fixture-blocks.ts'

function input(
  blockId: string,
  label: string,
  element: { type: string; [key: string]: Json | undefined },
  more: Partial<Block> = {},
): Block {
  return {
    type: 'input',
    block_id: blockId,
    label: plain(label),
    element: { action_id: `everything.${blockId}`, ...element } as Json,
    ...more,
  }
}

const types = [
  option('ID-porten', 'idporten', 'Log people in'),
  option('Maskinporten', 'maskinporten', 'Machine to machine'),
]

/** A view with every kind of input there is. */
export function everyInput(id: string): View {
  return {
    id,
    hash: '1',
    type: 'modal',
    callback_id: 'everything',
    title: 'New client (test)',
    submit: 'Create',
    close: 'Cancel',
    busy: false,
    blocks: [
      {
        type: 'alert',
        block_id: 'note',
        level: 'warning',
        text: { type: 'mrkdwn', text: 'Made in *test*: nothing here is real.' },
      },
      input('client_name', 'Name', {
        type: 'plain_text_input',
        max_length: 40,
        placeholder: plain('What people see when they log in'),
      }),
      input(
        'description',
        'Description',
        { type: 'plain_text_input', multiline: true, initial_value: 'Innbyggerportal' },
        { optional: true, hint: plain('One line is enough.') },
      ),
      input('email', 'E-mail', { type: 'email_text_input' }),
      input('client_uri', 'Address', { type: 'url_text_input' }, { optional: true }),
      input('lifetime', 'Lifetime in seconds', {
        type: 'number_input',
        is_decimal_allowed: false,
        min_value: '1',
        max_value: '120',
        initial_value: '120',
      }),
      input('type', 'Type', { type: 'static_select', options: types }),
      input('method', 'Method', {
        type: 'static_select',
        option_groups: [
          { label: plain('With a key'), options: [option('private_key_jwt')] },
          { label: plain('Others'), options: [option('client_secret_basic'), option('none')] },
        ],
        initial_option: option('private_key_jwt'),
      }),
      input(
        'months',
        'Months',
        {
          type: 'multi_static_select',
          max_selected_items: 2,
          options: ['January', 'February', 'March'].map((name) => option(name)),
        },
        { optional: true },
      ),
      input('owner', 'Organisation', { type: 'external_select', min_query_length: 2 }, { optional: true }),
      input('scopes', 'Scopes', {
        type: 'multi_external_select',
        min_query_length: 0,
        placeholder: plain('Choose scopes'),
      }),
      input('application', 'Application', {
        type: 'radio_buttons',
        options: [option('Web'), option('Browser'), option('Native')],
        initial_option: option('Web'),
      }),
      input(
        'agree',
        'Also',
        {
          type: 'checkboxes',
          options: [option('Single sign-on off', 'sso'), option('Tell the owners', 'tell', 'By direct message')],
        },
        { optional: true },
      ),
      input('from', 'From', { type: 'datepicker' }, { optional: true }),
      input('at', 'At', { type: 'timepicker', initial_time: '08:30' }, { optional: true }),
      input('next', 'Next update', { type: 'datetimepicker' }, { optional: true }),
      input('contact', 'Contact', { type: 'users_select' }, { optional: true }),
      input('where', 'Tell', { type: 'multi_conversations_select' }, { optional: true }),
      input('channel', 'Channel', { type: 'channels_select' }, { optional: true }),
      input('search', 'Search', { type: 'plain_text_input' }, { optional: true, dispatch_action: true }),
      {
        type: 'section',
        block_id: 'environment',
        text: { type: 'mrkdwn', text: 'Environment' },
        accessory: {
          type: 'static_select',
          action_id: 'everything.environment',
          options: [option('Test'), option('Production', 'prod')],
          initial_option: option('Test'),
        },
      },
      {
        type: 'actions',
        block_id: 'more',
        elements: [{ type: 'button', action_id: 'everything.more', text: plain('More about types'), value: 'types' }],
      },
    ],
  }
}

export function aboutTypes(id: string): View {
  return {
    id,
    hash: '1',
    type: 'modal',
    callback_id: 'about',
    title: 'Types of clients',
    busy: false,
    blocks: [
      { type: 'header', block_id: 'h', text: plain('Two types :key:') },
      {
        type: 'markdown',
        block_id: 'm',
        text: '## ID-porten\nLogs *people* in.\n\n| Type | For |\n|---|---|\n| `idporten` | people |',
      },
      {
        type: 'rich_text',
        block_id: 'r',
        elements: [
          {
            type: 'rich_text_list',
            style: 'ordered',
            elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'one', style: { bold: true } }] }],
          },
        ],
      },
    ],
  }
}
