import { noteThresholds } from '../domain/contact/count-logins.ts'
import {
  type SettlementYear,
  settlementYear,
  THRESHOLD,
  thresholdPercents,
  yearJustEnded,
} from '../domain/contact/settlement-year.ts'
import type { Deps } from '../domain/deps.ts'
import type { Logger } from '../log.ts'
import { startDueRounds } from './due-rounds.ts'

const every = 6 * 60 * 60_000

type Needs = Pick<Deps, 'store' | 'now'>

const least = (THRESHOLD * Math.min(...thresholdPercents)) / 100

/** Who has passed the first part of the threshold in a settlement year. */
const passedIn = async ({ store }: Needs, { from, to }: SettlementYear): Promise<string[]> =>
  (await store.loginSums(from, to))
    .filter(({ logins }) => logins >= least)
    .map(({ organisationNumber }) => organisationNumber)

/**
 * Looks at every organisation whose logins of the settlement year have passed the first part of the threshold: contacts
 * who came after the import are told, and missing invoice information is asked for again when it is time
 * (`count-logins.ts`, which tells nobody twice). So, while it is missing, for the year that has just ended: that one is
 * invoiced in the first months of the next. One round. Gives how many organisations were told something. Throws
 * what the store throws.
 */
export const lookAtThresholds = async (needs: Needs): Promise<number> => {
  const year = settlementYear(needs.now())
  const ended = yearJustEnded(needs.now())
  const present = await passedIn(needs, year)
  const due = present.map((organisationNumber) => ({ organisationNumber, year }))
  for (const organisationNumber of ended === null ? [] : await passedIn(needs, ended)) {
    // whoever is asked for the present year is not asked twice
    if (ended === null || present.includes(organisationNumber)) continue
    if ((await needs.store.invoicesOf(organisationNumber)).length === 0) due.push({ organisationNumber, year: ended })
  }
  let told = 0
  for (const { organisationNumber, year } of due) {
    const { percent, invoiceMissing } = await noteThresholds(needs, { organisationNumber, year })
    if (percent !== null || invoiceMissing) told += 1
  }
  return told
}

/**
 * Looks every six hours, until `stop` is called.
 *
 * @param take takes a round into the work that a stop waits for
 */
export const watchThresholds = (
  services: Needs & Pick<Deps, 'newId'>,
  log: Logger,
  take: (round: Promise<void>) => void,
): { stop(): void } => {
  const round = async () => {
    const count = await lookAtThresholds(services)
    if (count > 0) log.info({ count }, 'organisations told of their logins')
    return null
  }
  const failed = 'logins could not be looked at'
  return startDueRounds(services, { name: 'contacts-thresholds', everyMs: every, failed, round }, log, take)
}
