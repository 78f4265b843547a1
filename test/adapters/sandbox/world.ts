import { createPublicKey, generateKeyPairSync, type JsonWebKey } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { steppedClock } from '../../../sandbox/clock.ts'
import { createDigdir as createSimulatedDigdir } from '../../../sandbox/digdir/digdir.ts'
import { createAuthority } from '../../../sandbox/maskinporten/authority.ts'
import { createMaskinporten as createSimulatedMaskinporten } from '../../../sandbox/maskinporten/maskinporten.ts'
import { createAdminClients } from '../../../src/adapters/admin-clients.ts'
import { readAdminKey } from '../../../src/adapters/admin-key.ts'
import { createDigdir } from '../../../src/adapters/digdir.ts'
import { createHttp } from '../../../src/adapters/http.ts'
import { createMaskinporten } from '../../../src/adapters/maskinporten.ts'
import { type AdminAccess, type ClientMetadata, JWT_BEARER } from '../../../src/domain/client/types.ts'

export const ORGNO = '310000001'
export const CUSTOMER = '310000002'
export const OWN = ['idporten:dcr.write', 'idporten:dcr.read']
export const SUPPLIER = 'idporten:dcr.supplier'
export const own: AdminAccess = { mode: 'own', environment: 'test', organisationNumber: ORGNO }
export const supplying: AdminAccess = {
  mode: 'supplier',
  environment: 'test',
  organisationNumber: CUSTOMER,
  supplierOrgno: ORGNO,
}

const admin = generateKeyPairSync('rsa', { modulusLength: 2048 })
const teams = generateKeyPairSync('rsa', { modulusLength: 2048 })
const adminJwk = { ...(admin.publicKey.export({ format: 'jwk' }) as { n: string; e: string }), kid: 'admin-1' }
export const teamJwk = (kid: string): JsonWebKey & { kid: string } => ({
  ...createPublicKey(teams.privateKey).export({ format: 'jwk' }),
  kid,
  alg: 'RS256',
})

export const start = Date.parse('2026-06-01T12:00:00Z')
const authority = createAuthority('Authority', start - 1000)
const chain = authority.issue({ orgno: ORGNO, name: 'Etat', publicKey: admin.publicKey, from: start - 1000 })

/** The admin client's key as an operator would lay it down: a JWK with its kid, or PEM beside a certificate. */
const layDownKey = async (sign: 'kid' | 'x5c') => {
  const folder = await mkdtemp(join(tmpdir(), 'adapters-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const lay = async (name: string, content: string) => {
    await writeFile(join(folder, name), content)
    return join(folder, name)
  }
  if (sign === 'kid') {
    const jwk = { ...admin.privateKey.export({ format: 'jwk' }), kid: adminJwk.kid }
    return { keyFile: await lay('key.json', JSON.stringify(jwk)) }
  }
  const pem = admin.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
  return { keyFile: await lay('key.pem', pem), certificateFile: await lay('chain.pem', chain.pem) }
}

/** Digdir's test environment with one admin client, and the adapters in front of it. */
export const world = async (setup: { scopes?: string[]; sign?: 'kid' | 'x5c'; clientId?: string } = {}) => {
  const { scopes = OWN, sign = 'kid' } = setup
  const clock = steppedClock(start)
  const api = await createSimulatedDigdir({ environment: 'test', clock })
  const issuer = await createSimulatedMaskinporten({ environment: 'test', registry: api.registry, clock })
  api.trust(issuer)
  if (sign === 'x5c') api.registry.trustAuthority(authority.pem)
  const { client_id: clientId } = api.registry.addAdminClient({
    orgno: ORGNO,
    scopes,
    ...(sign === 'kid' ? { jwks: { keys: [adminJwk] } } : {}),
  })
  const key = await readAdminKey(await layDownKey(sign))

  const http = createHttp({ retries: 1, retryWaitMs: 1, headersTimeoutMs: 300 })
  for (const close of [api.close, issuer.close, http.close]) onTestFinished(close)
  const environments = { test: { issuer: issuer.issuer, clientId: setup.clientId ?? clientId, key } }
  const maskinporten = createMaskinporten({ http, now: clock.now, environments })
  return {
    clock,
    api,
    issuer,
    digdir: createDigdir({ http, maskinporten, apiUrls: { test: api.apiUrl, prod: api.apiUrl }, now: clock.now }),
    adminClients: createAdminClients({ maskinporten, environments, now: clock.now }),
  }
}

export const machine: ClientMetadata = {
  client_name: 'Byggesak',
  description: 'byggesak test (team-plan)',
  integration_type: 'maskinporten',
  application_type: 'web',
  token_endpoint_auth_method: 'private_key_jwt',
  grant_types: [JWT_BEARER],
  scopes: ['eksempel:data.read'],
  redirect_uris: null,
  refresh_token_lifetime: 0,
}
export const login: ClientMetadata = {
  client_name: 'Min side',
  description: 'min side test',
  integration_type: 'idporten',
  application_type: 'web',
  client_uri: 'https://etat.no',
  redirect_uris: ['https://etat.no/callback', 'http://localhost:3000/callback'],
  post_logout_redirect_uris: ['https://etat.no/'],
  grant_types: ['authorization_code', 'refresh_token'],
  scopes: ['openid', 'profile'],
  token_endpoint_auth_method: 'client_secret_basic',
  code_challenge_method: 'S256',
  refresh_token_usage: 'ONETIME',
  frontchannel_logout_session_required: true,
}
