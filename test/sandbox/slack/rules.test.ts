import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkManifest,
  checkMessage,
  checkOptionsAnswer,
  checkSubmissionAnswer,
  checkTyped,
  checkView,
  faultMessages,
  limits,
} from '../../../sandbox/slack/rules.ts'
import {
  actions,
  button,
  confirm,
  home,
  image,
  input,
  type Json,
  modal,
  mrkdwn,
  option,
  options,
  plain,
  section,
  textInput,
  times,
} from './rule-samples.ts'

const clientForm: Json = {
  type: 'modal',
  callback_id: 'client.create',
  private_metadata: JSON.stringify({ v: 1, environment: 'test' }),
  notify_on_close: true,
  title: { type: 'plain_text', text: 'Ny klient' },
  submit: { type: 'plain_text', text: 'Opprett' },
  close: { type: 'plain_text', text: 'Avbryt' },
  blocks: [
    { type: 'context', elements: [mrkdwn('Testmiljøet. Produksjon krever egen tilgang.')] },
    input(
      textInput({ action_id: 'name', max_length: 255, focus_on_load: true, placeholder: plain('Saksbehandling') }),
      { block_id: 'name', hint: plain('Vises for innbyggeren') },
    ),
    input(
      { type: 'static_select', action_id: 'kind', options: options(4), initial_option: option('o0') },
      { block_id: 'kind', dispatch_action: true },
    ),
    input({ type: 'url_text_input', action_id: 'uri' }, { block_id: 'redirect', optional: true }),
    input({ type: 'external_select', action_id: 'owner', min_query_length: 2 }, { block_id: 'owner' }),
    input(
      {
        type: 'checkboxes',
        action_id: 'scopes',
        options: times(3, (i) => option(`s${i}`, { text: mrkdwn(`\`scope:${i}\``) })),
      },
      { block_id: 'scopes', optional: true },
    ),
    { type: 'divider' },
    section({
      text: mrkdwn('*Nøkkel*\nLast opp en JWKS-fil.'),
      accessory: button({ action_id: 'key.help', value: 'jwks' }),
    }),
    input(
      { type: 'file_input', action_id: 'jwks', filetypes: ['json'], max_files: 1 },
      { block_id: 'jwks', optional: true },
    ),
  ],
}

const homeTab = home([
  { type: 'header', text: plain('Portvakt') },
  section({
    fields: times(4, (i) => mrkdwn(`*Felt ${i}*\n${i}`)),
    accessory: { type: 'overflow', action_id: 'menu', options: options(3) },
  }),
  actions(
    button({ action_id: 'new', style: 'primary' }),
    button({ action_id: 'delete', style: 'danger', confirm: confirm() }),
  ),
  image({ title: plain('Innlogginger') }),
])

const incident: Json = {
  text: 'Driftsmelding: ID-porten svarer sent',
  blocks: [
    { type: 'header', text: plain('ID-porten svarer sent') },
    section({ text: mrkdwn('Fra <!date^1795359600^{date_short_pretty} {time}|22. november> & utover.'), expand: true }),
    {
      type: 'data_visualization',
      title: 'Innlogginger',
      chart: {
        type: 'line',
        series: [
          {
            name: 'Prod',
            data: [
              { label: '12', value: 10 },
              { label: '13', value: 2 },
            ],
          },
        ],
        axis_config: { categories: ['12', '13'] },
      },
    },
    { type: 'actions', block_id: 'ack', elements: [button({ action_id: 'ack', value: 'i1' })] },
  ],
  metadata: { event_type: 'incident', event_payload: { id: 'i1' } },
}

describe('whole things that Slack takes', () => {
  test.each<[string, Json]>([
    ['a form', clientForm],
    ['a Home tab', homeTab],
  ])('%s', (_name, view) => {
    expect(checkView(view)).toEqual([])
  })

  test('a message', () => {
    expect(checkMessage(incident)).toBeNull()
  })
})

test('faults are told in Slack’s own form', () => {
  const faults = checkView(modal([], { title: plain('x'.repeat(25)) }))
  expect(faultMessages(faults)).toEqual(['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'])
})

describe('for whatever is sent', () => {
  const anything = fc.jsonValue({ maxDepth: 4 })

  test('nothing is thrown, and every fault has a pointer and a message', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const faults = [
          ...checkView(value),
          ...checkView(modal(value)),
          ...checkView(
            modal([value, input(value as Json), actions(value as Json), section({ text: value, accessory: value })]),
          ),
          ...(checkMessage(value)?.faults ?? []),
          ...(checkMessage({ blocks: [value], attachments: [value], metadata: value })?.faults ?? []),
          ...checkOptionsAnswer(value),
          ...checkSubmissionAnswer(value, { blocks: [value] }),
          ...checkManifest(value),
          ...checkManifest({ display_information: value, features: value, settings: value, oauth_config: value }),
        ]
        checkTyped({ blocks: [value, input(value as Json, { block_id: 'b' })] }, { b: { a: { type: 'x', value } } })
        for (const { pointer, message } of faults)
          expect([pointer === '' || pointer.startsWith('/'), message !== '']).toEqual([true, true])
      }),
      { numRuns: 300 },
    )
  })

  test('length is counted in characters: any text up to the limit passes, any longer is refused', () => {
    const character = fc.constantFrom('a', 'ø', '漢', '👍', '𝔘')
    fc.assert(
      fc.property(fc.array(character, { minLength: 1, maxLength: 60 }), (characters) => {
        const faults = checkView(modal([], { title: plain(characters.join('')) }))
        expect(faults.length === 0).toBe(characters.length <= limits.view.title)
      }),
    )
  })

  test('a field set to undefined is the same as one left out', () => {
    const fields = Object.keys(clientForm)
    fc.assert(
      fc.property(fc.subarray(fields), (gone) => {
        const unset = { ...clientForm, ...Object.fromEntries(gone.map((name) => [name, undefined])) }
        expect(checkView(unset)).toEqual(checkView(JSON.parse(JSON.stringify(unset))))
      }),
    )
  })

  test('no view is changed by being looked at', () => {
    const before = JSON.stringify(clientForm)
    checkView(clientForm)
    expect(JSON.stringify(clientForm)).toBe(before)
  })
})

test('a view of 100 blocks is judged in a few milliseconds', () => {
  const big = modal(
    times(100, (i) =>
      i % 2
        ? input({ type: 'static_select', action_id: 'a', options: options(20) })
        : section({ accessory: button(), fields: times(10, () => mrkdwn()) }),
    ),
  )
  const judgeTwenty = () => {
    const start = performance.now()
    for (let i = 0; i < 20; i += 1) checkView(big)
    return (performance.now() - start) / 20
  }
  // The best of five rounds, as other work on the machine only ever adds time.
  const best = Math.min(...times(5, judgeTwenty))
  expect(checkView(big)).toEqual([])
  expect(best).toBeLessThan(10)
})
