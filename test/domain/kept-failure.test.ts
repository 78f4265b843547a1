import { describe, expect, it } from 'vitest'
import { detailsKept, keptFailure } from '../../src/domain/kept-failure.ts'

const reasonOf = (reason: string) =>
  keptFailure('digdir-refused', { fields: [{ field: 'x', reason }] }).fields?.[0]?.reason

describe('what is kept of a failure', () => {
  it('is what the words are made of, and nothing else', () => {
    const details = {
      correlationId: 'cor-1',
      mpCode: 'MP-200',
      retryAfter: 40,
      fields: [{ field: 'redirect_uris[0]', reason: 'must be https' }],
    }
    const kept = keptFailure('digdir-refused', { ...details, environment: 'prod', system: 'digdir', status: 400 })
    expect(kept).toEqual({ code: 'digdir-refused', ...details })
    expect(detailsKept(kept)).toEqual(details)
    expect(keptFailure('internal', {})).toEqual({ code: 'internal', correlationId: null })
    expect(detailsKept(keptFailure('internal', {}))).toEqual({})
  })

  it.each([
    ['must be https', 'must be https'],
    ['the client’s name is taken, and it doesn’t help', 'the client’s name is taken, and it doesn’t help'],
    ["the client's name isn't free", "the client's name isn't free"],
    ['at least 2048 bits, at most 5 keys', 'at least 2048 bits, at most 5 keys'],
    ['unknown scope: skatt:inntekt', 'unknown scope: skatt:inntekt'],
    // what quotes somebody
    ['must be https: http://intern.etat.no/cb?x=1', 'must be https: …'],
    ['app://callback, is not allowed', '…, is not allowed'],
    ["rejected value 'Byggesak for Kari'", 'rejected value …'],
    ['rejected value [Byggesak]; default message [too long]', 'rejected value …; default message …'],
    ['“Byggesak” is taken', '… is taken'],
    ['«Byggesak» er opptatt', '… er opptatt'],
    ['kari.nordmann@etat.no is no URI', '… is no URI'],
    ['14038621098 is nobody’s', '… is nobody’s'],
    ['140386 21098', '…'],
    [`token ${'aB3_'.repeat(20)} expired`, 'token … expired'],
    ['-----BEGIN PRIVATE KEY-----\nabc', '…'],
  ])('of the reason %j is %j', (said, kept) => {
    expect(reasonOf(said)).toBe(kept)
  })

  it('names a field as the API does, and as nothing else', () => {
    const fieldOf = (field: string) => keptFailure('bad-input', { fields: [{ field, reason: 'x' }] }).fields?.[0]?.field
    for (const field of ['', 'client_name', 'redirect_uris[3]', 'metadata.name']) expect(fieldOf(field)).toBe(field)
    expect(fieldOf('kari@etat.no')).toBe('…')
  })

  it('is never a page of text', () => {
    const fields = Array.from({ length: 60 }, () => ({ field: 'x', reason: 'too long '.repeat(100) }))
    const kept = keptFailure('digdir-refused', { fields }).fields ?? []
    expect([kept.length, Math.max(...kept.map(({ reason }) => reason.length))]).toEqual([15, 300])
  })
})
