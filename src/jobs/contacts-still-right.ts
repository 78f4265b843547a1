import { stillRight } from '../domain/contact/notices.ts'
import { confirmedSince } from '../domain/contact/reach.ts'
import type { Contact } from '../domain/contact/types.ts'
import type { Deps } from '../domain/deps.ts'
import type { Logger } from '../log.ts'
import { walkContacts } from './contacts-walk.ts'
import { startDueRounds } from './due-rounds.ts'

const every = 30 * 60_000
/** In one round: who imported ten thousand contacts at once does not write to all of them at once half a year later. */
const perRound = 250
/** Nobody is asked again sooner, ms. Once-keys are kept as long (`purge.ts`), and say when somebody was asked. */
export const askedAgainAfter = 30 * 24 * 60 * 60_000

type Needs = Pick<Deps, 'store' | 'now'>

const onceOf = ({ id }: Contact, period: number): string => `contact-still-right:${id}:${period}`

/** Whom a mail would not reach is no longer asked, nor who does not want to be; the others of the organisation see it. */
const isAsked = ({ bounce, hears }: Contact): boolean => bounce === null && hears.includes('reminders')

/** One contact; false: was asked in the last thirty days, by whichever instance. */
const ask = async ({ store, now }: Needs, contact: Contact): Promise<boolean> => {
  const at = now()
  const period = Math.floor(at / askedAgainAfter)
  const before = await store.keptOutcome(onceOf(contact, period - 1))
  if (typeof before === 'number' && at - before < askedAgainAfter) return false
  if ((await store.keptOutcome(onceOf(contact, period))) !== undefined) return false
  const { fresh } = await store.write<number>(
    { once: onceOf(contact, period), deliveries: [stillRight(contact, at)] },
    async () => at,
  )
  return fresh
}

/**
 * Asks contacts whom nobody has confirmed for half a year whether they are still right, by mail. One round: `perRound`
 * contacts at most, in order of id. Gives how many were asked, and after whom the next round goes on (null: it begins
 * anew). Throws what the store throws.
 */
export const askStillRight = async (
  needs: Needs,
  after: string | null,
): Promise<{ asked: number; after: string | null }> => {
  const before = confirmedSince(needs.now())
  let asked = 0
  const next = await walkContacts(needs, { before, after, size: perRound }, async (contact) => {
    if (isAsked(contact) && (await ask(needs, contact))) asked += 1
    return true
  })
  return { asked, after: next }
}

/**
 * Asks every half hour, until `stop` is called.
 *
 * @param take takes a round into the work that a stop waits for
 */
export const watchStillRight = (
  services: Needs & Pick<Deps, 'newId'> & { mailOn: boolean; publicUrl: string | null },
  log: Logger,
  take: (round: Promise<void>) => void,
): { stop(): void } => {
  const round = async (after: string | null) => {
    // the question is a mail with a link in it
    if (!services.mailOn || services.publicUrl === null) return after
    const done = await askStillRight(services, after)
    if (done.asked > 0) log.info({ count: done.asked }, 'contacts asked whether they are still right')
    return done.after
  }
  const failed = 'contacts could not be asked whether they are right'
  return startDueRounds(services, { name: 'contacts-still-right', everyMs: every, failed, round }, log, take)
}
