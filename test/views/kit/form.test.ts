import { describe, expect, expectTypeOf, it } from 'vitest'
import { defineForm, type Labels } from '../../../views/kit/form.ts'
import { stateOf } from '../state-of.ts'

const fields = {
  title: { kind: 'text', focus: true },
  body: { kind: 'multiline', optional: true },
  uris: { kind: 'lines' },
  size: { kind: 'select', values: ['small', 'large'] },
  colour: { kind: 'radio', values: ['red', 'blue'] },
  tags: { kind: 'multi-select', values: ['a', 'b', 'c'], optional: true },
  scopes: { kind: 'external-multi-select', optional: true },
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
      agreed: boolean
      seconds: number | null
    }>()
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
    expect(optional(form.render({ t: labels }))).toEqual(['body', 'tags', 'scopes', 'agreed', 'seconds'])
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
