import type { RegisteredKey } from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { inCode, type Mrkdwn, mrkdwn, type Words } from '../kit/mrkdwn.ts'

const day = 24 * 60 * 60_000
/** Digdir lets a key live a year and doesn't tell; the docs' users renew at 30 days (digdir.md 2.6). */
const soon = 30 * day

const expiry = (t: Text, exp: number | null, now: number): Words => {
  if (exp === null) return t.client.keys.noExpiry
  if (exp <= now) return mrkdwn`:warning: ${t.client.keys.expired({ at: exp })}`
  if (exp - now > soon) return t.client.keys.expires({ at: exp })
  return mrkdwn`:warning: ${t.client.keys.soon({ days: Math.ceil((exp - now) / day) })}`
}

/** One key in a line: kid, algorithm, expiry, with a warning in its last 30 days. `now` is epoch ms. */
export const keyLine = (t: Text, key: Pick<RegisteredKey, 'kid' | 'alg' | 'exp'>, now: number): Mrkdwn =>
  mrkdwn`${inCode(key.kid, 255)} ${key.alg ?? ''} · ${expiry(t, key.exp, now)}`
