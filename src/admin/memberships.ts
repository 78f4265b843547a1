import { parseArgs } from 'node:util'
import type { AuditEntry } from '../domain/audit/types.ts'
import { type MembershipStanding, standingOf } from '../domain/belonging/change-membership.ts'
import type { Organisation, SlackUser } from '../domain/belonging/types.ts'
import { personSubject } from '../domain/change.ts'
import type { Store } from '../domain/deps.ts'
import { endOfNorwegianDay, norwegianDay } from '../domain/norwegian-days.ts'
import { type AdminCommand, UsageError } from './command.ts'
import { personOptions, readPersonOptions, withPerson } from './person-options.ts'

type Found = { store: Store; organisation: Organisation; user: SlackUser }

/** An end as it was typed: the end of that day in Norway. @throws {UsageError} */
const readUntil = (typed: string | undefined, now: number): number | null => {
  if (typed === undefined) return null
  const until = endOfNorwegianDay(typed)
  if (until === null) throw new UsageError('--until takes a day, such as 2026-12-31; it counts to its end')
  if (until <= now) throw new UsageError(`--until ${typed} is over; name a day to come`)
  return until
}

/**
 * One change of a membership with its line in the audit, in the words of the Slack side (`change-membership.ts`). Throws
 * `changed-meanwhile` when somebody changed it since it was read.
 */
const change = async ({ store, organisation, user }: Found, before: MembershipStanding, after: MembershipStanding) => {
  const subject = personSubject(user)
  const audit: AuditEntry = {
    action: (before?.admin ?? false) === (after?.admin ?? false) ? 'membership.change' : 'admin.name',
    outcome: 'done',
    actor: { program: 'admin' },
    organisationNumber: organisation.number,
    environment: null,
    subject,
    changeId: null,
    correlationId: null,
    values: { before, after },
  }
  await store.write({ audit: [audit] }, async (tx) => {
    if (after === null) await tx.forgetMembership(user, organisation.number, before)
    else {
      const row = { user, organisationNumber: organisation.number, ...after, givenBy: 'program:admin' }
      await tx.saveMembership(row, before)
    }
    // who is kept out changes no production either
    if (after?.state === 'removed') await tx.forgetClearance(organisation.number, user)
    return null
  })
}

const same = (one: MembershipStanding, other: MembershipStanding): boolean =>
  one?.state === other?.state && one?.admin === other?.admin && one?.until === other?.until

const inWords = (userId: string, { name }: Organisation, { admin, until }: { admin: boolean; until: number | null }) =>
  `${userId} is assigned to ${name}${admin ? ', as its admin' : ''}${until === null ? ', without end' : `, until the end of ${norwegianDay(until)}`}.`

export const membershipsAdd: AdminCommand = {
  name: 'memberships add',
  usage: 'memberships add --organisation N --user SLACK_USER [--until DATE] [--admin] [--team T…]',
  about:
    'assigns a person to an organisation by name, with --admin as its admin; a guest needs --until, the last day; an earlier assignment keeps its end and its admin unless told otherwise',
  async run({ args, say, config }) {
    const options = { ...personOptions, until: { type: 'string' }, admin: { type: 'boolean' } } as const
    const { values } = parseArgs({ args, options })
    const person = readPersonOptions(values)
    const until = readUntil(values.until, Date.now())
    return await withPerson(config(), person, async (found) => {
      const { store, organisation, user } = found
      const before = standingOf(await store.membership(user, organisation.number))
      const earlier = before?.state === 'assigned' ? before : null
      const after = {
        state: 'assigned' as const,
        admin: values.admin ?? earlier?.admin ?? false,
        until: until ?? earlier?.until ?? null,
      }
      const known = await store.person(user)
      if (known?.person.kind === 'guest' && after.until === null)
        throw new UsageError(
          `${user.userId} is a guest in Slack, and a guest is assigned with an end: add --until DATE`,
        )
      if (!same(before, after)) await change(found, before, after)
      say(inWords(user.userId, organisation, after))
      if (known === null && after.until === null)
        say(
          `Portvakt has not met ${user.userId} yet. If it is a guest in Slack, the assignment counts only with --until.`,
        )
      return 0
    })
  },
}

/** What a removal leaves, and what to say of it; a text alone when there is nothing to do. */
const removed = (
  before: MembershipStanding,
  how: { keepOut: boolean; admin: boolean },
): string | { after: MembershipStanding; words: string } => {
  if (how.admin) {
    if (!before?.admin) return 'is not an admin of'
    return { after: { ...before, admin: false }, words: 'is no longer an admin of' }
  }
  if (before?.state === 'removed') return 'is kept out already of'
  if (how.keepOut) return { after: { state: 'removed', admin: false, until: null }, words: 'is kept out of' }
  if (before === null) return 'is not assigned by name to'
  return { after: null, words: 'belongs as the e-mail domain says, and is no longer assigned by name to' }
}

export const membershipsRemove: AdminCommand = {
  name: 'memberships remove',
  usage: 'memberships remove --organisation N --user SLACK_USER [--admin | --keep-out] [--team T…]',
  about:
    'takes an assignment away, so that the e-mail domain decides; with --admin only the right to be its admin; with --keep-out the person stays out though the domain would let them in',
  async run({ args, say, config }) {
    const options = { ...personOptions, admin: { type: 'boolean' }, 'keep-out': { type: 'boolean' } } as const
    const { values } = parseArgs({ args, options })
    const person = readPersonOptions(values)
    const how = { admin: values.admin ?? false, keepOut: values['keep-out'] ?? false }
    if (how.admin && how.keepOut) throw new UsageError('choose one of --admin and --keep-out')
    return await withPerson(config(), person, async (found) => {
      const { store, organisation, user } = found
      const before = standingOf(await store.membership(user, organisation.number))
      const outcome = removed(before, how)
      if (typeof outcome === 'string') {
        say(`${user.userId} ${outcome} ${organisation.name}; nothing was changed.`)
        return 1
      }
      await change(found, before, outcome.after)
      say(`${user.userId} ${outcome.words} ${organisation.name}.`)
      return 0
    })
  },
}
