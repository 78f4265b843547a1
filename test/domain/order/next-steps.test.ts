import { describe, expect, test } from 'vitest'
import { delegationForm, scopeName } from '../../../src/domain/order/delegation-form.ts'
import { claimsExample, nextStepsOf } from '../../../src/domain/order/next-steps.ts'
import {
  type Order,
  type OrderContent,
  type OrderFacts,
  type OrderState,
  registerScopes,
} from '../../../src/domain/order/types.ts'
import { heroy, kinn } from '../../helpers/belonging-world.ts'
import { direct, existing, fictional } from '../../helpers/order-samples.ts'

const none: OrderFacts = {
  acknowledged: null,
  scope: null,
  granted: {},
  fictionalUnit: null,
  proof: null,
  production: 'none',
  clientId: null,
  refusedWith: null,
  tokenAt: {},
}
const unit = { number: '310000019', name: 'FIKTIV AS' }
const proof: OrderFacts['proof'] = {
  how: 'said',
  confirmedOn: '2026-11-20',
  scope: null,
  environments: ['test'],
  orderId: null,
  by: { teamId: 'T1', userId: 'U1' },
  at: 1,
}

const order = (content: OrderContent, state: OrderState, facts: Partial<OrderFacts> = {}) =>
  ({ kind: content.kind, content, state, facts: { ...none, ...facts } }) satisfies Partial<Order>

test.each([
  ['offentlig', 'Offentlig myndighet'],
  ['rapporteringspliktig', 'Rapporteringspliktig virksomhet'],
  ['rapporteringspliktig.begrenset', 'Rapporteringspliktig virksomhet begrenset'],
  ['media', 'Media'],
  ['sivilsamfunnsorganisasjon', 'Sivilsamfunnsorganisasjon'],
  ['hoeyereutdanningsinstitusjon', 'Høyere utdanningsinstitusjon'],
] as const)('the delegation form of %s (brreg.md 1)', (scope, name) => {
  expect(scopeName(scope)).toBe(`brreg:reelle/${scope}`)
  expect(delegationForm(scope)).toBe(`Register over reelle rettighetshavere - ${name} - På vegne av`)
})

test('every scope has a form of its own', () => {
  expect(new Set(registerScopes.map(delegationForm)).size).toBe(registerScopes.length)
})

describe('the next steps', () => {
  test('A delegates nothing, in each environment that was confirmed', () => {
    const steps = nextStepsOf(order(direct, 'granted', { scope: 'media', granted: { test: 1, prod: 2 } }))
    expect(steps.map(({ environment, variant }) => `${environment} ${variant}`)).toEqual(['test direct', 'prod direct'])
    expect(steps[0]).toMatchObject({
      steps: ['make-client', 'fetch-token', 'call', 'test-data'],
      form: null,
      consumerOrg: null,
      delegatedBy: null,
      supplier: null,
      urls: { api: 'https://rrh.ppe.brreg.no' },
    })
    expect(steps[1]).toMatchObject({ urls: { api: 'https://rrh.brreg.no' } })
    expect(nextStepsOf(order(direct, 'granted', { granted: { prod: 2 } }))).toHaveLength(1)
  })

  test('B is delegated by the fictional person to the supplier, in TT02 alone', () => {
    const steps = nextStepsOf(order(fictional, 'ready-to-delegate', { scope: 'offentlig', fictionalUnit: unit }))
    expect(steps).toHaveLength(1)
    expect(steps[0]).toMatchObject({
      variant: 'fictional',
      environment: 'test',
      steps: ['delegate-fictional', 'make-client', 'fetch-token', 'call', 'test-data'],
      form: delegationForm('offentlig'),
      consumerOrg: unit.number,
      delegatedBy: unit,
      supplier: { number: kinn.number, name: kinn.name },
      urls: { altinn: 'https://tt02.altinn.no' },
    })
  })

  test('C asks the customer for the scope while it is not known, and goes on in production without a mail', () => {
    const [test, prod] = nextStepsOf(order(existing, 'delegated', { proof }))
    expect(test).toMatchObject({
      variant: 'existing-test',
      steps: ['ask-scope', 'customer-delegates-test', 'make-client', 'fetch-token', 'call', 'test-data'],
      form: null,
      consumerOrg: heroy.number,
    })
    expect(prod).toMatchObject({
      variant: 'existing-production',
      environment: 'prod',
      steps: ['ask-scope', 'customer-delegates-production', 'make-client', 'fetch-token', 'call'],
      urls: { altinn: 'https://www.altinn.no' },
    })
    const known = nextStepsOf(order(existing, 'sent', { proof, scope: 'media' }))
    expect(known.map(({ variant, steps }) => `${variant} ${steps[0]}`)).toEqual([
      'existing-production customer-delegates-production',
    ])
  })

  test.each(['draft', 'sent', 'rejected', 'withdrawn', 'cancelled'] as const)('none before access: %s', (state) => {
    expect(nextStepsOf(order(direct, state))).toEqual([])
    expect(nextStepsOf(order(fictional, state))).toEqual([])
    expect(nextStepsOf(order(existing, state))).toEqual([])
    const over = ['rejected', 'withdrawn', 'cancelled'].includes(state)
    expect(nextStepsOf(order(existing, state, { proof }))).toHaveLength(over ? 0 : 1)
  })

  test('none once it was anonymised', () => {
    expect(nextStepsOf({ ...order(existing, 'in-use', { proof }), content: null })).toEqual([])
  })
})

describe('the claims of a grant', () => {
  const about = { clientId: 'client-1', issuer: 'https://test.maskinporten.no', now: 1_700_000_000_500, jti: 'jti-1' }
  const shared = { aud: 'https://test.maskinporten.no/', iss: 'client-1', iat: 1_700_000_000, jti: 'jti-1' }

  test('have no consumer_org in A, the fictional enterprise’s in B, and the customer’s in C; never the supplier’s', () => {
    const claims = (content: OrderContent, facts: Partial<OrderFacts>) =>
      claimsExample({ ...about, order: order(content, 'granted', { scope: 'offentlig', ...facts }) })
    expect(claims(direct, {})).toEqual({ ...shared, scope: 'brreg:reelle/offentlig', exp: 1_700_000_100 })
    expect(claims(direct, {})).not.toHaveProperty('consumer_org')
    expect(claims(fictional, { fictionalUnit: unit })).toMatchObject({ consumer_org: unit.number })
    expect(claims(existing, {})).toMatchObject({ ...shared, consumer_org: heroy.number })
  })

  test('live no longer than Maskinporten takes', () => {
    const claims = claimsExample({ ...about, order: order(existing, 'delegated', { scope: 'media' }) })
    expect((claims?.exp ?? 0) - (claims?.iat ?? 0)).toBeLessThanOrEqual(120)
  })

  test('are none while the scope or the fictional enterprise is not known', () => {
    expect(claimsExample({ ...about, order: order(existing, 'delegated') })).toBeNull()
    expect(claimsExample({ ...about, order: order(fictional, 'delegated', { scope: 'media' }) })).toBeNull()
  })
})
