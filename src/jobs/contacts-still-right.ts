import { stillRight, unconfirmed } from '../domain/contact/notices.ts'
import { confirmedSince } from '../domain/contact/reach.ts'
import { toChannel } from '../domain/contact/readers.ts'
import type { Contact } from '../domain/contact/types.ts'
import type { NewDelivery } from '../domain/delivery/delivery.ts'
import type { Deps } from '../domain/deps.ts'
import type { Logger } from '../log.ts'
import { walkContacts } from './contacts-walk.ts'
import { startDueRounds } from './due-rounds.ts'

const every = 30 * 60_000
/** In one round: who imported ten thousand contacts at once does not write to all of them at once half a year later. */
const perRound = 250
/** Nobody is asked again sooner, ms. Once-keys are kept as long (`purge.ts`), and say when somebody was asked. */
export const askedAgainAfter = 30 * 24 * 60 * 60_000

type Needs = Pick<Deps, 'store' | 'now'> & {
  /** the question to a contact is a mail with a link in it */
  links: boolean
}

/** Whom a mail would not reach is no longer asked, nor who does not want to be; the others of the organisation see it. */
const isAsked = ({ bounce, hears }: Contact): boolean => bounce === null && hears.includes('reminders')

/** One contact or organisation; false: was asked in the last thirty days, by whichever instance. */
const askOnce = async (
  { store, now }: Needs,
  whom: string,
  question: (at: number) => NewDelivery[],
): Promise<boolean> => {
  const at = now()
  const period = Math.floor(at / askedAgainAfter)
  const onceOf = (one: number): string => `${whom}:${one}`
  const before = await store.keptOutcome(onceOf(period - 1))
  if (typeof before === 'number' && at - before < askedAgainAfter) return false
  if ((await store.keptOutcome(onceOf(period))) !== undefined) return false
  const { fresh } = await store.write<number>({ once: onceOf(period), deliveries: question(at) }, async () => at)
  return fresh
}

/** In the organisation's channel, once for all of its contacts; nowhere where it has none. */
const askInChannel = async (needs: Needs, organisationNumber: string): Promise<void> => {
  const organisation = await needs.store.organisationDetails(organisationNumber)
  const [channel] = organisation === null ? [] : toChannel(organisation)
  if (channel === undefined) return
  await askOnce(needs, `contacts-unconfirmed:${organisationNumber}`, (at) => [unconfirmed(channel, at)])
}

/**
 * Asks contacts whom nobody has confirmed for half a year whether they are still right, by mail, and in the channel of
 * their organisation. One round: `perRound` contacts at most, in order of id. Gives how many contacts were asked, and
 * after whom the next round goes on (null: it begins anew). Throws what the store throws.
 */
export const askStillRight = async (
  needs: Needs,
  after: string | null,
): Promise<{ asked: number; after: string | null }> => {
  const before = confirmedSince(needs.now())
  const organisations = new Set<string>()
  let asked = 0
  const next = await walkContacts(needs, { before, after, size: perRound }, async (contact) => {
    organisations.add(contact.organisationNumber)
    const whom = `contact-still-right:${contact.id}`
    if (needs.links && isAsked(contact) && (await askOnce(needs, whom, (at) => [stillRight(contact, at)]))) asked += 1
    return true
  })
  for (const number of organisations) await askInChannel(needs, number)
  return { asked, after: next }
}

/**
 * Asks every half hour, until `stop` is called.
 *
 * @param take takes a round into the work that a stop waits for
 */
export const watchStillRight = (
  services: Pick<Deps, 'store' | 'now' | 'newId'> & { mailOn: boolean; publicUrl: string | null },
  log: Logger,
  take: (round: Promise<void>) => void,
): { stop(): void } => {
  const links = services.mailOn && services.publicUrl !== null
  const round = async (after: string | null) => {
    const done = await askStillRight({ ...services, links }, after)
    if (done.asked > 0) log.info({ count: done.asked }, 'contacts asked whether they are still right')
    return done.after
  }
  const failed = 'contacts could not be asked whether they are right'
  return startDueRounds(services, { name: 'contacts-still-right', everyMs: every, failed, round }, log, take)
}
