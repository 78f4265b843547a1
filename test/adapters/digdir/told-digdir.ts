import { onTestFinished } from 'vitest'
import { steppedClock } from '../../../sandbox/clock.ts'
import { createDigdir } from '../../../src/adapters/digdir.ts'
import { createHttp } from '../../../src/adapters/http.ts'
import type { Maskinporten, TokenWish } from '../../../src/adapters/maskinporten.ts'
import type { AdminAccess, ClientMetadata } from '../../../src/domain/client/types.ts'
import { type Heard, type Reply, startPeer } from '../peer.ts'

export const ORGNO = '310000001'
export const CUSTOMER = '310000002'
export const own: AdminAccess = { mode: 'own', environment: 'test', organisationNumber: ORGNO }
export const supplying: AdminAccess = {
  mode: 'supplier',
  environment: 'test',
  organisationNumber: CUSTOMER,
  supplierOrgno: ORGNO,
}
export const ID = '7d0c0b1e-5a55-4f2f-9a77-0f4f3f1a2b3c'

/** Hands out tokens by the number, and remembers what was wished for. */
const tokensOf = (consumerOrgno: string) => {
  const wishes: { scopes: string[]; how: TokenWish | undefined }[] = []
  const maskinporten: Maskinporten = {
    token: async (_, scopes, how) => {
      wishes.push({ scopes, how })
      return {
        accessToken: `token-number-${wishes.filter((one) => one.how?.insteadOf).length + 1}`,
        claims: { consumerOrgno },
      }
    },
  }
  return { wishes, maskinporten }
}

/** A Digdir that answers as it is told, and the adapter in front of it. */
export const start = async (reply: (request: Heard, nth: number) => Reply, consumer = ORGNO, url?: string) => {
  const peer = await startPeer(reply)
  const http = createHttp({
    retries: 1,
    retryWaitMs: 1,
    headersTimeoutMs: 200,
    bodyTimeoutMs: 200,
    largestAnswerBytes: 50_000,
  })
  onTestFinished(peer.close)
  onTestFinished(http.close)
  const clock = steppedClock(Date.parse('2026-06-01T12:00:00Z'))
  const { wishes, maskinporten } = tokensOf(consumer)
  const apiUrl = `${url ?? peer.url}/api/v1/`
  const digdir = createDigdir({ http, maskinporten, apiUrls: { test: apiUrl, prod: `${apiUrl}prod` }, now: clock.now })
  return { peer, clock, wishes, digdir }
}

export const registration = (more: object = {}) => ({
  client_id: ID,
  client_name: 'Byggesak',
  client_orgno: ORGNO,
  description: 'byggesak',
  integration_type: 'maskinporten',
  scopes: ['eksempel:data.read'],
  active: true,
  ...more,
})
export const body: ClientMetadata = {
  client_name: 'Byggesak',
  description: 'byggesak',
  integration_type: 'maskinporten',
  application_type: 'web',
  token_endpoint_auth_method: 'private_key_jwt',
  scopes: ['eksempel:data.read'],
}
export const publicKey = { kty: 'RSA', kid: 'a', alg: 'RS256', n: 'modulus-modulus', e: 'AQAB' }
export const heardLines = (heard: Heard[]) => heard.map((one) => `${one.method} ${one.path}`)
