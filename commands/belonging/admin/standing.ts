import { domainOf } from '../../../src/domain/belonging/belonging-of.ts'
import type { PersonEntry } from '../../../src/domain/belonging/store.ts'
import { type Belonging, isSamePerson, type SlackUser } from '../../../src/domain/belonging/types.ts'
import type { Services } from '../../../src/slack/route.ts'
import { resolveViewer, type Viewer } from '../../../src/viewer.ts'
import type { How } from '../../../views/belonging/admin/how.ts'
import type { PersonRow } from '../../../views/belonging/admin/people.ts'

/** How people stand to an organisation, by what the bot knows of them: a list asks Slack about nobody. */

const known = (services: Services, user: SlackUser): Promise<Viewer | null> =>
  resolveViewer({ ...services, personFromSlack: services.slack.person }, user, 'known')

const outside: Partial<Record<PersonEntry['kind'], How>> = {
  deactivated: 'closed',
  stranger: 'outside',
  bot: 'outside',
}

const howOf = (viewer: Viewer | null, membership: PersonEntry['membership'], number: string): How => {
  if (membership?.state === 'removed') return 'removed'
  if (viewer === null) return membership === null ? 'unknown' : 'assigned'
  const { belonging, person } = viewer
  const never = outside[person.kind]
  if (never !== undefined) return never
  switch (belonging.as) {
    case 'member':
      if (belonging.others.some((one) => one.number === number)) return 'assigned'
      if (belonging.organisation.number !== number) return 'elsewhere'
      return belonging.rule.by === 'domain' ? 'domain' : 'assigned'
    case 'pending':
      return belonging.organisation.number === number ? 'pending' : 'elsewhere'
    case 'unconfirmed':
      return 'unconfirmed'
    case 'stranger':
      if (belonging.reason === 'shared-domain') return 'shared'
      return belonging.reason === 'guest' ? 'guest' : 'elsewhere'
  }
}

/** A row of the list of an organisation's people, with how they belong now. */
export const rowOf = async (services: Services, number: string, entry: PersonEntry): Promise<PersonRow> => {
  const { user, name, email, membership, clearedUntil } = entry
  const viewer = await known(services, user)
  return {
    user,
    name,
    email,
    how: howOf(viewer, membership, number),
    until: membership?.until ?? null,
    admin: membership?.state === 'assigned' && membership.admin,
    clearedUntil,
  }
}

/** Whether somebody stands in the list of an organisation's people. */
const isAmong = async (
  { store }: Pick<Services, 'store'>,
  number: string,
  { user, email, membership }: PersonEntry,
): Promise<boolean> => {
  if (membership !== null || email === null) return membership !== null
  const { rows } = await store.peopleOf({ organisationNumber: number, text: email, page: 0, size: 50 })
  return rows.some((one) => isSamePerson(one.user, user))
}

/** What an organisation's admin sees of somebody who is none of theirs: no more than of one who is not there. */
const nobody: Omit<PersonRow, 'user'> = {
  name: null,
  email: null,
  how: 'elsewhere',
  until: null,
  admin: false,
  clearedUntil: null,
}

/** As `rowOf`, of anybody; an admin learns nothing of other organisations' people by naming them. */
export const anyRowOf = async (
  services: Services,
  number: string,
  entry: PersonEntry,
  operator: boolean,
): Promise<PersonRow> =>
  operator || (await isAmong(services, number, entry))
    ? await rowOf(services, number, entry)
    : { ...nobody, user: entry.user }

/** Somebody as one of an organisation's people, also where they are not among them. */
export const entryOf = async (
  { store, vault }: Pick<Services, 'store' | 'vault'>,
  number: string,
  user: SlackUser,
): Promise<PersonEntry> => {
  const [met, membership, clearance] = await Promise.all([
    store.person(user),
    store.membership(user, number),
    store.clearance(number, user),
  ])
  return {
    user,
    name: met?.person.name ?? null,
    email: met?.person.email ?? null,
    kind: met?.person.kind ?? 'stranger',
    membership: membership && { state: membership.state, admin: membership.admin, until: membership.until },
    clearedUntil: clearance?.keyVersion === vault.keyVersion ? clearance.expiresAt : null,
  }
}

/** Where somebody belongs once nothing is said of them by name at an organisation any more. */
export const otherwiseOf = async (
  { store }: Pick<Services, 'store'>,
  number: string,
  { user, email, kind }: PersonEntry,
): Promise<'domain' | 'shared' | 'none'> => {
  const domain = domainOf(email)
  if (kind !== 'member' || domain === null) return 'none'
  const [owners, { memberships }] = await Promise.all([store.organisationsByDomain(domain), store.standing(user)])
  // what is said by name goes before every domain
  const elsewhere = memberships.some((one) => one.state === 'assigned' && one.organisation.number !== number)
  if (elsewhere || !owners.some((one) => one.number === number)) return 'none'
  return owners.length > 1 ? 'shared' : 'domain'
}

/** Whether somebody belongs to an organisation now, whichever of theirs they act for. */
export const belongsTo = (belonging: Belonging, number: string): boolean =>
  belonging.as === 'member' &&
  (belonging.organisation.number === number || belonging.others.some((one) => one.number === number))
