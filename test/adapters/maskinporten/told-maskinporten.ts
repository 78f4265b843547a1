import { generateKeyPairSync } from 'node:crypto'
import { type JWTPayload, SignJWT } from 'jose'
import { onTestFinished } from 'vitest'
import { steppedClock } from '../../../sandbox/clock.ts'
import { createAuthority } from '../../../sandbox/maskinporten/authority.ts'
import type { AdminKey } from '../../../src/adapters/admin-key.ts'
import { createHttp } from '../../../src/adapters/http.ts'
import { createMaskinporten } from '../../../src/adapters/maskinporten.ts'
import { type Heard, type Reply, startPeer } from '../peer.ts'

export const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const authority = createAuthority('Authority', Date.parse('2026-01-01'))
export const { x5c } = authority.issue({ orgno: '310000001', name: 'Etat', publicKey, from: Date.parse('2026-01-01') })
export const withKid: AdminKey = { key: privateKey, alg: 'RS256', header: { kid: 'nokkel-1' } }
export const withChain: AdminKey = { key: privateKey, alg: 'RS256', header: { x5c } }

export const accessToken = (consumer: unknown, jti = 'a') =>
  new SignJWT({ consumer, jti } as JWTPayload).setProtectedHeader({ alg: 'RS256' }).sign(privateKey)
const etat = { authority: 'iso6523-actorid-upis', ID: '0192:310000001' }
const good = async (nth: number, expires_in = 120): Promise<Reply> => ({
  json: { access_token: await accessToken(etat, `nth-${nth}`), token_type: 'Bearer', expires_in },
})

type Setup = {
  key?: AdminKey
  token?: Reply[] | ((nth: number, request: Heard) => Reply)
  metadata?: (url: string, nth: number) => Reply
}

/** A Maskinporten that answers as it is told, and the adapter in front of it. */
export const start = async ({ key = withKid, token, metadata }: Setup = {}) => {
  const replies = await Promise.all([1, 2, 3].map((nth) => good(nth)))
  const answer = typeof token === 'function' ? token : (nth: number) => (token ?? replies)[nth - 1] ?? { status: 500 }
  const counts = { metadata: 0, token: 0 }
  const peer = await startPeer((request) => {
    if (request.path !== '/.well-known/oauth-authorization-server') {
      counts.token += 1
      return answer(counts.token, request)
    }
    counts.metadata += 1
    const url = peer.url
    return metadata?.(url, counts.metadata) ?? { json: { issuer: `${url}/`, token_endpoint: `${url}/some/token` } }
  })
  const http = createHttp({ headersTimeoutMs: 200, retryWaitMs: 1 })
  onTestFinished(peer.close)
  onTestFinished(http.close)
  const clock = steppedClock(Date.parse('2026-06-01T12:00:00.900Z'))
  const environments = { test: { issuer: `${peer.url}/`, clientId: 'admin-client', key } }
  return { peer, counts, clock, maskinporten: createMaskinporten({ http, now: clock.now, environments }) }
}
export const assertionOf = (request: Heard | undefined) => new URLSearchParams(request?.body).get('assertion') ?? ''
