import { readDomainName } from './domain-name.ts'
import { isPublicDomain } from './public-domains.ts'
import type { Belonging, Organisation, SlackPerson, StrangerReason } from './types.ts'

/** The domain of an address: after the last `@`, lower case, punycode. Null when there is none that could be one. */
export const domainOf = (email: string | null): string | null => {
  const at = email?.lastIndexOf('@') ?? -1
  return email && at > 0 ? readDomainName(email.slice(at + 1)) : null
}

const byKind: Partial<Record<SlackPerson['kind'], StrangerReason>> = {
  stranger: 'slack-connect',
  bot: 'bot',
  deactivated: 'deactivated',
  guest: 'guest',
}

/**
 * Where somebody belongs (design section 2), from what Slack says of them and from the organisations whose rule covers
 * the domain of their address (`store.organisationsByDomain(domainOf(email))`). Every stranger has a reason that a
 * card can explain; the reason nearest to the person comes first.
 */
export const belongingOf = (
  person: SlackPerson,
  organisations: Organisation[],
  domain = domainOf(person.email),
): Belonging => {
  const stranger = (reason: StrangerReason): Belonging => ({ as: 'stranger', reason, domain })

  const kind = byKind[person.kind]
  if (kind) return stranger(kind)
  if (!domain) return stranger('no-email')
  if (!person.emailConfirmed) return stranger('unconfirmed')
  if (isPublicDomain(domain)) return stranger('public-domain')

  const [organisation, another] = organisations
  if (!organisation) return stranger('unknown-domain')
  if (another) return stranger('shared-domain')
  return { as: 'member', organisation, by: 'domain', domain }
}
