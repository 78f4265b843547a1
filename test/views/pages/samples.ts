import { policyIn } from '../../../src/domain/begin-change.ts'
import { giveClearance } from '../../../src/domain/belonging/clearance-kinds.ts'
import { clientKinds } from '../../../src/domain/client/client-kinds.ts'
import { credentialKinds } from '../../../src/domain/client/credential-kinds.ts'
import { credentialKeyFaults } from '../../../src/domain/client/credentials-key.ts'
import type { PublicKey } from '../../../src/domain/client/types.ts'
import type { Text } from '../../../src/text/index.ts'
import { addressConfirmedPage, addressPage } from '../../../views/pages/address.ts'
import { type Became, becamePage } from '../../../views/pages/became.ts'
import { carryOutPage, clearanceProvedPage } from '../../../views/pages/carry-out.ts'
import type { ChangeShown } from '../../../views/pages/change-part.ts'
import { type CredentialFaults, credentialPage, keyFaultAt } from '../../../views/pages/credential.ts'
import { loggedOutPage, loginEndedPage } from '../../../views/pages/logged-out.ts'
import { loginPage } from '../../../views/pages/login.ts'
import { problemPage } from '../../../views/pages/problem.ts'

/** What somebody hopes to get into a page by a name. */
export const evil = `"'><script>alert(1)</script><img src=x onerror=alert(2)>&lt;\u202e</textarea></title></style>`
export const serviceDesk = 'brukerstotte@example.no'
const at = Date.UTC(2026, 10, 22, 13, 32)

const key: PublicKey = { kty: 'RSA', kid: 'nokkel-1', alg: 'RS256', use: 'sig', n: 'A'.repeat(342), e: 'AQAB' }
const clientId = 'a1b2c3d4-0000-4000-8000-000000000000'

export const payloads: Record<string, unknown> = {
  'client.create': {
    metadata: {
      client_name: evil,
      description: `${evil}\n${evil}`,
      integration_type: evil,
      application_type: 'constructor',
      client_uri: `https://a.example/${evil}`,
      client_orgno: evil,
      token_endpoint_auth_method: 'client_secret_basic',
      grant_types: ['authorization_code', evil],
      scopes: ['openid', evil],
      redirect_uris: ['https://a.example/callback', `https://a.example/?a=1&b=${evil}`],
      post_logout_redirect_uris: [evil],
      frontchannel_logout_uri: evil,
      frontchannel_logout_session_required: true,
      sso_disabled: true,
      code_challenge_method: 'S256',
      access_token_lifetime: 3600,
      refresh_token_lifetime: 7200,
      authorization_lifetime: 0,
      refresh_token_usage: 'ONETIME',
    },
    key: { ...key, kid: evil },
  },
  'key.add': { clientId, key: { ...key, kid: evil } },
  'key.remove': { clientId, kid: evil },
  'client.deactivate': { clientId, clientName: evil },
  'secret.new': { clientId },
  'clearance.give': { user: { teamId: 'T1', userId: 'U2' }, organisationNumber: '817263992' },
  'credential.give': { organisationNumber: '817263992' },
  'credential.remove': { organisationNumber: '817263992', environment: 'prod', clientId, kid: evil, testedAt: at },
}

/** The kinds that a login is for. */
export const kindsOfLogins = [
  ...clientKinds.filter(({ policy }) => policyIn(policy, 'prod') === 'step-up').map(({ name }) => name),
  giveClearance.name,
  ...credentialKinds.map(({ name }) => name),
]

/** What came of those whose page tells more of it than an id. */
const results: Record<string, unknown> = {
  'credential.give': {
    environment: 'prod',
    clientId,
    kid: evil,
    scopes: ['idporten:dcr.write', evil],
    replaced: { clientId: evil, kid: evil },
  },
}

export const shownOf = (kind: string, name = evil): ChangeShown => ({
  change: {
    kind,
    payload: payloads[kind],
    environment: kind.endsWith('.give') ? null : 'prod',
    result: null,
    createdAt: at,
    expiresAt: at + 600_000,
  },
  organisation: { number: '817263992', name },
  requester: name,
  names: { client: name, person: name, organisation: name },
  serviceDesk,
})

const doneOf = (kind: string): ChangeShown => {
  const shown = shownOf(kind)
  return { ...shown, change: { ...shown.change, result: results[kind] ?? null } }
}

const logOut = { action: 'https://portvakt.example.no/login/done/1/out', proof: 'proof-of-logging-out' }
const outcomes: Became[] = ['working', 'done', 'failed', 'half-made', 'unknown', 'declined', 'expired']

const became = (t: Text, kind: string, how: Became, secret: string | null) =>
  becamePage(t, {
    shown: how === 'done' ? doneOf(kind) : shownOf(kind),
    became: how,
    made: { clientId: evil, kid: evil },
    secret,
    secretGone: secret === null,
    failure: {
      code: 'digdir-refused',
      details: { correlationId: evil, fields: [{ field: evil, reason: evil.repeat(99) }] },
    },
    reference: evil,
    look: 'https://portvakt.example.no/login/done/1',
    logOut,
  })

const credential = { shown: shownOf('credential.give'), proof: 'proof-of-the-click', until: at, logOut }
const own = { test: null, prod: { clientId: evil, kid: evil } }
const typed = { environment: 'test' as const, clientId: evil, kid: evil }
const clientIdFaults: CredentialFaults['clientId'][] = [
  { is: 'missing' },
  { is: 'form' },
  { is: 'refused', ids: [] },
  { is: 'refused', ids: ['MP-200', evil] },
  { is: 'organisation', number: evil },
  { is: 'scope', scopes: ['idporten:dcr.read', evil] },
]

type Sample = { name: string; render(t: Text): unknown }

/** Every page, in every shape it has, with names that want to be more than names. */
export const samples: Sample[] = [
  ...kindsOfLogins.flatMap((kind): Sample[] => [
    { name: `login for ${kind}`, render: (t) => loginPage(t, shownOf(kind)) },
    {
      name: `carry out ${kind}`,
      render: (t) => carryOutPage(t, { shown: shownOf(kind), proof: 'proof-of-the-click', until: at, logOut }),
    },
    ...outcomes.map((how) => ({
      name: `${kind} is ${how}`,
      render: (t: Text) => became(t, kind, how, how === 'done' ? evil : null),
    })),
    { name: `${kind} was done before`, render: (t) => became(t, kind, 'done', null) },
  ]),
  { name: 'admin client', render: (t) => credentialPage(t, { ...credential, own: { test: null, prod: null } }) },
  ...clientIdFaults.map((clientId, at) => ({
    name: `admin client is wrong ${at}`,
    render: (t: Text) => credentialPage(t, { ...credential, own, typed, faults: { ...(clientId && { clientId }) } }),
  })),
  ...credentialKeyFaults.map((fault) => ({
    name: `admin client is wrong in its key: ${fault}`,
    render: (t: Text) => {
      const faults = { environment: true as const, ...keyFaultAt(fault) }
      return credentialPage(t, { ...credential, own, typed: { ...typed, environment: null }, faults })
    },
  })),
  {
    name: 'admin client is not tried',
    render: (t) => credentialPage(t, { ...credential, own, typed, unavailable: true }),
  },
  {
    name: 'clearance proved',
    render: (t) => clearanceProvedPage(t, { shown: shownOf('clearance.give'), logOut: null }),
  },
  { name: 'logged out', render: (t) => loggedOutPage(t, { serviceDesk }) },
  {
    name: 'login ended',
    render: (t) => loginEndedPage(t, { serviceDesk, again: 'https://portvakt.example.no/login/a.b' }),
  },
  { name: 'address', render: (t) => addressPage(t, { email: evil, person: evil, serviceDesk, until: at }) },
  ...[true, false].map((already) => ({
    name: `address confirmed ${already ? 'before' : 'now'}`,
    render: (t: Text) => addressConfirmedPage(t, { email: evil, person: evil, serviceDesk, already }),
  })),
  ...(['notFound', 'wrongMethod', 'tooLarge', 'crossSite'] as const).map((fault) => ({
    name: `problem ${fault}`,
    render: (t: Text) => problemPage(t, { error: { fault }, serviceDesk }),
  })),
  {
    name: 'problem with a reference and a way back',
    render: (t) =>
      problemPage(t, {
        error: { code: 'internal', details: {} },
        reference: evil,
        again: 'https://portvakt.example.no/login/a.b',
        back: 'https://portvakt.example.no/login/done/a',
        serviceDesk,
      }),
  },
]
