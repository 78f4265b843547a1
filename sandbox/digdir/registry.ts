import { randomUUID, X509Certificate } from 'node:crypto'
import type { Clock } from '../clock.ts'
import { type ClientStore, createClientStore } from './client-store.ts'
import { withDefaults } from './integration-types.ts'
import {
  type Client,
  type ClientInput,
  type Environment,
  JWT_BEARER,
  type KeySet,
  type RegisteredKey,
  type Scope,
} from './model.ts'
import { createScopeStore, type ScopeStore } from './scope-store.ts'
import { stamp } from './stamp.ts'

/** Digdir's own number, owner of `idporten:*` and `krr:*`. */
export const DIGDIR = '991825827'

const YEAR_SECONDS = 365 * 24 * 60 * 60

/** A JWK as it is handed in, RSA with `kid`; `exp` (epoch seconds) is a year ahead when left out. */
export type KeyInput = {
  kid?: string
  e?: string
  n?: string
  alg?: string
  use?: string
  exp?: number
  x5c?: string[]
}

export type ClientSeed = Partial<Omit<Client, 'client_orgno'>> & { keys?: readonly KeyInput[] }

/** What one environment of Digdir knows; the self-service API writes it, Maskinporten reads it. */
export type Registry = ClientStore &
  ScopeStore & {
    environment: Environment
    clock: Clock
    /**
     * The admin client that Digdir hands out by hand, of type maskinporten, with scopes that cannot be self-served;
     * they are made and granted as needed. With `jwks` it signs with `kid`; with `certificate` (a PEM chain, whose
     * last certificate becomes a trusted authority) or neither it signs with `x5c`.
     */
    addAdminClient(client: {
      /** a new one when left out */
      client_id?: string
      orgno: string
      scopes: readonly string[]
      jwks?: { keys: readonly KeyInput[] }
      certificate?: string
    }): { client_id: string }
    /** A client that was there before the story begins: no rule is asked, Maskinporten knows it at once. */
    addClient(orgno: string, seed?: ClientSeed): Client
    addScope(scope: Partial<Scope> & Pick<Scope, 'prefix' | 'subscope'>): Scope
    /** Approves the organisation's access. */
    grant(scope: string, orgno: string): void
    /** Every organisation has signed the terms of use until told otherwise; unsigned is answered with 428. */
    setTerms(orgno: string, signed: boolean): void
    hasSigned(orgno: string): boolean
    /** An authority (PEM) whose enterprise certificates are good in this environment only (reference digdir.md 1.2). */
    trustAuthority(pem: string): void
    authorities(): readonly X509Certificate[]
  }

/** An empty registry of one environment. */
export const createRegistry = (options: {
  environment: Environment
  clock: Clock
  propagationMs?: number
}): Registry => {
  const { environment, clock } = options
  const clients = createClientStore({ clock, propagationMs: options.propagationMs ?? 0 })
  const scopes = createScopeStore({ environment, clock })
  const unsigned = new Set<string>()
  const authorities: X509Certificate[] = []

  const keySet = (keys: readonly KeyInput[] | undefined, at: string): KeySet | undefined => {
    if (!keys || keys.length === 0) return undefined
    const exp = Math.floor(clock.now() / 1000) + YEAR_SECONDS
    const registered = keys.map((key): RegisteredKey => {
      const { kid, e, n } = key
      if (!kid || !e || !n) throw new Error('a registered key has kid, e and n')
      const rest = { alg: key.alg ?? 'RS256', use: key.use ?? 'sig', exp: key.exp ?? exp }
      return { kid, kty: 'RSA', e, n, ...rest, ...(key.x5c ? { x5c: key.x5c } : {}) }
    })
    return { keys: registered, created: at, last_updated: at }
  }

  const registry: Registry = {
    ...clients,
    ...scopes,
    environment,
    clock,
    addClient(orgno, { keys, ...seed } = {}) {
      const now = stamp(clock.now())
      const input = { ...anyClient, ...seed } as ClientInput
      const client: Client = {
        client_id: randomUUID(),
        ...withDefaults(input),
        active: true,
        created: now,
        last_updated: seed.created ?? now,
        ...definedOnly(seed),
        client_orgno: orgno,
      }
      clients.save({ client, keys: keySet(keys, client.created) }, { immediately: true })
      if (client.token_endpoint_auth_method.startsWith('client_secret')) clients.makeSecret(client.client_id)
      return client
    },
    addAdminClient({ client_id, orgno, scopes: names, jwks, certificate }) {
      if (certificate !== undefined) registry.trustAuthority(lastCertificate(certificate))
      for (const name of names) {
        const [prefix = '', ...rest] = name.split(':')
        if (!scopes.scope(name)) registry.addScope({ prefix, subscope: rest.join(':'), visibility: 'PRIVATE' })
        registry.grant(name, orgno)
      }
      return registry.addClient(orgno, {
        client_name: 'Selvbetjeningsklient',
        description: 'Administrasjon av klienter og API-er, utlevert av Digdir',
        scopes: [...names],
        ...(client_id === undefined ? {} : { client_id }),
        ...(jwks ? { keys: jwks.keys } : {}),
      })
    },
    addScope(given) {
      const now = stamp(clock.now())
      const scope: Scope = {
        ...plainScope,
        created: now,
        last_updated: given.created ?? now,
        ...given,
        name: `${given.prefix}:${given.subscope}`,
      }
      scopes.saveScope(scope)
      return scope
    },
    grant(scope, orgno) {
      scopes.setAccess(scope, orgno, 'APPROVED')
    },
    setTerms(orgno, signed) {
      if (signed) unsigned.delete(orgno)
      else unsigned.add(orgno)
    },
    hasSigned: (orgno) => !unsigned.has(orgno),
    trustAuthority(pem) {
      authorities.push(new X509Certificate(pem))
    },
    authorities: () => authorities,
  }
  return registry
}

const anyClient: ClientInput = {
  client_name: 'Uten navn',
  description: 'Uten beskrivelse',
  integration_type: 'maskinporten',
  application_type: 'web',
  token_endpoint_auth_method: 'private_key_jwt',
  grant_types: [JWT_BEARER],
  scopes: [],
}

/** Defaults of reference digdir.md 2.8. */
export const plainScope: Omit<Scope, 'prefix' | 'subscope' | 'name' | 'created' | 'last_updated'> = {
  description: '',
  visibility: 'PUBLIC',
  token_type: 'SELF_CONTAINED',
  at_max_age: 0,
  authorization_max_lifetime: 0,
  accessible_for_all: false,
  allowed_integration_types: [],
  requires_user_consent: false,
  requires_user_authentication: false,
  requires_pseudonymous_tokens: false,
  protected: false,
  supports_european_businesses: false,
  owner_orgno: DIGDIR,
  active: true,
}

const definedOnly = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T

const lastCertificate = (chain: string): string => {
  const at = chain.lastIndexOf('-----BEGIN CERTIFICATE-----')
  return at < 0 ? chain : chain.slice(at)
}
