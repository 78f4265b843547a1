import type { AuditEntry } from '../../../src/domain/audit/types.ts'
import type { Store } from '../../../src/domain/deps.ts'
import { MINUTE, movableClock } from '../../helpers/clock.ts'
import { type House, organisations, type Person, people, startHouse } from '../../helpers/house.ts'
import { type Actor, untilModal, words } from '../../helpers/walk.ts'
import { aRegistration } from '../../store/samples.ts'

export const kystverdi = organisations.kystverdi.organisation_number
export const direktoratet = organisations.direktoratet.organisation_number
export const team = 'T0SANDKASSE'
/** a number with the right check digit that nobody has registered here */
export const nobodys = '974760673'

type Effects = Parameters<Parameters<Store['write']>[1]>[0]

/** A house whose audit the test writes itself, and where Astrid is Kystverdi's admin. Lines are a minute apart. */
export const auditHouse = async () => {
  const clock = movableClock()
  const house = await startHouse({ now: clock.now, wait: async () => {} })
  const effect = (body: (tx: Effects) => Promise<void>) =>
    house.world.store.write({}, async (tx) => {
      await body(tx)
      return null
    })
  const admin = (is: boolean) =>
    effect((tx) =>
      tx.saveMembership({
        user: { teamId: team, userId: people.astrid.id },
        organisationNumber: kystverdi,
        state: 'assigned',
        admin: is,
        until: null,
        givenBy: 'program:admin',
      }),
    )
  await admin(true)
  return {
    house,
    clock,
    effect,
    admin,
    by: (person: Person) => ({ teamId: team, userId: people[person].id }),
    /** Writes a line, and gives back where it stands. */
    async line(over: Partial<AuditEntry> = {}) {
      clock.pass(MINUTE)
      const entry: AuditEntry = {
        action: 'key.add',
        outcome: 'done',
        actor: { teamId: team, userId: people.kari.id },
        organisationNumber: kystverdi,
        environment: 'test',
        subject: 'client:a-1',
        changeId: null,
        correlationId: null,
        ...over,
      }
      await house.world.store.write({ audit: [entry] }, async () => null)
      const [newest] = await house.world.store.auditLines({ organisationNumber: null, size: 1 })
      if (newest === undefined) throw new Error('the line was not written')
      return { at: newest.at, id: newest.id }
    },
    client: (id: string, name: string, organisationNumber = kystverdi, environment: 'test' | 'prod' = 'test') =>
      effect((tx) => tx.saveRegistration(organisationNumber, environment, aRegistration(id, { client_name: name }))),
  }
}

export type AuditHouse = Awaited<ReturnType<typeof auditHouse>>

/** The browser, as a command opens it on an empty desk. */
export const openAudit = async (house: House, actor: Actor, typed = '') => {
  if (actor.modal() !== undefined) await actor.close(undefined, true)
  await actor.command(`/portvakt audit ${typed}`)
  return await untilModal(house, actor, 'audit')
}

/** What the modal in front says, once it says `expected`. */
export const untilSaid = async (house: House, actor: Actor, expected: string | RegExp): Promise<string> => {
  const said = () => words(actor.modal()?.blocks)
  const fits = () => (typeof expected === 'string' ? said().includes(expected) : expected.test(said()))
  await house.slack.workspace.until(fits, 4_000).catch(() => {
    throw new Error(`nothing says ${expected}, but: ${said()}`)
  })
  return said()
}

/** The ids of the lines in the modal, from the top. */
export const linesIn = (actor: Actor): string[] =>
  [...words(actor.modal()?.blocks).matchAll(/"action_id":"audit\.show"[^}]*?\}[^}]*?\\"id\\":\\"([^"\\]+)\\"/g)].map(
    ([, id]) => id ?? '',
  )
