import type { Text } from '../../../src/text/index.ts'

/** How somebody stands to an organisation now, from its own point of view. */
export const hows = [
  'domain',
  'assigned',
  'removed',
  'shared',
  'pending',
  'unconfirmed',
  'elsewhere',
  'guest',
  'closed',
  'outside',
  'unknown',
] as const
export type How = (typeof hows)[number]

export type Standing = {
  how: How
  /** of an assignment, epoch ms: the last moment of its last day */
  until: number | null
  admin: boolean
  /** epoch ms */
  clearedUntil: number | null
}

/** All of it on one line. */
export const standingLine = (t: Text, { how, until, admin, clearedUntil }: Standing): string => {
  const words = t.admin.people
  const end = how === 'assigned' && until !== null ? `, ${words.until({ date: t.format.date(until) })}` : ''
  return [
    `${words.how[how]}${end}`,
    ...(admin ? [words.admin] : []),
    ...(clearedUntil === null ? [] : [words.clearedUntil({ date: t.format.date(clearedUntil) })]),
  ].join(' · ')
}
