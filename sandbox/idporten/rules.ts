import type { Configuration, interactionPolicy, KoaContextWithOIDC } from 'oidc-provider'
import type { Clock } from '../clock.ts'
import { askedLevel, reaches } from './levels.ts'
import type { OidcProvider } from './oidc-provider.ts'

const LONGEST = 120

/** Seconds that a clock of somebody else may be wrong by. */
export const CLOCK_SKEW = 10

type AssertionRule = NonNullable<Configuration['assertJwtClientAuthClaimsAndHeader']>

/**
 * What ID-porten demands of a client assertion beyond oidc-provider (reference digdir.md 5.4): a `kid`, `client_id`
 * beside it, the issuer or the token endpoint as audience also at the PAR endpoint, and at most 120 seconds of life.
 *
 * By the machine's clock, as the libraries that make assertions and oidc-provider's look at `exp`.
 */
export const assertionRule =
  ({ errors }: OidcProvider, issuer: string): AssertionRule =>
  (ctx, { aud, iat, exp }, { kid }) => {
    const refuse = (why: string): never => {
      throw new errors.InvalidClientAuth(why)
    }
    const audiences = [aud].flat()
    if (!audiences.every((one) => one === issuer || one === `${issuer}/token`)) refuse('aud is somebody else')
    if (typeof kid !== 'string') refuse('kid is missing')
    if (ctx.oidc.params?.client_id === undefined) refuse('client_id is missing beside the assertion')
    if (typeof iat !== 'number' || typeof exp !== 'number') return refuse('iat and exp must be numbers')
    if (iat > Date.now() / 1000 + CLOCK_SKEW) refuse('iat is after now')
    if (exp - iat > LONGEST) refuse('the assertion lives longer than 120 seconds')
  }

/** Parameters that ID-porten demands of every login, and its own levels (5.3). */
export const requestRule =
  ({ errors }: OidcProvider) =>
  (ctx: KoaContextWithOIDC): void => {
    const { state, nonce, acr_values } = ctx.oidc.params ?? {}
    if (!state) throw new errors.InvalidRequest('state is required')
    if (!nonce) throw new errors.InvalidRequest('nonce is required')
    if (askedLevel(acr_values) === null) throw new errors.InvalidRequest('unsupported acr_values')
  }

/**
 * When somebody must log in: without a session, with `prompt=login`, when the session's level is below the asked one,
 * when it is older than `max_age`. Nobody is asked for consent.
 *
 * A level chosen below the asked one is let through, for clients must check it themselves (5.5).
 */
export const loginPolicy = ({ interactionPolicy }: OidcProvider, clock: Clock): interactionPolicy.Prompt[] => {
  const { base, Check } = interactionPolicy
  const policy = base()
  policy.remove('consent')
  const login = policy.get('login')
  const freshly = ({ oidc }: KoaContextWithOIDC) => oidc.result?.login !== undefined
  login?.checks.add(
    new Check('level', 'a higher level is asked for', (ctx) => {
      const asked = askedLevel(ctx.oidc.params?.acr_values)
      return asked !== null && !freshly(ctx) && !reaches(ctx.oidc.session?.acr, asked)
    }),
  )
  // oidc-provider's own check of this name goes by the machine's clock.
  login?.checks.remove('max_age')
  login?.checks.add(
    new Check('max_age', 'the login is too old', (ctx) => {
      const maxAge = ctx.oidc.params?.max_age
      const loggedInAt = ctx.oidc.session?.authTime() ?? 0
      return maxAge !== undefined && !freshly(ctx) && clock.now() / 1000 - loggedInAt > Number(maxAge)
    }),
  )
  return policy
}
