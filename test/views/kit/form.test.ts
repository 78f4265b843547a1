import { describe, expect, expectTypeOf, it } from 'vitest'
import { checkView } from '../../../sandbox/slack/rules.ts'
import { defineForm, type Labels } from '../../../views/kit/form.ts'
import { modal } from '../../../views/kit/modal.ts'
import { stateOf } from '../state-of.ts'

const fields = {
  title: { kind: 'text', focus: true },
  body: { kind: 'multiline', optional: true },
  uris: { kind: 'lines' },
  size: { kind: 'select', values: ['small', 'large'] },
  colour: { kind: 'radio', values: ['red', 'blue'] },
  tags: { kind: 'multi-select', values: ['a', 'b', 'c'], optional: true },
  scopes: { kind: 'external-multi-select', optional: true },
  address: { kind: 'email' },
  days: { kind: 'checkboxes', values: ['mon', 'tue'], optional: true },
  unit: { kind: 'external-select', letters: 2 },
  owner: { kind: 'user' },
  owners: { kind: 'users', most: 3, optional: true },
  place: { kind: 'channel', optional: true },
  until: { kind: 'date', optional: true },
  agreed: { kind: 'checkbox' },
  seconds: { kind: 'number', min: 1, max: 10, optional: true },
} as const

const options = (...values: string[]) => Object.fromEntries(values.map((value) => [value, { label: value }]))
const labels = {
  title: { label: 'Title', hint: 'A hint', placeholder: 'A place' },
  body: { label: 'Body' },
  uris: { label: 'URIs' },
  size: { label: 'Size', options: options('small', 'large') },
  colour: { label: 'Colour', options: options('red', 'blue') },
  tags: { label: 'Tags', options: options('a', 'b', 'c') },
  scopes: { label: 'Scopes' },
  address: { label: 'Address', placeholder: 'A place' },
  days: { label: 'Days', options: options('mon', 'tue') },
  unit: { label: 'Unit', placeholder: 'A place' },
  owner: { label: 'Owner', placeholder: 'A place' },
  owners: { label: 'Owners' },
  place: { label: 'Place', placeholder: 'A place' },
  until: { label: 'Until', placeholder: 'A place' },
  agreed: { label: 'Agreed', options: { yes: { label: 'I agree' } } },
  seconds: { label: 'Seconds' },
} as Labels<typeof fields>

const form = defineForm({ id: 'test-form', fields })

const full = {
  title: 'Guovdageaidnu 👩‍👩‍👧 & <!channel>',
  body: 'one\n\ntwo',
  uris: ['https://a.no', 'http://localhost:3000'],
  size: 'large' as const,
  colour: 'red' as const,
  tags: ['a' as const, 'c' as const],
  scopes: ['openid', 'eksempel:data.read'],
  address: 'ola@etat.no',
  days: ['tue' as const],
  unit: '310334738',
  owner: 'U0OLA',
  owners: ['U0OLA', 'W0KARI'],
  place: 'C0HAVN',
  until: '2026-12-31',
  agreed: true,
  seconds: 7,
}
const blank = {
  title: '',
  body: '',
  uris: [],
  size: null,
  colour: null,
  tags: [],
  scopes: [],
  address: '',
  days: [],
  unit: null,
  owner: null,
  owners: [],
  place: null,
  until: null,
  agreed: false,
  seconds: null,
}

const roundTrip = (values: Partial<typeof full>) => form.read(stateOf({ blocks: form.render({ t: labels, values }) }))

describe('a form', () => {
  it('reads what it rendered', () => {
    expect(roundTrip(full)).toEqual(full)
    expect(roundTrip({})).toEqual(blank)
  })

  it('types what it reads', () => {
    expectTypeOf(form.read({})).toEqualTypeOf<{
      title: string
      body: string
      uris: string[]
      size: 'small' | 'large' | null
      colour: 'red' | 'blue' | null
      tags: ('a' | 'b' | 'c')[]
      scopes: string[]
      address: string
      days: ('mon' | 'tue')[]
      unit: string | null
      owner: string | null
      owners: string[]
      place: string | null
      until: string | null
      agreed: boolean
      seconds: number | null
    }>()
  })

  it.each([
    ['full', { t: labels, values: full, names: { unit: { '310334738': 'Kystverdi' } } }],
    ['empty', { t: labels }],
    ['with texts of 200 letters', { t: labels, values: { ...full, scopes: ['x'.repeat(200)], unit: 'y'.repeat(200) } }],
  ])('is taken by Slack: %s', (_, how) => {
    const blocks = form.render(how)
    expect(checkView(modal({ id: form.id, title: 'T', environment: null, close: 'C', submit: 'S', blocks }))).toEqual(
      [],
    )
  })

  it('shows what was suggested by its name, and what has none by its value', () => {
    const names = { scopes: { openid: 'Log in' }, unit: { '310334738': 'Kystverdi' } }
    const [unit, scopes] = form.render({ t: labels, values: full, names, only: ['unit', 'scopes'] })
    expect(unit?.element).toMatchObject({ min_query_length: 2, initial_option: { text: { text: 'Kystverdi' } } })
    expect(scopes?.element).toMatchObject({
      min_query_length: 0,
      initial_options: [{ text: { text: 'Log in' }, value: 'openid' }, { text: { text: 'eksempel:data.read' } }],
    })
    expect(form.read(stateOf({ blocks: [unit, scopes] }), ['unit', 'scopes'])).toEqual({
      unit: full.unit,
      scopes: full.scopes,
    })
  })

  it('offers no channel that outsiders are in, and no more people than may be chosen', () => {
    const [place, owners] = form.render({ t: labels, only: ['place', 'owners'] })
    expect(place?.element).toMatchObject({ filter: { exclude_external_shared_channels: true } })
    expect(owners?.element).toMatchObject({ max_selected_items: 3 })
  })

  it.each([
    ['owner', { selected_user: 'C0HAVN' }, null],
    ['owner', { selected_user: '<!channel>' }, null],
    ['owners', { selected_users: ['U0OLA', 'U0OLA'] }, ['U0OLA']],
    ['owners', { selected_users: ['U0OLA', 'nobody'] }, []],
    ['place', { selected_conversation: 'D0OLA' }, 'D0OLA'],
    ['place', { selected_conversation: '<!channel>' }, null],
    ['place', { selected_conversation: null }, null],
    ['until', { selected_date: '2026-02-30' }, null],
    ['until', { selected_date: '31.12.2026' }, null],
    ['unit', { selected_option: null }, null],
    ['days', { selected_options: [{ value: 'sun' }, { value: 'mon' }] }, ['mon']],
    ['address', { value: ' ola@etat.no ' }, 'ola@etat.no'],
  ] as const)('reads %s %j as %j', (field, state, value) => {
    expect(form.read({ [field]: { [`test-form.${field}`]: state } }, [field])).toEqual({ [field]: value })
  })

  it('reads an empty state as empty', () => {
    expect(form.read({})).toEqual(blank)
  })

  it('names its blocks and actions by field', () => {
    const blocks = form.render({ t: labels })
    expect(blocks.map(({ block_id }) => block_id)).toEqual(Object.keys(fields))
    for (const { block_id, element } of blocks) expect(element).toMatchObject({ action_id: `test-form.${block_id}` })
  })

  it('shows only the fields asked for, in the order asked for, and reads no others', () => {
    const blocks = form.render({ t: labels, values: full, only: ['uris', 'title'] })
    expect(blocks.map(({ block_id }) => block_id)).toEqual(['uris', 'title'])
    expect(form.read(stateOf({ blocks }), ['uris', 'title'])).toEqual({ uris: full.uris, title: full.title })
  })

  it('marks optional by field, by case, and always for a box to tick', () => {
    const optional = (blocks: ReturnType<typeof form.render>) =>
      blocks.filter((block) => block.optional).map((block) => block.block_id)
    expect(optional(form.render({ t: labels }))).toEqual([
      'body',
      'tags',
      'scopes',
      'days',
      'owners',
      'place',
      'until',
      'agreed',
      'seconds',
    ])
    expect(
      optional(form.render({ t: labels, required: ['title', 'agreed'], only: ['title', 'uris', 'agreed'] })),
    ).toEqual(['uris', 'agreed'])
  })

  it.each([
    ['blank lines', ' a \n\n\r\nb\n', ['a', 'b']],
    ['nothing', '  \n ', []],
    ['null', null, []],
  ])('reads lines: %s', (_, value, expected) => {
    expect(form.read({ uris: { 'test-form.uris': { type: 'plain_text_input', value } } }, ['uris'])).toEqual({
      uris: expected,
    })
  })

  it('ignores choices that it did not offer', () => {
    const state = {
      size: { 'test-form.size': { type: 'static_select', selected_option: { value: 'huge' } } },
      tags: { 'test-form.tags': { type: 'multi_static_select', selected_options: [{ value: 'z' }, { value: 'b' }] } },
    }
    expect(form.read(state, ['size', 'tags'])).toEqual({ size: null, tags: ['b'] })
  })

  it('reads what is no number as NaN, for the rules to refuse', () => {
    const state = { seconds: { 'test-form.seconds': { type: 'number_input', value: 'ten' } } }
    expect(form.read(state, ['seconds']).seconds).toBeNaN()
  })

  it('keeps whole lines only where a list is longer than an input takes', () => {
    const uris = Array.from({ length: 40 }, (_, index) => `https://tjeneste${index}.no/${'x'.repeat(100)}`)
    const kept = roundTrip({ uris }).uris
    expect(kept.length).toBeGreaterThan(20)
    expect(uris.slice(0, kept.length)).toEqual(kept)
  })

  it('puts every fault on a block that is there', () => {
    const faults = [
      { field: 'uris', message: 'Line 1: bad.' },
      { field: 'uris', message: 'Line 2: bad.' },
      { field: 'uris', message: 'Line 2: bad.' },
      { field: 'seconds', message: 'Too few.' },
      { field: 'never-heard-of', message: 'Odd.' },
    ]
    expect(form.errors(faults, ['title', 'uris'])).toEqual({
      uris: 'Line 1: bad.\nLine 2: bad.',
      title: 'Too few.\nOdd.',
    })
    expect(form.errors([])).toEqual({})
  })
})
