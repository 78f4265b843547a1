import { eq, inArray, sql } from 'drizzle-orm'
import type { OrganisationContent } from '../domain/belonging/store.ts'
import type { Organisation } from '../domain/belonging/types.ts'
import type { OrganisationRow, Reads, Writes } from '../domain/deps.ts'
import { AppError } from '../errors.ts'
import type { Ground, Tx } from './engine.ts'
import { inBatches, prepared } from './prepared.ts'

type Rule = { domain: string; covers: 'exact' | 'below' }

// a mail domain seldom has more labels than this; a longer one asks again
const slots = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7'] as const
const batch = 250

/**
 * The rules that would cover a domain, the best first: the domain itself, then `*.` of each parent from the longest
 * on. Empty for what can't be a domain (RFC 1035: 253 characters).
 */
export const coveringRules = (domain: string): Rule[] => {
  const name = domain.trim().toLowerCase().replace(/\.$/, '')
  if (name === '' || name.length > 253) return []
  const labels = name.split('.')
  const parents = labels.slice(1).map((_, i) => labels.slice(i + 1).join('.'))
  return [{ domain: name, covers: 'exact' }, ...parents.map((parent): Rule => ({ domain: parent, covers: 'below' }))]
}

/** A rule as it is stored, of its own words: `etat.no`, `*.etat.no`. */
export const ruleOf = (text: string): Rule =>
  text.startsWith('*.') ? { domain: text.slice(2), covers: 'below' } : { domain: text, covers: 'exact' }

/** A stored rule in its own words. */
export const ruleText = ({ domain, covers }: Rule): string => (covers === 'below' ? `*.${domain}` : domain)

const inOrder = (domains: string[]): string[] => [...new Set(domains.map((domain) => domain.toLowerCase()))].sort()

/** Questions about organisations. */
export const organisationReads = ({
  db,
  tables,
}: Ground): Pick<Reads, 'organisation' | 'organisationsByDomain' | 'organisationCount'> => {
  const { organisations, organisationDomains } = tables
  const columns = { number: organisations.number, name: organisations.name, language: organisations.language }
  const byNumber = prepared(
    db
      .select(columns)
      .from(organisations)
      .where(eq(organisations.number, sql.placeholder('number'))),
    'organisation',
  )
  const byRule = prepared(
    db
      .select({ ...columns, domain: organisationDomains.domain, covers: organisationDomains.covers })
      .from(organisationDomains)
      .innerJoin(organisations, eq(organisations.number, organisationDomains.organisationNumber))
      .where(
        inArray(
          organisationDomains.domain,
          slots.map((slot) => sql.placeholder(slot)),
        ),
      ),
    'organisations_by_rule',
  )
  return {
    organisation: async (number) => (await byNumber.execute({ number }))[0] ?? null,
    organisationsByDomain: async (domain) => {
      for (const rules of inBatches(coveringRules(domain), slots.length)) {
        const values = slots.map((slot, i) => [slot, rules[i]?.domain ?? ''])
        const found = await byRule.execute(Object.fromEntries(values))
        for (const rule of rules) {
          const owners = found.filter((row) => row.domain === rule.domain && row.covers === rule.covers)
          const rows = owners.map(({ number, name, language }): Organisation => ({ number, name, language }))
          if (rows.length > 0) return rows.sort((a, b) => (a.number < b.number ? -1 : 1))
        }
      }
      return []
    },
    organisationCount: async () => {
      const [row] = await db.select({ count: sql<number>`cast(count(*) as integer)` }).from(organisations)
      return row?.count ?? 0
    },
  }
}

const sameDomains = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((domain, i) => domain === b[i])

type StoredRow = OrganisationRow & Pick<OrganisationContent, 'channel'>

const stored = async ({ db, tables }: Tx, numbers: string[]): Promise<Map<string, StoredRow>> => {
  const { organisations, organisationDomains } = tables
  const found = new Map<string, StoredRow>()
  const rows = await db.select().from(organisations).where(inArray(organisations.number, numbers))
  for (const { number, name, language, channel } of rows)
    found.set(number, { number, name, language, channel, domains: [] })
  const rules = await db
    .select()
    .from(organisationDomains)
    .where(inArray(organisationDomains.organisationNumber, numbers))
  for (const rule of rules) found.get(rule.organisationNumber)?.domains.push(ruleText(rule))
  for (const row of found.values()) row.domains.sort()
  return found
}

type Content = Omit<OrganisationContent, 'channel'>

const sameContent = (a: Content, b: Content): boolean =>
  a.name === b.name && a.language === b.language && sameDomains(inOrder(a.domains), inOrder(b.domains))

/** Whether it is, under the lock, what it was when it was read. */
const assertStill = (now: StoredRow | undefined, expected: OrganisationContent | null): void => {
  const same =
    now && expected ? sameContent(now, expected) && now.channel === expected.channel : !now && expected === null
  if (!same) throw new AppError('changed-meanwhile', 'somebody else edited the organisation')
}

const save = async ({ db, tables, now }: Tx, rows: OrganisationRow[]): Promise<void> => {
  const { organisations, organisationDomains } = tables
  const at = now()
  await db
    .insert(organisations)
    .values(rows.map(({ number, name, language }) => ({ number, name, language, createdAt: at, updatedAt: at })))
    .onConflictDoUpdate({
      target: organisations.number,
      set: { name: sql`excluded.name`, language: sql`excluded.language`, updatedAt: at },
    })
  const numbers = rows.map((row) => row.number)
  await db.delete(organisationDomains).where(inArray(organisationDomains.organisationNumber, numbers))
  const rules = rows.flatMap(({ number, domains }) =>
    domains.map((domain) => ({ organisationNumber: number, ...ruleOf(domain) })),
  )
  for (const part of inBatches(rules, 1000)) await db.insert(organisationDomains).values(part)
}

/** Effects on organisations. A number that stands twice in `rows` counts once, as it last stands. */
export const organisationWrites = (tx: Tx): Pick<Writes, 'saveOrganisations' | 'saveOrganisation'> => ({
  saveOrganisation: async ({ number, name, language, channel, domains }, expected) => {
    await tx.lock('organisations')
    if (expected !== undefined) assertStill((await stored(tx, [number])).get(number), expected)
    await save(tx, [{ number, name, language, domains: inOrder(domains) }])
    const { organisations } = tx.tables
    await tx.db.update(organisations).set({ channel }).where(eq(organisations.number, number))
  },
  saveOrganisations: async (rows) => {
    // two imports at once would else mix their domains
    await tx.lock('organisations')
    const counts = { added: 0, changed: 0, same: 0 }
    const unique = [...new Map(rows.map((row) => [row.number, row])).values()]
    for (const part of inBatches(unique, batch)) {
      const before = await stored(
        tx,
        part.map((row) => row.number),
      )
      const wanted = part.map((row) => ({ ...row, domains: inOrder(row.domains) }))
      const touched = wanted.filter((row) => {
        const old = before.get(row.number)
        if (!old) counts.added++
        else if (sameContent(old, row)) {
          counts.same++
          return false
        } else counts.changed++
        return true
      })
      if (touched.length > 0) await save(tx, touched)
    }
    return counts
  },
})
