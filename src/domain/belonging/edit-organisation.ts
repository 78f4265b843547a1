import { AppError } from '../../errors.ts'
import type { AuditEntry } from '../audit/types.ts'
import type { Deps } from '../deps.ts'
import { domainOf } from './belonging-of.ts'
import { type RowFault, readOrganisationRows } from './organisation-rows.ts'
import type { OrganisationDetails } from './store.ts'
import type { SlackUser } from './types.ts'

/** An organisation as an operator types it; domains one a line or with `;` between. */
export type TypedOrganisation = { number: string; name: string; domains: string; language: string }

/** What an edit would do to people whom the bot has met: the card shows it before anything is done. */
export type Consequence = {
  added: { domain: string; people: number; sharedWith: string[] }[]
  removed: { domain: string; people: number; leftTo: string[] }[]
}

type Read = { row: OrganisationDetails; before: OrganisationDetails | null }
type EditDeps = Pick<Deps, 'store' | 'now'>

/**
 * Reads what was typed by the rules of the organisations file: check digit, name, domains, public mail domains.
 * `before` is null for a new one.
 */
export const readOrganisation = async (
  deps: EditDeps,
  typed: TypedOrganisation,
  channel: string | null,
): Promise<{ ok: true; read: Read } | { ok: false; faults: RowFault[] }> => {
  const values = {
    organisation_number: typed.number,
    name: typed.name,
    domains: typed.domains.split(/[\s;,]+/u).join(';'),
    language: typed.language,
  }
  const { rows, faults } = readOrganisationRows([{ line: 1, values }])
  const [row] = rows
  if (faults.length > 0 || !row) return { ok: false, faults }
  const before = await deps.store.organisationDetails(row.number)
  const createdAt = before?.createdAt ?? deps.now()
  return { ok: true, read: { row: { ...row, channel, createdAt }, before } }
}

const ruleOf = (rule: string) =>
  rule.startsWith('*.')
    ? { domain: rule.slice(2), covers: 'below' as const }
    : { domain: rule, covers: 'exact' as const }

/** How many people an edit touches: those with an address at what is added or taken away. */
export const consequenceOf = async (deps: Pick<Deps, 'store'>, { row, before }: Read): Promise<Consequence> => {
  const people = (rule: string) => {
    const { domain, covers } = ruleOf(rule)
    return deps.store.peopleAt(domain, covers)
  }
  const others = async (rule: string) =>
    (await deps.store.organisationsOwning(rule)).filter((one) => one.number !== row.number).map((one) => one.name)
  const was = before?.domains ?? []
  const added = row.domains.filter((domain) => !was.includes(domain))
  const removed = was.filter((domain) => !row.domains.includes(domain))
  return {
    added: await Promise.all(
      added.map(async (domain) => ({ domain, people: await people(domain), sharedWith: await others(domain) })),
    ),
    removed: await Promise.all(
      removed.map(async (domain) => ({ domain, people: await people(domain), leftTo: await others(domain) })),
    ),
  }
}

const covers = (rule: string, domain: string): boolean =>
  rule.startsWith('*.') ? domain.endsWith(rule.slice(1)) : domain === rule

/** Nobody makes themselves a member, or anything else, by a rule over their own address (design section 2). */
const assertNotOwn = async ({ store }: EditDeps, by: SlackUser, { row, before }: Read): Promise<void> => {
  const own = domainOf((await store.person(by))?.person.email ?? null)
  const [was, becomes] = [before?.domains ?? [], row.domains]
  const moved = [...becomes.filter((rule) => !was.includes(rule)), ...was.filter((rule) => !becomes.includes(rule))]
  if (own !== null && moved.some((rule) => covers(rule, own)))
    throw new AppError('needs-another', 'nobody edits a rule that covers their own address')
}

const kept = ({ name, language, domains, channel }: OrganisationDetails) => ({ name, language, domains, channel })

/**
 * Saves an organisation as it was shown to the operator. `before` is what they saw: another by now throws
 * `changed-meanwhile`, and nothing is saved. A rule added or taken away that covers the operator's own mail domain throws
 * `needs-another`. `once` makes a double click one edit.
 */
export const saveOrganisation = async (
  deps: EditDeps,
  by: SlackUser,
  { row, before }: Read,
  once: string,
): Promise<void> => {
  const line: AuditEntry = {
    action: 'organisation.save',
    outcome: 'done',
    actor: by,
    organisationNumber: row.number,
    environment: null,
    subject: `organisation:${row.number}`,
    changeId: null,
    correlationId: null,
    values: { ...(before && { before: kept(before) }), after: kept(row) },
  }
  await assertNotOwn(deps, by, { row, before })
  await deps.store.write({ once, audit: [line] }, async (tx) => {
    await tx.saveOrganisation(row, before)
    return null
  })
}
