import { belongingOf, domainOf } from '../../src/domain/belonging/belonging-of.ts'
import type { Belonging, Organisation, SlackPerson, SlackUser } from '../../src/domain/belonging/types.ts'
import type { NewChange } from '../../src/domain/change.ts'
import type { Environment } from '../../src/domain/client/types.ts'
import { clientWorld } from './client-world.ts'
import { type Engine, freshStore } from './databases.ts'

export const heroy: Organisation = { number: '964978840', name: 'HERØY KOMMUNE', language: 'nb' }
export const otherHeroy: Organisation = { number: '872417982', name: 'HERØY KOMMUNE', language: 'nb' }
export const kinn: Organisation = { number: '820956532', name: 'KINN KOMMUNE', language: 'nb' }

const domains = {
  [heroy.number]: ['heroy.kommune.example'],
  [otherHeroy.number]: ['heroy.kommune.example'],
  [kinn.number]: ['kinn.kommune.example'],
}

/** Invented people by what they are; operators are those of `OPERATORS`. */
const cast = {
  hanne: 'hanne@heroy.kommune.example',
  admin: 'admin@heroy.kommune.example',
  otherAdmin: 'annen.admin@heroy.kommune.example',
  kjell: 'kjell@kinn.kommune.example',
  kinnAdmin: 'admin@kinn.kommune.example',
  operator: 'vakt@desk.example',
  secondOperator: 'vakt2@desk.example',
} as const
export type CastName = keyof typeof cast

export const user = (name: CastName): SlackUser => ({ teamId: 'T1', userId: `U${name.toUpperCase()}` })

/** What use cases of belonging need, on a real store, with people who belong by its rows and a clock moved by hand. */
export const belongingWorld = async (engine: Engine = 'sqlite') => {
  const world = clientWorld()
  const { now } = world.deps
  const store = await freshStore(engine, { now })
  const deps = { ...world.deps, store, idporten: null }
  await store.write({}, async (tx) => {
    await tx.saveOrganisations([heroy, otherHeroy, kinn].map((one) => ({ ...one, domains: domains[one.number] ?? [] })))
    for (const [name, email] of Object.entries(cast)) {
      const person: SlackPerson = {
        ...user(name as CastName),
        name,
        email,
        emailConfirmed: true,
        kind: 'member',
        locale: 'nb-NO',
        seenAt: now(),
      }
      await tx.savePerson(person)
    }
    const admins = [
      ['admin', heroy],
      ['otherAdmin', otherHeroy],
      ['kinnAdmin', kinn],
    ] as const
    for (const [name, { number }] of admins) {
      await tx.saveMembership({
        user: user(name),
        organisationNumber: number,
        state: 'assigned',
        admin: true,
        until: null,
        givenBy: 'test',
      })
    }
    return null
  })

  const belonging = async (who: SlackUser): Promise<Belonging> => {
    const known = await store.person(who)
    if (!known) throw new Error('nobody of the cast')
    const domain = domainOf(known.person.email)
    return belongingOf(known.person, {
      organisations: domain === null ? [] : await store.organisationsByDomain(domain),
      standing: await store.standing(who),
      operator: [user('operator').userId, user('secondOperator').userId].includes(who.userId),
      keyVersion: deps.vault.keyVersion,
      now: now(),
    })
  }

  const asked = <P>(
    requester: SlackUser,
    organisationNumber: string,
    payload: P,
    environment: Environment | null = null,
  ): Omit<NewChange<P>, 'kind' | 'policy' | 'subject'> => ({
    organisationNumber,
    environment,
    requester,
    payload,
    baseVersion: null,
    surface: { kind: 'direct' },
    language: 'nb',
  })

  return { deps, store, belonging, asked, pass: world.pass }
}
