import { idnr } from '@navikt/fnrvalidator'
import { z } from 'zod'
import { type Acr, acrs, type ProvenLogin } from '../../domain/login/types.ts'
import { refused } from './errors.ts'
import { CLOCK_TOLERANCE } from './relying-party.ts'

/** Names of before 2024 (digdir.md 5.5); a level of another country's, `eidas-…`, is none of ours. */
const oldNames: Readonly<Record<string, Acr>> = { Level3: 'idporten-loa-substantial', Level4: 'idporten-loa-high' }

const LONGEST_SINCE_LOGIN = 5 * 60_000
const FURTHEST_AHEAD = 60_000

const schema = z.object({
  iat: z.number(),
  acr: z.string(),
  auth_time: z.number().optional(),
  pid: z.string().optional(),
  sid: z.string().optional(),
})

/**
 * The checks that ID-porten adds to OpenID Connect's (digdir.md 5.5), for claims whose signature, issuer, audience,
 * nonce and end were found good. Numbers for tests (+80 on the month) and D numbers are valid ones.
 *
 * Throws `login-level`, `login-old` for an `auth_time` that is missing, more than 5 minutes old or ahead by more than
 * a minute, `login-no-number`, and `login-refused` for all else.
 *
 * @param rules.now epoch ms
 */
export const provenLogin = (claims: unknown, rules: { minimumAcr: Acr; now: number }): ProvenLogin => {
  const read = schema.safeParse(claims)
  if (!read.success) throw refused('login-refused', 'a claim is missing or of another type')
  const { iat, acr, auth_time, pid, sid } = read.data
  if (iat > rules.now / 1000 + CLOCK_TOLERANCE) throw refused('login-refused', 'issued in the future')

  const level = acrs.find((one) => one === acr) ?? (Object.hasOwn(oldNames, acr) ? oldNames[acr] : undefined)
  if (level === undefined) throw refused('login-refused', 'unknown level')
  if (acrs.indexOf(level) < acrs.indexOf(rules.minimumAcr)) throw refused('login-level', `the level is ${level}`)

  if (auth_time === undefined) throw refused('login-old', 'no auth_time')
  const authTime = auth_time * 1000
  if (rules.now - authTime > LONGEST_SINCE_LOGIN) throw refused('login-old', 'the login is too old')
  if (authTime - rules.now > FURTHEST_AHEAD) throw refused('login-old', 'the login is in the future')

  if (pid === undefined) throw refused('login-no-number', 'no national identity number')
  if (idnr(pid).status !== 'valid') throw refused('login-refused', 'no valid national identity number')
  return { pid, acr: level, authTime, sid: sid ?? null }
}
