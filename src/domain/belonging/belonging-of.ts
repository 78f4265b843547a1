import { readDomainName } from './domain-name.ts'
import { isPublicDomain } from './public-domains.ts'
import type { Belonging, Membership, Organisation, Rule, SlackPerson, Standing, StrangerReason } from './types.ts'

/** The domain of an address: after the last `@`, lower case, punycode. Null when there is none that could be one. */
export const domainOf = (email: string | null): string | null => {
  const at = email?.lastIndexOf('@') ?? -1
  return email && at > 0 ? readDomainName(email.slice(at + 1)) : null
}

/** Nobody's of ours, whatever is assigned to them. */
const never: Partial<Record<SlackPerson['kind'], StrangerReason>> = {
  stranger: 'slack-connect',
  bot: 'bot',
  deactivated: 'deactivated',
}

/** Nothing is stored of somebody whom the bot meets for the first time. */
export const noStanding: Standing = {
  memberships: [],
  confirmedAddress: null,
  chosenOrganisation: null,
  operator: false,
  clearances: [],
  request: null,
}

/** What is known of how somebody belongs, beside what Slack says of them. */
export type Known = {
  /** whose rule covers the domain of the address (`store.organisationsByDomain`) */
  organisations: Organisation[]
  standing: Standing
  /** one of `OPERATORS` */
  operator: boolean
  /** the vault's: a clearance proved under another key is compared with no login any more, so it counts for nothing */
  keyVersion: string
  /** epoch ms */
  now: number
}

type Place = { organisation: Organisation; rule: Rule; admin: boolean }

const assigned = (person: SlackPerson, { standing, now }: Known): Membership[] =>
  standing.memberships.filter(
    ({ state, until }) =>
      state === 'assigned' && (until === null || until > now) && (until !== null || person.kind !== 'guest'),
  )

const isConfirmed = (person: SlackPerson, { confirmedAddress }: Standing): boolean =>
  person.emailConfirmed || (confirmedAddress !== null && confirmedAddress === person.email?.toLowerCase())

/** What the domain alone gives somebody: the one organisation that owns it, where the address is known to be theirs. */
const byDomain = (person: SlackPerson, { organisations, standing }: Known, domain: string | null): Place | null => {
  const [organisation, another] = organisations
  if (person.kind !== 'member' || !domain || !organisation || another || isPublicDomain(domain)) return null
  const removed = standing.memberships.some(
    (one) => one.state === 'removed' && one.organisation.number === organisation.number,
  )
  if (removed || !isConfirmed(person, standing)) return null
  return { organisation, rule: { by: 'domain', domain }, admin: false }
}

/** The organisation that one acts for: the chosen one, else the first. */
const acting = (places: [Place, ...Place[]], chosen: string | null): Place =>
  places.find(({ organisation }) => organisation.number === chosen) ?? places[0]

/**
 * Where somebody belongs (design section 2), from what Slack says of them, the organisations whose rule covers their
 * domain, and what is stored of them. An assignment wins over the domain, whose organisation stays one that they can
 * switch to: nobody loses their own because another's admin named them. Every stranger has a reason that a card can
 * explain; the reason nearest to the person comes first.
 */
export const belongingOf = (person: SlackPerson, known: Known, domain = domainOf(person.email)): Belonging => {
  const { organisations, standing, now } = known
  const operator = (known.operator || standing.operator) && person.kind === 'member'
  const stranger = (reason: StrangerReason): Belonging => ({ operator, as: 'stranger', reason, domain })
  const member = (places: [Place, ...Place[]]): Belonging => {
    const place = acting(places, standing.chosenOrganisation)
    const { number } = place.organisation
    return {
      operator,
      as: 'member',
      ...place,
      cleared: standing.clearances.some(
        (one) => one.organisationNumber === number && one.keyVersion === known.keyVersion && one.expiresAt > now,
      ),
      others: places.map(({ organisation }) => organisation).filter((one) => one.number !== number),
    }
  }

  const reason = never[person.kind]
  if (reason) return stranger(reason)
  const [first, ...more] = assigned(person, known).map(
    ({ organisation, until, admin }): Place => ({ organisation, rule: { by: 'assignment', until }, admin }),
  )
  if (first) {
    const own = byDomain(person, known, domain)
    const others = own && ![first, ...more].some((one) => one.organisation.number === own.organisation.number)
    return member([first, ...more, ...(own && others ? [own] : [])])
  }
  if (person.kind === 'guest') return stranger('guest')
  if (!domain) return stranger('no-email')
  if (isPublicDomain(domain)) return stranger('public-domain')
  if (organisations.length === 0) return stranger('unknown-domain')

  const kept = (organisation: Organisation) =>
    !standing.memberships.some((one) => one.state === 'removed' && one.organisation.number === organisation.number)
  if (!organisations.some(kept)) return stranger('removed')
  if (!isConfirmed(person, standing)) {
    return { operator, as: 'unconfirmed', domain, email: person.email?.toLowerCase() ?? '' }
  }
  // of a shared domain somebody has to say which, even when all others have sent the person away
  const own = byDomain(person, known, domain)
  if (own) return member([own])
  const { request } = standing
  if (request && request.expiresAt > now && organisations.some((one) => one.number === request.organisation.number)) {
    return { operator, as: 'pending', organisation: request.organisation, domain, changeId: request.changeId }
  }
  return stranger('shared-domain')
}
