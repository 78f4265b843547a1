import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { textFor } from '../../../src/text/index.ts'
import { errorCard } from '../../../views/kit/error-card.ts'
import { buttonValueOf, metadataOf } from '../../../views/kit/metadata.ts'
import { titleFor } from '../../../views/kit/modal.ts'
import { pages } from '../../../views/kit/pages.ts'

const t = textFor('en')

describe('a title', () => {
  it.each([
    ['Keys', null, 'Keys'],
    ['Keys', 'test', 'Keys'],
    ['Keys', 'prod', 'Keys (prod)'],
    ['A title that is much too long', 'test', 'A title that is much to…'],
    ['A title that is much too long', 'prod', 'A title that is … (prod)'],
  ] as const)('%s in %s', (title, environment, expected) => {
    expect(titleFor(title, environment)).toBe(expected)
    expect(Array.from(titleFor(title, environment)).length).toBeLessThanOrEqual(24)
  })
})

describe('JSON in metadata and buttons', () => {
  const value = buttonValueOf(z.object({ id: z.string() }))

  it('reads what it wrote', () => {
    expect(value.read(value.write({ id: 'æ"<' }))).toEqual({ id: 'æ"<' })
    expect(value.input.parse('{"id":"a","more":1}')).toEqual({ id: 'a' })
  })

  it.each(['', 'null', '{', '{"id":1}', `{"id":"${'a'.repeat(2000)}"}`])('reads nothing from %j', (text) => {
    expect(value.read(text)).toBeNull()
    expect(value.input.safeParse(text).success).toBe(false)
  })

  it('refuses to write more than Slack takes', () => {
    expect(() => value.write({ id: 'a'.repeat(2000) })).toThrow(RangeError)
    expect(metadataOf(value.schema).write({ id: 'a'.repeat(2900) }).length).toBeLessThanOrEqual(3000)
  })
})

describe('paging', () => {
  const to = { previous: 'x.previous', next: 'x.next', value: (page: number) => String(page) }
  const buttons = (page: number, total: number) =>
    pages(t, { page, size: 8, total }, to)
      .flatMap((block) => (block.type === 'actions' ? block.elements : []))
      .map((element) => ('value' in element ? `${element.action_id} ${element.value}` : ''))

  it.each([
    [0, 8, []],
    [0, 9, ['x.next 1']],
    [1, 17, ['x.previous 0', 'x.next 2']],
    [2, 17, ['x.previous 1']],
    [9, 17, ['x.previous 1']],
  ])('from page %i of %i rows', (page, total, expected) => {
    expect(buttons(page, total)).toEqual(expected)
  })

  it('counts from one to the last row', () => {
    expect(JSON.stringify(pages(t, { page: 2, size: 8, total: 17 }, to))).toContain('Showing 17–17 of 17')
  })
})

describe('an error card', () => {
  const card = (code: Parameters<typeof errorCard.render>[1]['code'], details = {}) =>
    JSON.stringify(errorCard.render(t, { code, details, serviceDesk: 'help@digdir.no', reference: 'req-42' }).message)

  it('says what happened, what to do, and gives both references', () => {
    const json = card('digdir-terms-not-signed', { correlationId: 'corr-7' })
    for (const part of ['terms of use', 'help@digdir.no', 'corr-7', 'req-42']) expect(json).toContain(part)
  })

  it('says who must act on a code of Maskinporten’s', () => {
    expect(card('token-refused', { mpCode: 'MP-121' })).toContain('key has expired. (MP-121)')
    expect(card('token-refused', { mpCode: 'MP-999' })).toContain('(MP-999)')
  })

  it('names the fields that Digdir refused as the form does', () => {
    const json = card('digdir-refused', { fields: [{ field: 'redirect_uris[0]', reason: 'must be https' }] })
    expect(json).toContain('Redirect URIs: `must be https`')
  })
})
