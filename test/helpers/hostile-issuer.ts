import { createHash, randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { exportJWK } from 'jose'
import { type Heard, type Reply, startPeer } from '../adapters/peer.ts'
import {
  type Claims,
  type Forgery,
  type ForgeryName,
  firstKey,
  forgeries,
  HOSTILE_PID,
  newKey,
  sign,
} from './forgeries.ts'

type Endpoint = 'metadata' | 'par' | 'authorize' | 'token' | 'jwks'

/** How the issuer is from now on; what is left out is honest and in order. */
export type Behaviour = {
  forgery?: ForgeryName
  pid?: string
  /** the level it gives, whatever was asked for; otherwise the one asked for */
  acr?: string
  /** epoch ms; otherwise the time of the exchange */
  authTime?: number
  /** false: its metadata offers no pushed authorization requests */
  par?: boolean
  /** laid over the metadata; `undefined` takes a member away */
  metadata?: Claims
  /** what an endpoint answers instead of doing its work: see `Reply`, `silence` and `cut` in `peer.ts` */
  replies?: Partial<Record<Endpoint, Reply>>
}

export type HostileIssuer = {
  /** the issuer, without a slash at the end */
  url: string
  heard: Heard[]
  /** The forms that an endpoint was sent, oldest first. */
  forms(endpoint: 'par' | 'token'): URLSearchParams[]
  behave(how: Behaviour): void
  /** What a browser and the person in front of it do: from the address a login begins at to that of the callback. */
  login(authorizeUrl: string): Promise<URL>
  /** Signs with a new key from now on; the old one is withdrawn. */
  rotate(): void
  close(): Promise<void>
}

const paths: Record<string, Endpoint> = {
  '/.well-known/openid-configuration': 'metadata',
  '/par': 'par',
  '/authorize': 'authorize',
  '/token': 'token',
  '/jwks.json': 'jwks',
}

type Answer = { status: number; json?: unknown; location?: string }
const json = (value: unknown, status = 200): Answer => ({ status, json: value })
const oauthError = (error: string): Answer => json({ error, error_description: `about ${HOSTILE_PID}` }, 400)

const send = (response: ServerResponse, { status, json: value, location }: Answer): void => {
  const headers = { 'content-type': 'application/json', ...(location === undefined ? {} : { location }) }
  response.writeHead(status, headers).end(value === undefined ? '' : JSON.stringify(value))
}

/**
 * An OpenID provider that does what it is told, in the shape of ID-porten: it logs everybody in at once, and forges
 * what no correct library would make. What a relying party must send it checks: PKCE, the redirect address, that a
 * code is used once.
 */
export const startHostileIssuer = async (options: { clientId: string; now?: () => number }): Promise<HostileIssuer> => {
  const { clientId, now = Date.now } = options
  let behaviour: Behaviour = {}
  let key = firstKey
  const pushed = new Map<string, URLSearchParams>()
  const codes = new Map<string, URLSearchParams>()
  const forgery = (): Forgery => (behaviour.forgery === undefined ? {} : forgeries[behaviour.forgery])

  const endpoints: Record<Endpoint, (query: URLSearchParams, form: URLSearchParams) => Promise<Answer>> = {
    metadata: async () =>
      json({
        issuer: peer.url,
        authorization_endpoint: `${peer.url}/authorize`,
        token_endpoint: `${peer.url}/token`,
        jwks_uri: `${peer.url}/jwks.json`,
        end_session_endpoint: `${peer.url}/logout`,
        ...(behaviour.par === false ? {} : { pushed_authorization_request_endpoint: `${peer.url}/par` }),
        authorization_response_iss_parameter_supported: true,
        response_types_supported: ['code'],
        subject_types_supported: ['pairwise'],
        id_token_signing_alg_values_supported: ['RS256'],
        token_endpoint_auth_methods_supported: ['private_key_jwt'],
        code_challenge_methods_supported: ['S256'],
        ...behaviour.metadata,
      }),
    jwks: async () => json({ keys: [{ ...(await exportJWK(key.publicKey)), kid: key.kid, use: 'sig' }] }),
    async par(_, form) {
      if (form.get('client_id') !== clientId || !form.has('client_assertion')) return oauthError('invalid_client')
      const name = `urn:ietf:params:oauth:request_uri:${randomUUID()}`
      pushed.set(name, form)
      return json({ request_uri: name, expires_in: 120 }, 201)
    },
    async authorize(query) {
      const asked = query.has('request_uri') ? pushed.get(query.get('request_uri') ?? '') : query
      if (asked?.get('client_id') !== clientId) return oauthError('invalid_request')
      const code = randomUUID()
      codes.set(code, asked)
      const back = new URL(asked.get('redirect_uri') ?? '')
      back.search = String(new URLSearchParams({ code, state: asked.get('state') ?? '', iss: peer.url }))
      forgery().callback?.(back.searchParams)
      return { status: 302, location: back.href }
    },
    async token(_, form) {
      const asked = codes.get(form.get('code') ?? '')
      codes.delete(form.get('code') ?? '')
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url')
      if (form.get('client_id') !== clientId || !form.has('client_assertion')) return oauthError('invalid_client')
      if (!asked || asked.get('code_challenge') !== challenge) return oauthError('invalid_grant')
      if (asked.get('redirect_uri') !== form.get('redirect_uri')) return oauthError('invalid_grant')
      const seconds = Math.floor(now() / 1000)
      const honest: Claims = {
        iss: peer.url,
        sub: 'pairwise-subject',
        aud: clientId,
        iat: seconds,
        exp: seconds + 120,
        jti: randomUUID(),
        nonce: asked.get('nonce'),
        acr: behaviour.acr ?? asked.get('acr_values'),
        amr: ['TestID'],
        auth_time: Math.floor((behaviour.authTime ?? now()) / 1000),
        pid: behaviour.pid ?? HOSTILE_PID,
        sid: `session-${randomUUID()}`,
        locale: 'nb',
      }
      const claims = { ...honest, ...forgery().claims?.(seconds, honest) }
      return json({
        access_token: `access-${randomUUID()}`,
        token_type: 'Bearer',
        expires_in: 600,
        scope: 'openid',
        id_token: await (forgery().sign ?? sign)(claims, key),
        ...forgery().answer,
      })
    },
  }

  const reply = ({ path, body }: Heard): Reply => {
    const { pathname, searchParams } = new URL(path, 'http://issuer')
    const endpoint = paths[pathname]
    if (endpoint === undefined) return { status: 404 }
    const told = behaviour.replies?.[endpoint]
    if (told !== undefined) return told
    const work = endpoints[endpoint](searchParams, new URLSearchParams(body))
    return (response) => void work.then((answer) => send(response, answer))
  }
  const peer = await startPeer(reply)

  return {
    url: peer.url,
    heard: peer.heard,
    forms: (endpoint) =>
      peer.heard.filter(({ path }) => path === `/${endpoint}`).map(({ body }) => new URLSearchParams(body)),
    behave(how) {
      behaviour = how
    },
    async login(authorizeUrl) {
      const response = await fetch(authorizeUrl, { redirect: 'manual' })
      const location = response.headers.get('location')
      if (location === null) throw new Error(`the issuer sent nobody back: ${response.status}`)
      return new URL(location)
    },
    rotate() {
      key = newKey()
    },
    close: peer.close,
  }
}
