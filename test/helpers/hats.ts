import { world as cast } from '../../sandbox/world.ts'
import type { Membership, SlackUser } from '../../src/domain/belonging/types.ts'
import { clearanceEnds } from '../../src/domain/login/clearance-life.ts'
import { type House, heroy, type Person, people } from './house.ts'

/** A person of the cast as the bot knows them. */
export const userOf = (person: Person): SlackUser => ({ teamId: cast.team.id, userId: people[person].id })

/** A person's synthetic number. @throws for those of the cast who can't log in */
export const pidOf = (person: Person): string => {
  const { pid } = people[person]
  if (pid === undefined) throw new Error(`${person} has no number`)
  return pid
}

type Standing = Partial<Pick<Membership, 'state' | 'admin' | 'until'>>

/** Assigns somebody by name, or keeps them out, as an operator would. */
export const assign = async (house: House, person: Person, organisationNumber: string, over: Standing = {}) => {
  await house.world.store.write({}, async (tx) => {
    const standing = { state: 'assigned' as const, admin: false, until: null, ...over }
    await tx.saveMembership({ user: userOf(person), organisationNumber, ...standing, givenBy: 'program:admin' })
    return null
  })
}

/** Clears somebody for an organisation's production; by their own number, unless another is told. */
export const clear = async (house: House, person: Person, organisationNumber: string, pid = pidOf(person)) => {
  const { store, vault, now } = house.world
  const { hash: numberHash, keyVersion } = vault.numberProof(pid)
  await store.write({}, async (tx) => {
    await tx.saveClearance({
      organisationNumber,
      user: userOf(person),
      numberHash,
      keyVersion,
      givenBy: 'program:admin',
      confirmedBy: null,
      expiresAt: clearanceEnds(now()),
    })
    return null
  })
}

/** Takes a clearance away, as an operator would at that moment. */
export const unclear = async (house: House, person: Person, organisationNumber: string) => {
  await house.world.store.write({}, async (tx) => await tx.forgetClearance(organisationNumber, userOf(person)))
}

/** What the cast is trusted with at the beginning of a sandbox, the two municipalities that share a domain included. */
export const giveHats = async (house: House): Promise<void> => {
  await house.world.store.write({}, async (tx) => {
    const municipality = { name: 'HERØY KOMMUNE', language: 'nb' as const, domains: ['heroy.kommune.example'] }
    await tx.saveOrganisations(Object.values(heroy).map((number) => ({ ...municipality, number })))
    return null
  })
  for (const [name, { assigned = [], cleared = [] }] of Object.entries(people)) {
    const person = name as Person
    for (const { organisation_number, admin, until } of assigned) {
      const end = until === undefined ? null : Date.parse(until)
      await assign(house, person, organisation_number, { admin: admin ?? false, until: end })
    }
    for (const organisation of cleared) await clear(house, person, organisation)
  }
}
