import type { Clock } from '../clock.ts'

/** Rate limits of one workspace and app (slack.md 4.1): a bucket that fills over time and empties by calls. */
export type Limits = {
  /** calls a minute of a method, by tier */
  tiers: Record<1 | 2 | 3 | 4, number>
  /** `auth.test`, `chat.getPermalink` */
  special: number
  /** messages a second in one channel, and how many may come at once */
  channel: { perSecond: number; burst: number }
  /** messages a minute in the whole workspace */
  workspace: number
}

export type Tier = 1 | 2 | 3 | 4 | 'special' | 'message'

export const slackLimits: Limits = {
  tiers: { 1: 1, 2: 20, 3: 50, 4: 100 },
  special: 600,
  channel: { perSecond: 1, burst: 5 },
  workspace: 300,
}

/** Slack's "1+" a minute forgives a few at once. */
const SMALL_BURST = 5

/** Seconds to wait when the call is one too many, else undefined. */
export type Rates = (method: string, tier: Tier, channel: string | undefined) => number | undefined

/** Without limits every call passes. */
export const createRates = (clock: Clock, limits: Limits | undefined): Rates => {
  if (!limits) return () => undefined
  const buckets = new Map<string, { left: number; at: number }>()

  const draw = (key: string, size: number, perSecond: number) => {
    const now = clock.now()
    const bucket = buckets.get(key) ?? { left: size, at: now }
    bucket.left = Math.min(size, bucket.left + ((now - bucket.at) / 1000) * perSecond)
    bucket.at = now
    buckets.set(key, bucket)
    if (bucket.left < 1) return Math.max(1, Math.ceil((1 - bucket.left) / perSecond))
    bucket.left -= 1
    return undefined
  }

  return (method, tier, channel) => {
    if (tier === 'message') {
      const wait = draw(`channel ${channel}`, limits.channel.burst, limits.channel.perSecond)
      return wait ?? draw('workspace', limits.workspace, limits.workspace / 60)
    }
    const perMinute = tier === 'special' ? limits.special : limits.tiers[tier]
    return draw(`method ${method}`, Math.max(perMinute, SMALL_BURST), perMinute / 60)
  }
}
