import { type IntegrationType, JWT_BEARER, type Scope } from './model.ts'
import type { ClientSeed, KeyInput, Registry } from './registry.ts'
import catalogue from './scopes.json' with { type: 'json' }
import services from './services.json' with { type: 'json' }
import { stamp } from './stamp.ts'

const DAY = 24 * 60 * 60 * 1000

/**
 * Gives an organisation `n` clients for municipal services, the same ones for the same organisation, seed and clock:
 * idporten and maskinporten by turns, every eleventh inactive, keys of every age (some expire within thirty days, a few
 * have expired), some clients with a secret instead, and a few half made, without any key.
 *
 * The public keys are invented numbers: nobody holds their private half.
 */
export const seedClients = (registry: Registry, orgno: string, n: number, seed = 1): void => {
  const random = generator(Number(orgno) ^ (seed * 0x9e3779b1))
  for (let index = 0; index < n; index += 1) registry.addClient(orgno, client(registry, index, random))
}

/** Fills the catalogue; Altinn's address is put right for the registry's environment (reference digdir.md 1.1). */
export const seedScopes = (registry: Registry): void => {
  const source = registry.delegationSources()[0]!.issuer
  for (const { name: _name, ...entry } of catalogue as Scope[])
    registry.addScope({ ...entry, ...(entry.delegation_source ? { delegation_source: source } : {}) })
}

/** Approves an organisation for scopes that a typical municipality has; the rest stays not granted. */
export const seedGrants = (registry: Registry, orgno: string): void => {
  for (const scope of registry.scopes())
    if (municipal.test(scope.name) && !scope.accessible_for_all) registry.grant(scope.name, orgno)
}

const municipal =
  /^(ks:fiks|skatteetaten:|folkeregister:deling\/offentligutenhjemmel|krr:(global|user)\/|nav:sosialhjelp)/

type Random = () => number

const client = (registry: Registry, index: number, random: Random): ClientSeed => {
  const service = services[index % services.length]!
  const round = Math.floor(index / services.length)
  const part = round === 0 ? '' : ` ${round + 1}`
  const type: IntegrationType = index % 2 === 0 ? 'idporten' : 'maskinporten'
  const now = registry.clock.now()
  // Over three years old at most: many times longer than a key lives.
  const created = now - Math.floor(random() * 1200) * DAY - Math.floor(random() * DAY)
  const posted = Math.max(created, now - Math.floor(random() * 380) * DAY)
  const secret = type === 'idporten' && index % 7 === 2
  const halfMade = index % 23 === 9
  return {
    client_id: uuid(random),
    client_name: `${service.name}${type === 'maskinporten' ? ' – datautveksling' : ''}${part}`,
    description: service.description,
    active: index % 11 !== 10,
    created: stamp(created),
    last_updated: stamp(Math.max(created, posted)),
    ...(type === 'idporten' ? loginClient(index, secret) : machineClient(random)),
    ...(secret || halfMade ? {} : { keys: keys(posted, random) }),
  }
}

const loginClient = (index: number, secret: boolean): ClientSeed => {
  const origin = `https://tjeneste-${index + 1}.kommune.example`
  return {
    integration_type: 'idporten',
    token_endpoint_auth_method: secret ? 'client_secret_basic' : 'private_key_jwt',
    grant_types: ['authorization_code', 'refresh_token'],
    scopes: ['openid', 'profile'],
    client_uri: origin,
    redirect_uris: [`${origin}/innlogging/retur`],
    post_logout_redirect_uris: [`${origin}/utlogget`],
    frontchannel_logout_uri: `${origin}/utlogging/ferdig`,
    frontchannel_logout_session_required: true,
    access_token_lifetime: 3600,
    refresh_token_lifetime: 7200,
    authorization_lifetime: 7200,
  }
}

const machineScopes = [
  ['skatteetaten:inntekt'],
  ['folkeregister:deling/offentligutenhjemmel'],
  ['ks:fiks', 'ks:fiks/svarut.write'],
  ['krr:global/kontaktinformasjon.read', 'krr:global/digitalpost.read'],
  ['kartverket:adresser.read'],
]

const machineClient = (random: Random): ClientSeed => ({
  integration_type: 'maskinporten',
  token_endpoint_auth_method: 'private_key_jwt',
  grant_types: [JWT_BEARER],
  scopes: machineScopes[Math.floor(random() * machineScopes.length)]!,
})

/** One key posted a while ago; sometimes an older one beside it, as in the middle of a rotation. */
const keys = (posted: number, random: Random): KeyInput[] => {
  const exp = Math.floor((posted + 365 * DAY) / 1000)
  const newest = { kid: uuid(random), e: 'AQAB', n: modulus(random), exp }
  if (random() > 0.2) return [newest]
  const older = { kid: uuid(random), e: 'AQAB', n: modulus(random), exp: exp - 90 * 24 * 60 * 60 }
  return [older, newest]
}

const bytes = (count: number, random: Random): Buffer =>
  Buffer.from(Array.from({ length: count }, () => Math.floor(random() * 256)))

/** 2048 bits exactly, and odd, as a modulus is. */
const modulus = (random: Random): string => {
  const number = bytes(256, random)
  number[0]! |= 0x80
  number[255]! |= 1
  return number.toString('base64url')
}

/** Version 4 by its form. */
const uuid = (random: Random): string => {
  const hex = bytes(16, random).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}

/** mulberry32: small, and the same everywhere. */
const generator = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
