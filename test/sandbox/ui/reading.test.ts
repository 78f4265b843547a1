import { describe, expect, test } from 'vitest'
import { readAddress, writeAddress } from '../../../sandbox/ui/address.ts'
import { axisTop, readChart } from '../../../sandbox/ui/blocks/chart-data.ts'
import { choicesOf, chosenOf, filterChoices, suggestedChoices } from '../../../sandbox/ui/blocks/choices.ts'
import { fromUnix, toUnix } from '../../../sandbox/ui/blocks/date-time.ts'
import { chart } from './fixture-blocks.ts'

const option = (text: string) => ({ text: { type: 'plain_text', text }, value: text })
const texts = (groups: ReturnType<typeof choicesOf>) =>
  groups.map(({ label, choices }) => [label, ...choices.map(({ text }) => text)])

describe('choices', () => {
  const select = {
    type: 'static_select',
    option_groups: [
      { label: { text: 'Kommuner' }, options: [option('Ås'), option('Ørsta')] },
      { label: { text: 'Andre' }, options: [option('NAV')] },
    ],
  }

  test('keep their groups', () => {
    expect(texts(choicesOf(select))).toEqual([
      ['Kommuner', 'Ås', 'Ørsta'],
      ['Andre', 'NAV'],
    ])
  })

  test.each([
    ['ås', [['Kommuner', 'Ås']]],
    ['nav', [['Andre', 'NAV']]],
    [
      '',
      [
        ['Kommuner', 'Ås', 'Ørsta'],
        ['Andre', 'NAV'],
      ],
    ],
    ['xyz', []],
  ])('filtered by %j', (query, expected) => {
    expect(texts(filterChoices(choicesOf(select), query))).toEqual(expected)
  })

  test('suggested by the bot become Slack’s options', () => {
    const [group] = suggestedChoices({ ok: true, options: [{ text: 'A', value: 'a', description: 'd' }] })
    expect(group?.choices[0]?.content).toEqual({
      text: { type: 'plain_text', text: 'A', emoji: true },
      value: 'a',
      description: { type: 'plain_text', text: 'd', emoji: true },
    })
    expect(suggestedChoices({ ok: false, error: 'x' })).toEqual([])
  })

  test('ids are shown by name', () => {
    expect(chosenOf(['U1'], (id) => `name of ${id}`)[0]).toMatchObject({ key: 'U1', text: 'name of U1', content: 'U1' })
    expect(chosenOf(null, String)).toEqual([])
  })
})

describe('charts', () => {
  test('have a number for each category, or none', () => {
    const read = readChart({
      type: 'line',
      axis_config: { categories: ['a', 'b'] },
      series: [{ name: 's', data: [{ label: 'b', value: 2 }] }],
    })
    expect(read?.series).toEqual([{ name: 's', values: [null, 2] }])
  })

  test('of the fixture are read', () => {
    expect(chart().map((block) => readChart(block.chart)?.kind)).toEqual(['bar', 'pie'])
    expect(readChart({ type: 'radar' })).toBeNull()
  })

  test.each([
    [0, 1],
    [7, 8],
    [1020, 1200],
    [99, 100],
  ])('an axis for %d ends at %d', (most, top) => {
    expect(axisTop(most)).toBe(top)
  })
})

describe('date and time', () => {
  test('there and back', () => {
    const seconds = toUnix('2026-11-22', '15:04')
    expect(fromUnix(seconds)).toEqual({ date: '2026-11-22', time: '15:04' })
  })

  test.each([
    ['2026-11-22', ''],
    ['', '15:04'],
    ['2026-99-99', '15:04'],
  ])('%j with %j is nothing', (date, time) => {
    expect(toUnix(date, time)).toBeNull()
  })
})

test('the address says who and where, and keeps the rest', () => {
  expect(readAddress('?as=U1&channel=C1')).toEqual({ as: 'U1', channel: 'C1' })
  expect(readAddress('')).toEqual({ as: '', channel: '' })
  expect(writeAddress({ as: 'U2', channel: '' }, '?as=U1&channel=C1&x=1')).toBe('?as=U2&x=1')
})
