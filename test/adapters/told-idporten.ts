import { generateKeyPairSync } from 'node:crypto'
import { onTestFinished } from 'vitest'
import type { AdminKey } from '../../src/adapters/admin-key.ts'
import { createHttp } from '../../src/adapters/http.ts'
import { createIdporten } from '../../src/adapters/idporten.ts'
import { movableClock } from '../helpers/clock.ts'
import { type Behaviour, startHostileIssuer } from '../helpers/hostile-issuer.ts'

export const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
export const CLIENT_ID = 'portvakt-login'
export const REDIRECT_URI = 'https://portvakt.example.no/login/callback'
export const LOGGED_OUT_URI = 'https://portvakt.example.no/login/ended'
export const secrets = {
  state: 'state-of-this-login',
  nonce: 'nonce-of-this-login',
  codeVerifier: 'verifier-of-this-login-which-is-43-letters-long',
}

/** An issuer that behaves as told, and the relying party in front of it, both by one movable clock. */
export const start = async (behaviour: Behaviour = {}, changed: Partial<Parameters<typeof createIdporten>[0]> = {}) => {
  const clock = movableClock()
  const issuer = await startHostileIssuer({ clientId: CLIENT_ID })
  issuer.behave(behaviour)
  const http = createHttp({ retryWaitMs: 1 })
  // the last one is done first: `http` waits for what the issuer has not answered
  onTestFinished(http.close)
  onTestFinished(issuer.close)
  const key: AdminKey = { key: privateKey, alg: 'RS256', header: { kid: 'nokkel-1' } }
  const idporten = createIdporten({
    http,
    issuer: issuer.url,
    clientId: CLIENT_ID,
    key,
    minimumAcr: 'idporten-loa-substantial',
    redirectUri: REDIRECT_URI,
    postLogoutRedirectUri: LOGGED_OUT_URI,
    now: clock.now,
    timeoutMs: 2_000,
    ...changed,
  })
  return {
    issuer,
    idporten,
    clock,
    /** How often an endpoint was asked. */
    asked: (path: string) => issuer.heard.filter((one) => one.path.startsWith(path)).length,
    begin: () => idporten.begin({ ...secrets, language: 'nb' }),
    /** A whole login, from begin to finish. */
    async login() {
      const { url } = await idporten.begin({ ...secrets, language: 'nb' })
      return idporten.finish(await issuer.login(url), secrets)
    },
  }
}

export const METADATA = '/.well-known/openid-configuration'
