import { setImmediate as breath } from 'node:timers/promises'
import { domainToUnicode } from 'node:url'
import { and, eq, gt, gte, inArray, lte } from 'drizzle-orm'
import type { BelongingReads, OrganisationDetails } from '../domain/belonging/store.ts'
import type { Ground } from './engine.ts'
import { fold, searchTerms, typedWords } from './fold.ts'
import { ruleOf, ruleText } from './organisations.ts'
import { inBatches } from './prepared.ts'

type Rule = { organisationNumber: string; domain: string; covers: 'exact' | 'below' }
type Hit = { number: string; folded: string }

const chunk = 2000
// a page is seldom longer
const batch = 500

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const rulesOf = (rules: Rule[]): Map<string, string[]> => {
  const found = new Map<string, string[]>()
  for (const rule of rules) {
    const texts = found.get(rule.organisationNumber) ?? []
    found.set(rule.organisationNumber, texts)
    texts.push(ruleText(rule))
  }
  for (const texts of found.values()) texts.sort()
  return found
}

/** A domain at each of its labels, in the spelling of rules; its punycode holds no words of anybody's. */
const labelTerms = (domain: string): string[] => {
  const labels = domain.replace('*.', '').split('.')
  return labels.map((_, i) => labels.slice(i).join('.'))
}

/**
 * Whether every word that was typed begins a word of the name, the number, or a domain at one of its parts (written with
 * letters or in punycode); or all of them together are the beginning of the number, as in `974 760`.
 */
const matcher = (typed: string): ((name: string, number: string, domains: string[]) => boolean) => {
  const words = typedWords(typed)
  const digits = typed.replace(/\s/gu, '')
  return (name, number, domains) => {
    if (words.length === 0 || (/^[0-9]+$/.test(digits) && number.startsWith(digits))) return true
    const coded = domains.filter((domain) => domain.includes('xn--'))
    const text = [name, ...domains.map((domain) => (coded.includes(domain) ? domainToUnicode(domain) : domain))].join(
      ' ',
    )
    const whole = `${fold(text)} ${number} ${coded.join(' ')}`
    // what is not even inside begins nothing, and to know that is quick
    if (!words.every((word) => whole.includes(word))) return false
    const terms = [...searchTerms(text, number), ...coded.flatMap(labelTerms)]
    return words.every((word) => terms.some((term) => term.startsWith(word)))
  }
}

/** Questions about the list of organisations, which operators look through. */
export const organisationDirectory = ({
  db,
  tables: { organisations, organisationDomains },
}: Ground): Pick<BelongingReads, 'organisationDetails' | 'organisations' | 'organisationsOwning'> => {
  const details = async (numbers: string[]): Promise<OrganisationDetails[]> => {
    const [rows, rules] = await Promise.all([
      db.select().from(organisations).where(inArray(organisations.number, numbers)),
      db.select().from(organisationDomains).where(inArray(organisationDomains.organisationNumber, numbers)),
    ])
    const domains = rulesOf(rules)
    const found = new Map(
      rows.map(({ updatedAt: _, ...row }) => [row.number, { ...row, domains: domains.get(row.number) ?? [] }]),
    )
    return numbers.flatMap((number) => found.get(number) ?? [])
  }
  const domainsBetween = async (first: string, last: string): Promise<Map<string, string[]>> => {
    const { organisationNumber } = organisationDomains
    const rules = await db
      .select()
      .from(organisationDomains)
      .where(and(gte(organisationNumber, first), lte(organisationNumber, last)))
    return rulesOf(rules)
  }
  /** All that match, unsorted. A hundred thousand are walked in steps between which everything else gets a turn. */
  const matching = async (text: string): Promise<Hit[]> => {
    const matches = matcher(text)
    const byWords = typedWords(text).length > 0
    const hits: Hit[] = []
    for (let after = '', more = true; more; ) {
      const rows = await db
        .select({ number: organisations.number, name: organisations.name })
        .from(organisations)
        .where(gt(organisations.number, after))
        .orderBy(organisations.number)
        .limit(chunk)
      const [first, last] = [rows[0], rows.at(-1)]
      more = rows.length === chunk
      if (!first || !last) break
      const domains = byWords ? await domainsBetween(first.number, last.number) : new Map<string, string[]>()
      for (const { number, name } of rows) {
        if (matches(name, number, domains.get(number) ?? [])) hits.push({ number, folded: fold(name) })
      }
      after = last.number
      await breath()
    }
    return hits
  }
  return {
    organisationDetails: async (number) => (await details([number]))[0] ?? null,
    organisations: async ({ text = '', page, size }) => {
      const hits = await matching(text)
      const order = (a: Hit, b: Hit) => compare(a.folded, b.folded) || compare(a.number, b.number)
      const shown = hits.sort(order).slice(page * size, (page + 1) * size)
      const rows: OrganisationDetails[] = []
      for (const part of inBatches(shown, batch)) rows.push(...(await details(part.map((hit) => hit.number))))
      return { rows, total: hits.length }
    },
    organisationsOwning: async (text) => {
      const { domain, covers } = ruleOf(text.toLowerCase())
      return db
        .select({ number: organisations.number, name: organisations.name, language: organisations.language })
        .from(organisationDomains)
        .innerJoin(organisations, eq(organisations.number, organisationDomains.organisationNumber))
        .where(and(eq(organisationDomains.domain, domain), eq(organisationDomains.covers, covers)))
        .orderBy(organisations.number)
    },
  }
}
