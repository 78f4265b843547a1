import { describe, expect, it } from 'vitest'
import type { Change } from '../../../src/domain/change.ts'
import type { Outcome } from '../../../src/domain/change-kind.ts'
import { addKey } from '../../../src/domain/client/add-key.ts'
import { createClient } from '../../../src/domain/client/create-client.ts'
import { createPayload } from '../../../src/domain/client/create-payload.ts'
import { deactivateClient } from '../../../src/domain/client/deactivate-client.ts'
import { defaultDraft } from '../../../src/domain/client/defaults.ts'
import { newSecret } from '../../../src/domain/client/new-secret.ts'
import { removeKey } from '../../../src/domain/client/remove-key.ts'
import { setOwners } from '../../../src/domain/client/set-owners.ts'
import { textFor } from '../../../src/text/index.ts'
import { madeClient } from '../../../views/client/made.ts'
import { clientOutcome } from '../../../views/client/outcome.ts'
import { key, now, registration } from '../samples.ts'
import { stepUp } from './production-samples.ts'

const t = textFor('en')
const maskinporten = { test: 'https://test.maskinporten.no/', prod: 'https://maskinporten.no/' }
const by = { teamId: 'T0', userId: 'U0' }
const { client_id, client_name } = registration()
const subject = `client:${client_id}`
const secret = 'a-secret-that-is-in-no-message'
const approved = { loginId: 'login-1', decision: { by, at: now } }
const postedAt = now

const payloads: Record<string, unknown> = {
  [createClient.name]: createPayload({ ...defaultDraft('idporten', 'prod'), client_name }, null),
  [addKey.name]: { clientId: client_id, key: { kty: 'RSA', kid: 'k1', alg: 'RS256', use: 'sig', n: 'n', e: 'AQAB' } },
  [removeKey.name]: { clientId: client_id, kid: 'k1' },
  [deactivateClient.name]: { clientId: client_id, clientName: client_name },
  [newSecret.name]: { clientId: client_id },
  [setOwners.name]: { clientId: client_id, owners: [by], before: [] },
}

const changeOf = (kind: string, over: Partial<Change>): Change =>
  stepUp(kind, payloads[kind], { subject: kind === createClient.name ? null : subject, ...approved, ...over })

const shown = (kind: string, over: Partial<Change>, more: Partial<Outcome> = {}) => {
  const change = changeOf(kind, over)
  const known = { client_name, keys: [key('k1', now + 1)] }
  const facts = { known, serviceDesk: 'servicedesk@digdir.no', maskinporten, now }
  return clientOutcome.render(t, { outcome: { state: change.state, change, ...more }, ...facts })
}

const withSecret = registration({ token_endpoint_auth_method: 'client_secret_basic' })
const made = { postedAt, clientId: client_id, kid: null }
const failure = { code: 'digdir-unavailable', correlationId: 'c-1' } as const

type Case = [string, string, Partial<Change>, Partial<Outcome>, string]
const cases: Case[] = [
  ['a client', createClient.name, { state: 'done', result: made }, { registration: registration() }, 'client-created'],
  [
    'a key',
    addKey.name,
    { state: 'done', result: { clientId: client_id, kid: 'k1', renewed: false } },
    {},
    'client-keys',
  ],
  ['no key', removeKey.name, { state: 'done', result: { clientId: client_id, kid: 'k1' } }, {}, 'client-keys'],
  [
    'a deactivation',
    deactivateClient.name,
    { state: 'done', result: { clientId: client_id } },
    {},
    'client-deactivated',
  ],
  ['a secret', newSecret.name, { state: 'done', result: { clientId: client_id } }, {}, 'client-secret-made'],
  [
    'a secret in test',
    newSecret.name,
    { state: 'done', policy: 'self', environment: 'test', result: { clientId: client_id } },
    {},
    'client-secret-lost',
  ],
  [
    'owners',
    setOwners.name,
    { state: 'done', policy: 'self', result: { clientId: client_id } },
    {},
    'client-owners-saved',
  ],
  ['nothing, refused', createClient.name, { state: 'failed', failure }, {}, 'client-not-made'],
  ['half a client', createClient.name, { state: 'failed', failure, result: made }, {}, 'client-half-made'],
  ['nobody knows which client', createClient.name, { state: 'unknown', failure }, {}, 'client-unknown'],
  ['nobody knows which key', addKey.name, { state: 'unknown', failure }, {}, 'client-unknown'],
  ['no deactivation', deactivateClient.name, { state: 'failed', failure }, {}, 'error'],
  ['nothing, cancelled', createClient.name, { state: 'declined' }, {}, 'client-not-done'],
  ['nothing, too late', newSecret.name, { state: 'expired', decision: null, loginId: null }, {}, 'client-not-done'],
  ['nothing, interrupted', createClient.name, { state: 'expired' }, {}, 'client-not-made'],
]

describe('what became of a change', () => {
  it.each(cases)('%s (%s)', (_, kind, change, more, view) => {
    const both = shown(kind, change, more)
    expect(both.view.callback_id).toBe(view)
    expect(JSON.stringify(both.message.blocks)).toMatch(/action_id|servicedesk|status\.digdir\.no/)
  })

  it.each([
    [addKey.name, 'client-unknown.keys'],
    [removeKey.name, 'client-unknown.keys'],
    [deactivateClient.name, 'client-unknown.show'],
    [newSecret.name, 'client-secret-lost.again'],
  ])('of which nobody knows (%s) leads to where one can see it', (kind, action) => {
    expect(JSON.stringify(shown(kind, { state: 'unknown', failure }).view)).toContain(action)
  })

  it.each(['prod', 'test'] as const)('shows no secret that it was handed by mistake, in %s', (environment) => {
    const policy = environment === 'prod' ? 'step-up' : 'self'
    const done = { state: 'done', environment, policy } as const
    const told = [
      shown(createClient.name, { ...done, result: made }, { registration: withSecret, secret }),
      shown(newSecret.name, { ...done, result: { clientId: client_id } }, { registration: withSecret, secret }),
    ]
    expect(JSON.stringify(told)).not.toContain(secret)
  })
})

describe('the secret of a new client', () => {
  const data = { registration: withSecret, secret, maskinporten, now }

  it('of test stands in the modal alone', () => {
    const { view, message } = madeClient.render(t, { ...data, environment: 'test' })
    expect(JSON.stringify(view)).toContain(secret)
    expect(JSON.stringify(message)).not.toContain(secret)
    expect(JSON.stringify(message)).toContain('client-secret-lost.again')
  })

  it('of production stands in neither, and the way to a new one in both', () => {
    const { view, message } = madeClient.render(t, { ...data, environment: 'prod' })
    for (const one of [view, message]) {
      expect(JSON.stringify(one)).not.toContain(secret)
      expect(JSON.stringify(one)).toContain('client-secret-lost.again')
    }
  })
})
