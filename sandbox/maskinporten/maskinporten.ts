import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import type { JSONWebKeySet } from 'jose'
import type { Clock } from '../clock.ts'
import { type Environment, JWT_BEARER } from '../digdir/model.ts'
import type { Registry } from '../digdir/registry.ts'
import { createFaults, type Faults } from '../faults.ts'
import { type ServeBindings, type ServedRequest, serve } from '../serve.ts'
import { type Assertion, readAssertion } from './assertion.ts'
import { authenticate } from './authenticate.ts'
import { authorize, checkDetails } from './authorize.ts'
import { refusalAnswer, TokenRefusal } from './refusals.ts'
import { createSigningKey, issueToken } from './token.ts'
import { createUsedGrants } from './used-grants.ts'

export type Maskinporten = {
  environment: Environment
  /** with its trailing slash: the `aud` of a grant */
  issuer: string
  /** the same without it */
  url: string
  faults: Faults
  jwks(): JSONWebKeySet
  requests(): readonly ServedRequest[]
  /** requests since start, also those that `requests` has forgotten */
  count(): number
  /** tokens issued since start */
  tokens(): number
  close(): Promise<void>
}

/**
 * Maskinporten of one environment on 127.0.0.1: metadata, keys and the JWT bearer grant (reference digdir.md 1.1, 4).
 * It knows the clients of the registry it is given and no others.
 */
export const createMaskinporten = async (options: {
  environment: Environment
  registry: Registry
  clock: Clock
  faults?: Faults
  port?: number
}): Promise<Maskinporten> => {
  const { environment, registry, clock } = options
  const faults = options.faults ?? createFaults()
  const key = await createSigningKey()
  const used = createUsedGrants()
  let issuer = ''
  let tokens = 0

  const grant = async (form: URLSearchParams) => {
    const assertion = readGrant(form)
    const now = clock.now()
    const authenticated = await authenticate(assertion, { registry, issuer, now })
    // Used from here on, whatever comes of it: strictly, a grant that is refused for its scope is spent as well.
    if (!used.use(grantId(assertion), assertion.exp, now / 1000)) throw new TokenRefusal('used')
    checkDetails(assertion.details)
    const authorized = authorize(assertion, authenticated.known.client, registry)
    return issueToken(assertion, authenticated, authorized, { key, issuer, now })
  }

  const app = new Hono<{ Bindings: ServeBindings }>()
  app.get('/.well-known/oauth-authorization-server', (c) => c.json(metadata(issuer)))
  app.get('/jwk', (c) => c.json(key.jwks))
  app.post('/token', async (c) => {
    // Parameters in the query string have been seen to work (4.1); strictly, only the body counts.
    const type = c.req.header('content-type') ?? ''
    if (!/^application\/x-www-form-urlencoded\b/i.test(type)) throw new TokenRefusal('parameter', 'content type')
    const answer = await grant(new URLSearchParams(await c.req.text()))
    tokens += 1
    return c.json(answer, 200, { 'cache-control': 'no-store' })
  })
  app.onError((error, c) => {
    if (error instanceof TokenRefusal) return refusalAnswer(error, c.env.correlationId.replaceAll('-', ''))
    throw error
  })

  const served = await serve({ app, faults, clock, ...(options.port === undefined ? {} : { port: options.port }) })
  issuer = `${served.url}/`
  return {
    environment,
    issuer,
    url: served.url,
    faults,
    jwks: () => key.jwks,
    requests: served.requests,
    count: served.count,
    tokens: () => tokens,
    close: served.close,
  }
}

const readGrant = (form: URLSearchParams): Assertion => {
  if (form.get('grant_type') !== JWT_BEARER) throw new TokenRefusal('grantType')
  const assertion = form.get('assertion')
  if (!assertion) throw new TokenRefusal('parameter', 'assertion')
  return readAssertion(assertion)
}

/** `jti` is advised only; without one the whole grant is its own name. */
const grantId = ({ iss, jti, jwt }: Assertion): string =>
  `${iss} ${jti ?? createHash('sha256').update(jwt).digest('base64')}`

/** Shape as recorded in reference digdir.md 1.1. */
const metadata = (issuer: string) => ({
  issuer,
  token_endpoint: `${issuer}token`,
  jwks_uri: `${issuer}jwk`,
  grant_types_supported: [JWT_BEARER],
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
  token_endpoint_auth_signing_alg_values_supported: ['RS256', 'RS384', 'RS512'],
  authorization_details_types_supported: ['urn:altinn:systemuser', 'urn:altinn:consent'],
})
