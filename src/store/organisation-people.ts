import { and, eq, gt, or, type SQL, sql } from 'drizzle-orm'
import type { BelongingReads, PersonEntry } from '../domain/belonging/store.ts'
import type { Ground } from './engine.ts'
import { typedWords } from './fold.ts'
import { inForce } from './memberships.ts'
import type { Tables } from './schema.ts'

/** What is found by text, and ends with the address; people saved before names were kept have the address alone. */
const searched = ({ people }: Tables): SQL => sql`coalesce(${people.folded}, lower(${people.email}))`

/** Whether somebody's address ends with `suffix`, `length` characters long, such as `@etat.no` or `.etat.no`. */
const endsWith = (tables: Tables, suffix: SQL, length: SQL | number): SQL => {
  const text = searched(tables)
  return sql`substr(${text}, length(${text}) - ${length} + 1) = ${suffix}`
}

const hasAddress = ({ people }: Tables): SQL => sql`${people.email} like '%@%'`

/** People at a domain of the organisation's, whichever rule of whichever organisation is the longest. */
const atDomainOf = (tables: Tables, organisationNumber: string): SQL | undefined => {
  const { organisationDomains: rules } = tables
  const covered = or(
    and(eq(rules.covers, 'exact'), endsWith(tables, sql`'@' || ${rules.domain}`, sql`(length(${rules.domain}) + 1)`)),
    and(eq(rules.covers, 'below'), endsWith(tables, sql`'.' || ${rules.domain}`, sql`(length(${rules.domain}) + 1)`)),
  )
  const rule = sql`exists (select 1 from ${rules} where ${and(eq(rules.organisationNumber, organisationNumber), covered)})`
  return and(hasAddress(tables), rule)
}

const contains = (tables: Tables, word: string): SQL =>
  sql`${searched(tables)} like ${`%${word.replace(/[!%_]/g, '!$&')}%`} escape '!'`

type Row = Pick<PersonEntry, 'name' | 'email' | 'clearedUntil'> & {
  teamId: string
  userId: string
  kind: PersonEntry['kind'] | null
  state: 'assigned' | 'removed' | null
  admin: boolean | null
  until: number | null
}

const entryOf = ({ teamId, userId, name, email, kind, state, admin, until, clearedUntil }: Row): PersonEntry => ({
  user: { teamId, userId },
  name,
  email,
  kind: kind ?? 'stranger',
  membership: state === null ? null : { state, admin: Boolean(admin), until },
  clearedUntil,
})

/**
 * Questions about the people of an organisation: those assigned to it or kept out of it by name, also when the bot has
 * not met them (no name, no address, kind `stranger`), and those whose address one of its rules covers. A word that is
 * typed may stand anywhere in name or address.
 */
export const organisationPeople = ({ db, tables, now }: Ground): Pick<BelongingReads, 'peopleOf' | 'peopleAt'> => {
  const { people, memberships, clearances } = tables

  const listed = (organisationNumber: string, text: string, keyVersion: string | undefined, at: number) => {
    const assigned = and(eq(memberships.organisationNumber, organisationNumber), inForce(tables, at))
    const who = sql`(
      select ${memberships.teamId} as team, ${memberships.userId} as person from ${memberships} where ${assigned}
      union
      select ${people.teamId} as team, ${people.userId} as person from ${people} where ${atDomainOf(tables, organisationNumber)}
    ) as who`
    const is = (table: typeof people | typeof memberships | typeof clearances) =>
      sql`${table.teamId} = who.team and ${table.userId} = who.person`
    const cleared = and(
      eq(clearances.organisationNumber, organisationNumber),
      gt(clearances.expiresAt, at),
      keyVersion === undefined ? undefined : eq(clearances.keyVersion, keyVersion),
    )
    const words = and(...typedWords(text).map((word) => contains(tables, word)))
    return {
      who,
      person: is(people),
      member: and(is(memberships), assigned),
      cleared: and(is(clearances), cleared),
      words,
    }
  }

  return {
    peopleOf: async ({ organisationNumber, text = '', keyVersion, page, size }) => {
      const { who, person, member, cleared, words } = listed(organisationNumber, text, keyVersion, now())
      const [rows, [counted]] = await Promise.all([
        db
          .select({
            teamId: sql<string>`who.team`,
            userId: sql<string>`who.person`,
            name: people.name,
            email: people.email,
            kind: people.kind,
            state: memberships.state,
            admin: memberships.admin,
            until: memberships.until,
            clearedUntil: clearances.expiresAt,
          })
          .from(who)
          .leftJoin(people, person)
          .leftJoin(memberships, member)
          .leftJoin(clearances, cleared)
          .where(words)
          // those without a name or address last
          .orderBy(
            sql`case when ${searched(tables)} is null then 1 else 0 end`,
            searched(tables),
            sql`who.team`,
            sql`who.person`,
          )
          .limit(size)
          .offset(page * size),
        db.select({ count: sql<number>`cast(count(*) as integer)` }).from(who).leftJoin(people, person).where(words),
      ])
      return { rows: rows.map(entryOf), total: counted?.count ?? 0 }
    },
    peopleAt: async (domain, covers) => {
      const at = (suffix: string) => endsWith(tables, sql`${suffix}`, suffix.length)
      const name = domain.toLowerCase()
      const where = at(covers === 'exact' ? `@${name}` : `.${name}`)
      const [row] = await db
        .select({ count: sql<number>`cast(count(*) as integer)` })
        .from(people)
        .where(and(hasAddress(tables), eq(people.kind, 'member'), where))
      return row?.count ?? 0
    },
  }
}
