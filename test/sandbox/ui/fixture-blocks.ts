import type { Block, View } from '../../../sandbox/protocol.ts'

export const plain = (text: string) => ({ type: 'plain_text', text, emoji: true })
export const option = (text: string, value = text.toLowerCase(), description?: string) => ({
  text: plain(text),
  value,
  ...(description ? { description: plain(description) } : {}),
})

/** An answer to `/client list`: most of what messages are made of. */
export function clientList(): Block[] {
  const rows: [string, string][] = [
    ['Innbyggerportal', 'idporten'],
    ['Forvaltningsstøttesystemintegrasjonsplattform', 'maskinporten'],
  ]
  return [
    { type: 'header', block_id: 'head', text: plain('Clients of Oslo kommune') },
    {
      type: 'context',
      block_id: 'when',
      elements: [{ type: 'mrkdwn', text: '2 of 2 in *test* · <!date^1795334400^{date_short} {time}|22 Nov>' }],
    },
    ...rows.map(
      ([name, type], index): Block => ({
        type: 'section',
        block_id: `row-${index}`,
        text: { type: 'mrkdwn', text: `*${name}*\n\`0b9c6a4e-2f5d-4e0f-9f7c-6a1f0c2d3e4${index}\` · ${type}` },
        accessory: {
          type: 'overflow',
          action_id: 'list.more',
          options: [option('Show', `show-${index}`), option('Keys', `keys-${index}`)],
        },
      }),
    ),
    {
      type: 'section',
      block_id: 'numbers',
      fields: [
        { type: 'mrkdwn', text: '*Environment*\nTest' },
        { type: 'mrkdwn', text: '*Owner*\n958 935 420' },
      ],
    },
    {
      type: 'table',
      block_id: 'table',
      column_settings: [null, { align: 'right' }],
      rows: [
        [raw('Month'), raw('Logins')],
        [raw('October'), raw('12 044')],
        [raw('November'), raw('9 310')],
      ],
    },
    { type: 'divider', block_id: 'line' },
    {
      type: 'actions',
      block_id: 'do',
      elements: [
        { type: 'button', action_id: 'list.next', text: plain('Next'), value: '2' },
        { type: 'button', action_id: 'list.new', text: plain('New client'), style: 'primary' },
        {
          type: 'button',
          action_id: 'list.deactivate',
          text: plain('Deactivate'),
          style: 'danger',
          value: '1',
          confirm: {
            title: plain('Deactivate the client?'),
            text: { type: 'mrkdwn', text: 'This is *final*.' },
            confirm: plain('Deactivate'),
            deny: plain('Keep'),
            style: 'danger',
          },
        },
      ],
    },
  ]
}

const raw = (text: string) => ({ type: 'raw_text', text })

export function chart(): Block[] {
  const data = (values: number[]) =>
    values.map((value, index) => ({ label: ['Aug', 'Sep', 'Oct', 'Nov'][index] ?? '', value }))
  return [
    {
      type: 'data_visualization',
      block_id: 'chart',
      title: 'Logins a month',
      chart: {
        type: 'bar',
        axis_config: { categories: ['Aug', 'Sep', 'Oct', 'Nov'] },
        series: [
          { name: 'Test', data: data([120, 340, 280, 410]) },
          { name: 'Production', data: data([800, 760, 910, 1020]) },
        ],
      },
    },
    {
      type: 'data_visualization',
      block_id: 'pie',
      title: 'Types',
      chart: {
        type: 'pie',
        segments: [
          { label: 'ID-porten', value: 14 },
          { label: 'Maskinporten', value: 9 },
        ],
      },
    },
  ]
}

export function homeView(me: string): View {
  return {
    id: `VHOME${me}`,
    hash: '1',
    type: 'home',
    callback_id: 'home',
    busy: false,
    blocks: [
      { type: 'header', block_id: 'h', text: plain('Oslo kommune') },
      {
        type: 'section',
        block_id: 's',
        text: { type: 'mrkdwn', text: 'You are a *member*. :white_check_mark:' },
        accessory: { type: 'button', action_id: 'home.whoami', text: plain('Why?') },
      },
      { type: 'divider', block_id: 'd' },
      {
        type: 'section',
        block_id: 'l',
        text: { type: 'mrkdwn', text: 'Language' },
        accessory: {
          type: 'static_select',
          action_id: 'home.language',
          options: [option('Norsk bokmål', 'nb'), option('English', 'en')],
          initial_option: option('Norsk bokmål', 'nb'),
        },
      },
      {
        type: 'actions',
        block_id: 'a',
        elements: [{ type: 'button', action_id: 'list.new', text: plain('New client'), style: 'primary' }],
      },
    ],
  }
}

export const scopes = Array.from({ length: 20 }, (_, index) => `digdir:oppslag.forvaltning.eksempel-${index + 1}.read`)
