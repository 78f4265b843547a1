import { noteThresholds } from '../domain/contact/count-logins.ts'
import { settlementYear, THRESHOLD, thresholdPercents } from '../domain/contact/settlement-year.ts'
import type { Deps } from '../domain/deps.ts'
import type { Logger } from '../log.ts'
import { isMine } from './leased.ts'
import { startRounds } from './rounds.ts'

const every = 6 * 60 * 60_000
/** One instance looks for all; when it is gone, another one takes over after so long, ms. */
const lease = every + 30 * 60_000

type Needs = Pick<Deps, 'store' | 'now'>

/**
 * Looks at every organisation whose logins of the settlement year have passed the first part of the threshold: contacts
 * who came after the import are told, and missing invoice information is asked for again when it is time
 * (`count-logins.ts`, which tells nobody twice). One round. Gives how many organisations were told something. Throws
 * what the store throws.
 */
export const lookAtThresholds = async (needs: Needs): Promise<number> => {
  const year = settlementYear(needs.now())
  const least = (THRESHOLD * Math.min(...thresholdPercents)) / 100
  let told = 0
  for (const { organisationNumber, logins } of await needs.store.loginSums(year.from, year.to)) {
    if (logins < least) continue
    const { percent, invoiceMissing } = await noteThresholds(needs, { organisationNumber, year })
    if (percent !== null || invoiceMissing) told += 1
  }
  return told
}

/**
 * Looks now and every six hours, until `stop` is called.
 *
 * @param take takes a round into the work that a stop waits for
 */
export const watchThresholds = (
  services: Needs & Pick<Deps, 'newId'>,
  log: Logger,
  take: (round: Promise<void>) => void,
): { stop(): void } => {
  const holder = services.newId()
  const round = async () => {
    if (!(await isMine(services, 'contacts-thresholds', holder, lease))) return
    const count = await lookAtThresholds(services)
    if (count > 0) log.info({ count }, 'organisations told of their logins')
  }
  return startRounds({ everyMs: every, failed: 'logins could not be looked at', round }, log, take)
}
