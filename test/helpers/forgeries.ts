import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { exportJWK, SignJWT, UnsecuredJWT } from 'jose'

/** A made-up person: a number for tests, with 80 added to the month. */
export const HOSTILE_PID = '17816550068'

/** An issuer's signing key. */
export type Key = ReturnType<typeof newKey>
export type Claims = Record<string, unknown>
/** One thing that an issuer gets wrong on purpose. */
export type Forgery = {
  /** laid over the honest claims; `undefined` takes one away */
  claims?: (seconds: number, honest: Claims) => Claims
  sign?: (claims: Claims, key: Key) => Promise<string>
  /** done to the query of the callback */
  callback?: (query: URLSearchParams) => void
  /** laid over the token endpoint's answer */
  answer?: Claims
}

export const newKey = () => ({ kid: randomUUID(), ...generateKeyPairSync('rsa', { modulusLength: 2048 }) })
/** What issuers sign with before they change keys; a key takes long to make. */
export const firstKey = newKey()
const stranger = newKey()

/** An id_token as it should be: RS256, under the key's kid. */
export const sign = (claims: Claims, key: Key, header: Claims = {}) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: key.kid, ...header }).sign(key.privateKey)

const change = (claims: Claims): Forgery => ({ claims: () => claims })
const changeTime = (claims: (seconds: number) => Claims): Forgery => ({ claims })
const answerError = (error: string): Forgery => ({
  callback(query) {
    query.delete('code')
    query.set('error', error)
    query.set('error_description', `about ${HOSTILE_PID}`)
  },
})

/** What a correct provider never sends, by name: for the hostile issuer of `hostile-issuer.ts`. */
export const forgeries = {
  'wrong nonce': change({ nonce: 'of-another-login' }),
  'missing nonce': change({ nonce: undefined }),
  'wrong issuer': change({ iss: 'https://idporten.example' }),
  'issuer with a slash': { claims: (_, { iss }) => ({ iss: `${iss}/` }) },
  'wrong audience': change({ aud: 'another-client' }),
  'further audience': { claims: (_, { aud }) => ({ aud: [aud, 'another-client'] }) },
  'missing audience': change({ aud: undefined }),
  'unknown key': { sign: (claims) => sign(claims, stranger) },
  'wrong key under a known kid': { sign: (claims, { kid }) => sign(claims, { ...stranger, kid }) },
  'key of its own in the header': {
    sign: async (claims) => sign(claims, stranger, { kid: undefined, jwk: await exportJWK(stranger.publicKey) }),
  },
  'changed after signing': {
    async sign(claims, key) {
      const [header, , signature] = (await sign(claims, key)).split('.')
      const other = Buffer.from(JSON.stringify({ ...claims, pid: '02879010090' })).toString('base64url')
      return `${header}.${other}.${signature}`
    },
  },
  'broken signature': { sign: async (claims, key) => `${(await sign(claims, key)).slice(0, -8)}AAAAAAAA` },
  'alg none': { sign: async (claims) => new UnsecuredJWT(claims).encode() },
  'HS256 with the public key': {
    sign: (claims, { kid, publicKey }) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', kid })
        .sign(Buffer.from(publicKey.export({ format: 'pem', type: 'spki' }))),
  },
  'another algorithm': { sign: (claims, key) => sign(claims, key, { alg: 'RS512' }) },
  'no token at all': { answer: { id_token: undefined } },
  'a token that is none': { answer: { id_token: `${HOSTILE_PID}.not.a-token` } },
  expired: changeTime((seconds) => ({ iat: seconds - 120, exp: seconds - 15 })),
  'without an end': change({ exp: undefined }),
  'issued in the future': changeTime((seconds) => ({ iat: seconds + 60, exp: seconds + 180 })),
  'level too low': change({ acr: 'idporten-loa-low' }),
  'unknown level': change({ acr: 'idporten-loa-highest' }),
  'level named as a member of every object': change({ acr: 'constructor' }),
  'level of another country': change({ acr: 'eidas-loa-high' }),
  'missing level': change({ acr: undefined }),
  'old auth_time': changeTime((seconds) => ({ auth_time: seconds - 301 })),
  'auth_time in the future': changeTime((seconds) => ({ auth_time: seconds + 90 })),
  'missing auth_time': change({ auth_time: undefined }),
  'auth_time that is a text': changeTime((seconds) => ({ auth_time: String(seconds) })),
  'missing sid': change({ sid: undefined }),
  'missing pid': change({ pid: undefined }),
  'invalid pid': change({ pid: '17816550067' }),
  'pid that is a number': change({ pid: Number(HOSTILE_PID) }),
  'wrong iss in the callback': { callback: (query) => query.set('iss', 'https://idporten.example') },
  'missing iss in the callback': { callback: (query) => query.delete('iss') },
  'two iss in the callback': { callback: (query) => query.append('iss', 'https://idporten.example') },
  'wrong state in the callback': { callback: (query) => query.set('state', 'of-another-login') },
  'missing state in the callback': { callback: (query) => query.delete('state') },
  'missing code in the callback': { callback: (query) => query.delete('code') },
  'unknown code in the callback': { callback: (query) => query.set('code', 'of-nobody-at-all') },
  'token in the callback': { callback: (query) => query.set('id_token', 'a.b.c') },
  'cancelled by the person': answerError('access_denied'),
  'login required': answerError('login_required'),
  'error without a name': answerError(`about ${HOSTILE_PID}`),
  'request refused': answerError('invalid_request'),
  'out of order': answerError('server_error'),
} satisfies Record<string, Forgery>

export type ForgeryName = keyof typeof forgeries
