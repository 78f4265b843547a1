import { describe, expect, it } from 'vitest'
import { failureOf } from '../peer.ts'
import { body, ID, own, registration, start } from './told-digdir.ts'

describe('statuses', () => {
  const statuses: [number, string, string][] = [
    [302, 'digdir-answer-unreadable', 'digdir-outcome-unknown'],
    [400, 'digdir-refused', 'digdir-refused'],
    [401, 'digdir-unauthorised', 'digdir-unauthorised'],
    [403, 'digdir-forbidden', 'digdir-forbidden'],
    [404, 'not-found', 'not-found'],
    [409, 'digdir-conflict', 'digdir-conflict'],
    [415, 'digdir-refused', 'digdir-refused'],
    [428, 'digdir-terms-not-signed', 'digdir-terms-not-signed'],
    [429, 'digdir-unavailable', 'digdir-unavailable'],
    [500, 'digdir-unavailable', 'digdir-outcome-unknown'],
    [502, 'digdir-unavailable', 'digdir-outcome-unknown'],
    [503, 'digdir-unavailable', 'digdir-outcome-unknown'],
    [504, 'digdir-unavailable', 'digdir-outcome-unknown'],
  ]
  for (const [status, reading, creating] of statuses) {
    it.each(['JSON', 'HTML', 'nothing'])(`${status} with %s: ${reading}; for a create ${creating}`, async (kind) => {
      const text =
        { JSON: JSON.stringify({ status, correlation_id: 'c0ffee-1' }), HTML: '<html>no</html>', nothing: '' }[kind] ??
        ''
      const headers: Record<string, string> =
        kind === 'JSON' ? {} : { 'x-correlation-id': 'c0ffee-1', 'content-type': 'text/html' }
      const { peer, digdir } = await start(() => ({ status, text, headers }))
      const details = { status, correlationId: 'c0ffee-1', environment: 'test', system: 'digdir' }
      expect(await failureOf(digdir.get(own, ID))).toMatchObject({ code: reading, details })
      const before = peer.heard.length
      expect(await failureOf(digdir.create(own, body))).toMatchObject({ code: creating, details })
      expect(peer.heard.length - before).toBe(status === 401 ? 2 : 1)
    })
  }

  it('400 tells every field at fault in the API’s words', async () => {
    const errors = [
      { errorMessage: 'must be https', isFieldError: true, objectName: 'client', fieldIdentifier: 'redirect_uris[0]' },
      { errorMessage: 'must not be blank', fieldIdentifier: 'client_name', unknown: 1 },
      { errorMessage: 'is odd', isFieldError: false, fieldIdentifier: null },
    ]
    const { digdir } = await start(() => ({ status: 400, json: { correlation_id: 'c-1', errors } }))
    const { details } = await failureOf(digdir.create(own, body))
    expect(details.fields).toEqual([
      { field: 'redirect_uris[0]', reason: 'must be https' },
      { field: 'client_name', reason: 'must not be blank' },
      { field: '', reason: 'is odd' },
    ])
  })

  it.each([
    ['a description alone', { error_description: 'scope not allowed' }, [{ field: '', reason: 'scope not allowed' }]],
    ['errors of another shape', { correlation_id: 'c-1', errors: 'no' }, undefined],
    ['numbers for words', { correlation_id: 7, error_description: 8 }, undefined],
  ])('400 with %s', async (_, json, fields) => {
    const { digdir } = await start(() => ({ status: 400, json }))
    const error = await failureOf(digdir.create(own, body))
    expect([error.code, error.details.fields]).toEqual(['digdir-refused', fields])
  })

  it.each([
    ['7', 7],
    ['Mon, 01 Jun 2026 12:00:30 GMT', 30],
    ['soon', undefined],
  ])('429 keeps Retry-After: %s', async (header, seconds) => {
    const { digdir } = await start(() => ({ status: 429, headers: { 'retry-after': header } }))
    const error = await failureOf(digdir.create(own, body))
    expect([error.code, error.details.retryAfter]).toEqual(['digdir-unavailable', seconds])
  })
})

describe('401', () => {
  it('is met with a new token, once, for a POST as well', async () => {
    const { peer, wishes, digdir } = await start((request) =>
      request.headers.authorization === 'Bearer token-number-2'
        ? { status: 201, json: registration() }
        : { status: 401 },
    )
    expect((await digdir.create(own, body)).value.client_id).toBe(ID)
    expect(peer.heard.map((one) => one.headers.authorization)).toEqual([
      'Bearer token-number-1',
      'Bearer token-number-2',
    ])
    expect(wishes[1]?.how).toEqual({ insteadOf: 'token-number-1' })
  })

  it('is final the second time', async () => {
    const { peer, digdir } = await start(() => ({ status: 401, json: { correlation_id: 'c-1' } }))
    expect(await failureOf(digdir.get(own, ID))).toMatchObject({
      code: 'digdir-unauthorised',
      details: { correlationId: 'c-1' },
    })
    expect(peer.heard).toHaveLength(2)
  })
})
