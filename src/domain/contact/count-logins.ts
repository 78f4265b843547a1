import type { NewDelivery } from '../delivery/delivery.ts'
import type { Deps } from '../deps.ts'
import { readOrganisationNumber } from '../organisation-number.ts'
import { auditActor } from './actor.ts'
import type { CsvRow } from './csv-rows.ts'
import { type LoginRowFault, readLoginRows } from './logins-csv.ts'
import { invoiceMissing, loginsThreshold } from './notices.ts'
import { type Reader, reachable, toChannel, toContact } from './readers.ts'
import {
  type SettlementYear,
  settlementYear,
  settlementYearOf,
  THRESHOLD,
  thresholdPercents,
} from './settlement-year.ts'
import type { Contact } from './types.ts'

const DAY_MS = 86_400_000
/** Missing invoice information is asked for again after so long. */
const ASK_AGAIN_MS = 14 * DAY_MS
/** The word under which that is noted beside the percents. */
const MISSING = 0

/** What an organisation was told now: the highest part of the threshold passed, and whether invoice information is missing. */
export type ThresholdTold = { logins: number; percent: number | null; invoiceMissing: boolean }

type CountDeps = Pick<Deps, 'store' | 'now'>

const listens = ({ hears, scope }: Contact): boolean =>
  // logins in production alone count, so whoever answers for test has no part in it
  hears.includes('logins') && scope !== 'test'

/** The contacts who want to hear of logins, and the organisation's channel. */
const listeners = async ({ store }: CountDeps, organisationNumber: string): Promise<Reader[]> => {
  const organisation = await store.organisationDetails(organisationNumber)
  const contacts = reachable(await store.contactsOf(organisationNumber)).filter(listens)
  return [...contacts.map(toContact), ...(organisation === null ? [] : toChannel(organisation))]
}

const passedBy = (logins: number): number[] =>
  thresholdPercents.filter((percent) => logins * 100 >= THRESHOLD * percent)

const loginsOf = async (
  store: Pick<CountDeps['store'], 'loginCounts'>,
  organisationNumber: string,
  { from, to }: SettlementYear,
): Promise<number> =>
  (await store.loginCounts(organisationNumber, from, to)).reduce((sum, { logins }) => sum + logins, 0)

/**
 * Tells an organisation's contacts, and its channel, once each when its logins in production passed 80 % and 100 % of the threshold in a
 * settlement year (digdir.md 6.6), and from then on asks for missing invoice information every 14 days until there is
 * any. Where nobody listens nothing is noted, so that whoever comes later hears of it.
 *
 * @param year the present one when left out
 */
export const noteThresholds = async (
  deps: CountDeps,
  { organisationNumber, year = settlementYear(deps.now()) }: { organisationNumber: string; year?: SettlementYear },
): Promise<ThresholdTold> => {
  const { store } = deps
  const logins = await loginsOf(store, organisationNumber, year)
  const passed = passedBy(logins)
  const to = passed.length === 0 ? [] : await listeners(deps, organisationNumber)
  if (to.length === 0) return { logins, percent: null, invoiceMissing: false }
  const missing = (await store.invoicesOf(organisationNumber)).length === 0
  const { value } = await store.write<{ percent: number | null; invoiceMissing: boolean }>(
    {
      deliveries: ({ percent, invoiceMissing: ask }) => {
        const about = percent === null ? null : { year: year.year, percent, logins }
        return to.flatMap((reader): NewDelivery[] => [
          ...(about === null ? [] : [loginsThreshold(reader, about)]),
          ...(ask ? [invoiceMissing(reader, year.year)] : []),
        ])
      },
    },
    async (tx) => {
      let percent: number | null = null
      // whoever passed both at once hears of the higher one alone
      for (const each of passed) if (await tx.noteThreshold(organisationNumber, year.year, each)) percent = each
      const again = deps.now() - ASK_AGAIN_MS
      const ask = missing && (await tx.noteThreshold(organisationNumber, year.year, MISSING, again))
      return { percent, invoiceMissing: ask }
    },
  )
  return { logins, ...value }
}

/**
 * Forgets that an organisation was told of parts of the threshold that its logins, corrected, have not passed, so that
 * it is told when they do.
 */
const forgetNotPassed = async (
  { store }: CountDeps,
  { organisationNumber, year }: { organisationNumber: string; year: SettlementYear },
): Promise<void> => {
  const logins = await loginsOf(store, organisationNumber, year)
  const highest = Math.max(MISSING, ...passedBy(logins))
  const notices = await store.thresholdNotices(organisationNumber, year.year)
  if (notices.every(({ percent }) => percent <= highest)) return
  await store.write({}, (tx) => tx.forgetThresholds(organisationNumber, year.year, highest))
}

export type LoginImport =
  | { ok: true; added: number; changed: number; same: number; told: { organisationNumber: string; percent: number }[] }
  | { ok: false; faults: LoginRowFault[] }

const known = async ({ store }: CountDeps, rows: readonly CsvRow[]): Promise<Set<string>> => {
  const found = new Set<string>()
  for (const typed of new Set(rows.map(({ values }) => values.organisation_number ?? ''))) {
    const number = readOrganisationNumber(typed)
    if (number !== null && (await store.organisation(number))) found.add(number)
  }
  return found
}

/** For so long after its end somebody is still told of a settlement year: it is invoiced in October and November. */
const isOfUse = ({ year }: SettlementYear, now: SettlementYear): boolean => year === now.year || year === now.year - 1

/**
 * Imports logins of months (design section 4): a second import of a month replaces it; nothing is imported unless every
 * line is well. Production is then summed over each organisation, and its contacts are told what that means, also once more when an earlier sum
 * that was too high is corrected.
 */
export const importLogins = async (deps: CountDeps, rows: readonly CsvRow[]): Promise<LoginImport> => {
  const organisations = await known(deps, rows)
  const isKnown = (number: string) => organisations.has(number)
  const { counts, faults } = readLoginRows(rows, { isKnown, now: deps.now() })
  if (faults.length > 0) return { ok: false, faults }
  const { value: saved } = await deps.store.write<{ added: number; changed: number; same: number }>(
    {
      audit: (after) => [
        {
          action: 'logins.import',
          outcome: 'done',
          actor: auditActor({ program: 'admin' }),
          organisationNumber: null,
          environment: null,
          subject: null,
          changeId: null,
          correlationId: null,
          values: { after },
        },
      ],
    },
    (tx) => tx.saveLoginCounts(counts),
  )
  const present = settlementYear(deps.now())
  const touched = new Map<string, { organisationNumber: string; year: SettlementYear }>()
  for (const { organisationNumber, environment, month } of counts) {
    const year = settlementYearOf(month)
    if (environment === 'prod' && isOfUse(year, present))
      touched.set(`${organisationNumber} ${year.year}`, { organisationNumber, year })
  }
  const told: { organisationNumber: string; percent: number }[] = []
  for (const each of touched.values()) {
    await forgetNotPassed(deps, each)
    const { percent } = await noteThresholds(deps, each)
    if (percent !== null) told.push({ organisationNumber: each.organisationNumber, percent })
  }
  return { ok: true, ...saved, told }
}
