import { defaultDraft } from '../../src/domain/client/defaults.ts'
import type { RegisteredKey, Registration } from '../../src/domain/client/types.ts'
import { environments } from '../../src/domain/client/types.ts'
import { errorCodes } from '../../src/errors.ts'
import { auditBrowser } from '../../views/audit/browser.ts'
import { auditLine } from '../../views/audit/line.ts'
import { portvaktHelp } from '../../views/belonging/help.ts'
import { languageChoice } from '../../views/belonging/language.ts'
import { notBuilt } from '../../views/belonging/not-built.ts'
import { problemCard } from '../../views/belonging/problem-card.ts'
import { clientBrowser } from '../../views/client/browser.ts'
import { clientCard } from '../../views/client/card.ts'
import { clientCreated } from '../../views/client/created.ts'
import { clientDeactivate } from '../../views/client/deactivate.ts'
import { clientDeactivated } from '../../views/client/deactivated.ts'
import { clientHalfMade } from '../../views/client/half-made.ts'
import { clientHelp } from '../../views/client/help.ts'
import { keyAdd } from '../../views/client/key-add.ts'
import { clientKeys } from '../../views/client/keys.ts'
import { clientList } from '../../views/client/list.ts'
import { clientNew } from '../../views/client/new.ts'
import { clientNewDetails } from '../../views/client/new-details.ts'
import { clientNotMade } from '../../views/client/not-made.ts'
import type { ClientListData } from '../../views/client/rows.ts'
import { clientSecret } from '../../views/client/secret.ts'
import { clientSecretLost, clientSecretShown } from '../../views/client/secret-shown.ts'
import { clientUnknown } from '../../views/client/unknown-outcome.ts'
import { clientWorking } from '../../views/client/working.ts'
import { errorCard } from '../../views/kit/error-card.ts'
import { loading } from '../../views/kit/loading.ts'
import { auditSamples } from './audit/samples.ts'
import { adminSamples, adminViews } from './belonging/admin-samples.ts'
import { belongingSamples, belongingViews } from './belonging-samples.ts'
import { productionSamples, productionViews, tenOwners } from './client/production-samples.ts'
import { invoiceSamples, invoiceViews } from './contact/invoice-samples.ts'
import { contactSamples, contactViews, toldSamples } from './contact/samples.ts'
import { nasty } from './nasty.ts'
import { orderSamples, orderViews } from './order/samples.ts'
import { type Sample, sample } from './sample.ts'

export const now = Date.parse('2026-11-22T13:32:00Z')
const day = 86_400_000
const serviceDesk = 'servicedesk@digdir.no'

export { nasty }

const uris = (count: number, length = 0) =>
  Array.from({ length: count }, (_, index) => `https://tjeneste${index}.etat.no/callback?a=1&b=2${'x'.repeat(length)}`)

export const registration = (over: Partial<Registration> = {}): Registration => ({
  client_id: '7d0c0b1e-5a55-4f2f-9a77-0f4f3f1a2b3c',
  client_name: 'Byggesak',
  description: 'Byggesak i test, team Plan',
  integration_type: 'idporten',
  application_type: 'web',
  token_endpoint_auth_method: 'private_key_jwt',
  scopes: ['openid', 'profile'],
  redirect_uris: uris(2),
  post_logout_redirect_uris: uris(1),
  active: true,
  supplier_orgno: null,
  created: now - 100 * day,
  last_updated: now - day,
  ...over,
})

export const bare = registration({
  client_name: 'a',
  description: '',
  integration_type: 'maskinporten',
  application_type: null,
  token_endpoint_auth_method: null,
  scopes: [],
  redirect_uris: null,
  post_logout_redirect_uris: null,
  created: null,
  last_updated: null,
})

export const extreme = registration({
  client_name: nasty.name,
  description: nasty.long,
  client_uri: `https://etat.no/${'a'.repeat(1980)}`,
  frontchannel_logout_uri: `https://etat.no/${'b'.repeat(1980)}`,
  redirect_uris: uris(40, 1900),
  post_logout_redirect_uris: uris(40),
  scopes: Array.from({ length: 100 }, (_, index) => `eksempel:data/æøå.${index}`),
  access_token_lifetime: 3600,
  refresh_token_lifetime: 0,
  authorization_lifetime: 31_536_000,
  refresh_token_usage: 'ONETIME',
  code_challenge_method: 'S256',
  sso_disabled: true,
  supplier_orgno: '991825827',
})

export const key = (kid: string, exp: number | null): RegisteredKey => ({
  kid,
  kty: 'RSA',
  alg: 'RS256',
  use: 'sig',
  exp,
  jwk: { kty: 'RSA', kid },
})
const fiveKeys = [
  key('a', now + 300 * day),
  key('b'.repeat(255), now + 3 * day),
  key('c', now - day),
  key('d', null),
  key(nasty.name, now + day),
]

export const list = (over: Partial<ClientListData> = {}): ClientListData => ({
  environment: 'test',
  text: null,
  inactive: false,
  page: 0,
  rows: [registration()],
  total: 1,
  inactiveCount: 0,
  fetchedAt: now,
  freshness: 'fresh',
  supplier: false,
  ...over,
})

export const fullPage = Array.from({ length: 8 }, (_, index) =>
  registration({ client_id: `id-${index}`, client_name: nasty.name, active: index % 2 === 0 }),
)

const lists: [string, ClientListData][] = [
  ['none', list({ rows: [], total: 0 })],
  ['none at all fetched', list({ rows: [], total: 0, fetchedAt: null, freshness: 'unreachable' })],
  ['first look', list({ rows: [], total: 0, fetchedAt: null, freshness: 'checking' })],
  ['none matching', list({ rows: [], total: 0, text: nasty.channel })],
  ['only inactive', list({ rows: [], total: 0, inactiveCount: 3 })],
  ['one', list()],
  ['stale', list({ freshness: 'unreachable' })],
  [
    'extreme',
    list({
      environment: 'prod',
      rows: fullPage,
      total: 250,
      page: 3,
      inactive: true,
      inactiveCount: 125,
      text: nasty.long,
      supplier: true,
    }),
  ],
]

const organisation = '987464291'
const ref = { environment: 'test' as const, client_id: 'abc', client_name: 'Byggesak', organisation }
const hard = { environment: 'prod' as const, client_id: 'a'.repeat(255), client_name: nasty.name, organisation }

const filledDraft = {
  ...defaultDraft('idporten', 'test'),
  client_name: nasty.sami,
  description: nasty.long,
  redirect_uris: uris(40),
  post_logout_redirect_uris: uris(40, 1900),
  public_key: nasty.long,
}

/** Every view, small, as usual, and at its worst. */
export const samples: Sample[] = [
  ...adminSamples,
  ...auditSamples,
  ...productionSamples,
  ...contactSamples,
  ...orderSamples,
  ...toldSamples,
  ...invoiceSamples,
  sample('new', (t) => clientNew.render(t, { organisation })),
  sample('not made', (t) =>
    clientNotMade.render(t, {
      environment: 'prod',
      change: 'c1',
      code: 'digdir-refused',
      details: { fields: [{ field: 'redirect_uris[3]', reason: nasty.long }] },
      serviceDesk,
    }),
  ),
  sample('new, answered', (t) =>
    clientNew.render(t, {
      organisation,
      acting: nasty.name,
      values: { environment: 'prod', integration_type: 'maskinporten' },
    }),
  ),
  ...(['idporten', 'maskinporten'] as const).flatMap((integration_type) =>
    environments.map((environment) =>
      sample(`details of ${integration_type} in ${environment}`, (t) =>
        clientNewDetails.render(t, { environment, integration_type, organisation, access: { mode: 'own' } }),
      ),
    ),
  ),
  sample('details, extreme', (t) =>
    clientNewDetails.render(t, {
      environment: 'test',
      integration_type: 'idporten',
      organisation,
      acting: nasty.name,
      access: { mode: 'supplier', supplierOrgno: '991825827' },
      draft: filledDraft,
      problems: [
        { field: 'redirect_uris', message: nasty.long },
        { field: 'unknown_field', message: nasty.channel },
      ],
    }),
  ),
  sample('details of maskinporten, extreme', (t) =>
    clientNewDetails.render(t, {
      environment: 'prod',
      integration_type: 'maskinporten',
      organisation,
      access: { mode: 'own' },
      draft: {
        ...defaultDraft('maskinporten', 'prod'),
        scopes: [...extreme.scopes, 's'.repeat(200)],
        access_token_lifetime: Number.NaN,
      },
    }),
  ),
  ...[ref, hard].flatMap((one) => [
    sample('working', (t) => clientWorking.render(t, one)),
    sample('half-made', (t) =>
      clientHalfMade.render(t, {
        ...one,
        change: 'c1',
        failure: { code: 'digdir-unavailable', details: { correlationId: 'x' } },
        serviceDesk,
      }),
    ),
    sample('half-made, reason unknown', (t) =>
      clientHalfMade.render(t, { ...one, change: 'c1', failure: null, serviceDesk }),
    ),
    sample('unknown, created', (t) => clientUnknown.render(t, { ...one, change: 'c1', doing: 'create' })),
    sample('key-add', (t) => keyAdd.render(t, one)),
    sample('key-add, refused', (t) =>
      keyAdd.render(t, {
        ...one,
        public_key: '-----BEGIN PUBLIC KEY-----',
        problems: [
          { field: '', message: nasty.channel },
          { field: 'keys[0].n', message: nasty.long },
        ],
      }),
    ),
    sample('deactivate', (t) => clientDeactivate.render(t, one)),
    sample('deactivated', (t) => clientDeactivated.render(t, one)),
    sample('secret', (t) => clientSecret.render(t, one)),
    sample('secret shown', (t) => clientSecretShown.render(t, { ...one, secret: '`a<b>&c`' })),
    sample('secret lost', (t) => clientSecretLost.render(t, one)),
    sample('keys, none', (t) => clientKeys.render(t, { ...one, keys: [], now })),
    sample('keys, unknown', (t) => clientKeys.render(t, { ...one, keys: null, now })),
    sample('keys, one', (t) => clientKeys.render(t, { ...one, keys: [key('a', null)], now })),
    ...(['added', 'renewed', 'removed'] as const).map((what) =>
      sample(`keys, one ${what}`, (t) =>
        clientKeys.render(t, { ...one, keys: [], done: { what, kid: nasty.long }, now }),
      ),
    ),
    sample('keys, five', (t) => clientKeys.render(t, { ...one, keys: fiveKeys, now })),
  ]),
  sample('created with a key', (t) =>
    clientCreated.render(t, {
      environment: 'test',
      registration: registration(),
      keys: [key('k1', now + 365 * day)],
      secret: null,
      wellKnown: ['https://test.idporten.no/.well-known/openid-configuration'],
      now,
    }),
  ),
  sample('created without a key', (t) =>
    clientCreated.render(t, { environment: 'prod', registration: extreme, keys: [], secret: null, wellKnown: [], now }),
  ),
  sample('created with a secret', (t) =>
    clientCreated.render(t, {
      environment: 'test',
      registration: registration({ token_endpoint_auth_method: 'client_secret_basic' }),
      keys: [],
      secret: nasty.channel,
      wellKnown: ['https://x.no'],
      now,
    }),
  ),
  ...lists.flatMap(([name, data]) => [
    sample(`list, ${name}`, (t) => clientList.render(t, data)),
    sample(`browser, ${name}`, (t) => clientBrowser.render(t, data)),
  ]),
  ...[
    registration(),
    bare,
    extreme,
    registration({ active: false }),
    registration({ token_endpoint_auth_method: 'client_secret_post' }),
  ].flatMap((one) => [
    sample(`card of ${one.client_name.slice(0, 9)}`, (t) =>
      clientCard.render(t, {
        environment: 'test',
        client: { from: 'digdir', registration: one, keys: fiveKeys },
        owners: tenOwners,
        now,
      }),
    ),
    sample(`card of ${one.client_name.slice(0, 9)}, last seen`, (t) =>
      clientCard.render(t, {
        environment: 'prod',
        client: {
          from: 'store',
          registration: one,
          keys: null,
          asOf: one.active ? now : null,
          because: 'digdir-unavailable',
        },
        owners: [],
        now,
      }),
    ),
    sample(`card of ${one.client_name.slice(0, 9)}, no keys`, (t) =>
      clientCard.render(t, {
        environment: 'test',
        client: { from: 'digdir', registration: one, keys: [] },
        owners: [],
        now,
      }),
    ),
  ]),
  ...belongingSamples,
  sample('client help', (t) => clientHelp.render(t, { serviceDesk })),
  sample('portvakt help', (t) => portvaktHelp.render(t, { serviceDesk })),
  sample('not built: orders', (t) => notBuilt.render(t, { noun: 'order', address: 'opendata@brreg.no' })),
  sample('not built: incidents', (t) => notBuilt.render(t, { noun: 'incident', address: 'https://status.digdir.no/' })),
  sample('language', (t) => languageChoice.render(t, { chosen: false })),
  sample('language, chosen', (t) => languageChoice.render(t, { chosen: true })),
  sample('loading', (t) => loading.render(t)),
  sample('loading, titled', (t) => loading.render(t, { title: nasty.long, environment: 'prod' })),
  ...errorCodes.flatMap((code) => [
    sample(`error ${code}`, (t) => problemCard.render(t, { code, details: {}, serviceDesk })),
    sample(`error ${code}, extreme`, (t) =>
      problemCard.render(t, {
        code,
        details: {
          correlationId: nasty.channel,
          mpCode: 'MP-121',
          environment: 'prod',
          retryAfter: 30,
          fields: Array.from({ length: 50 }, () => ({ field: 'redirect_uris[0]', reason: nasty.long })),
        },
        serviceDesk,
        reference: 'req-1',
      }),
    ),
  ]),
]

/** Every view by its id, with the action ids it says it renders. */
export const views = [
  ...adminViews,
  ...productionViews,
  ...contactViews,
  ...invoiceViews,
  ...orderViews,
  auditBrowser,
  auditLine,
  clientNew,
  clientNewDetails,
  clientNotMade,
  clientWorking,
  clientHalfMade,
  clientUnknown,
  keyAdd,
  clientDeactivate,
  clientDeactivated,
  clientSecret,
  clientSecretShown,
  clientSecretLost,
  clientKeys,
  clientCreated,
  clientList,
  clientBrowser,
  clientCard,
  clientHelp,
  portvaktHelp,
  notBuilt,
  languageChoice,
  ...belongingViews,
  loading,
  errorCard,
] as { id: string; actions: Record<string, string> }[]
