import type { Desk } from '../../src/domain/belonging/desk.ts'
import type { ContactContent } from '../../src/domain/contact/types.ts'
import { belongingWorld, heroy, user } from './belonging-world.ts'
import { registration } from './client-world.ts'
import type { Engine } from './databases.ts'

/** When the tests of contacts begin: in the settlement year 2026/27. */
const BEGINS = Date.parse('2026-11-22T10:00:00Z')

/** What somebody typed of a contact of Herøy's, read. */
export const contactContent = (over: Partial<ContactContent> = {}): ContactContent => ({
  name: 'Kari Nordmann',
  email: 'kari@heroy.kommune.example',
  phone: '+4740000000',
  kind: 'technical',
  language: 'nb',
  scope: 'organisation',
  clients: [],
  ...over,
})

/** What use cases of contacts need, on a real store; Herøy has one client in production and one in test. */
export const contactUseWorld = async (engine: Engine) => {
  const world = await belongingWorld(engine)
  const { store, deps, pass } = world
  pass(BEGINS - deps.now())
  let ids = 0
  const client = (clientId: string) => registration({ client_id: clientId, client_orgno: heroy.number })
  await store.write({}, async (tx) => {
    await tx.saveRegistration(heroy.number, 'prod', client('prod-client'))
    await tx.saveRegistration(heroy.number, 'test', client('test-client'))
    return null
  })
  const desk: Desk = { channel: 'COPERATIONS', operators: [user('operator').userId], language: 'nb' }
  /** Gives an organisation a channel of its own. */
  const giveChannel = async (channel: string | null, { number } = heroy) => {
    const there = await store.organisationDetails(number)
    if (there === null) throw new Error('no such organisation')
    await store.write({}, async (tx) => {
      await tx.saveOrganisation({ ...there, channel })
      return null
    })
  }
  /** An organisation that nobody answers for. */
  const forgetAdmins = async ({ number } = heroy) => {
    const admins = await store.adminsOf(number)
    await store.write({}, async (tx) => {
      for (const admin of admins) await tx.forgetMembership(admin, number)
      return null
    })
  }
  return {
    store,
    pass,
    giveChannel,
    forgetAdmins,
    // ids of the length of real ones
    deps: { ...deps, desk, newId: () => `link-${String(++ids).padStart(8, '0')}` },
    /** What is waiting to be sent to an organisation: kind and address, in order of both. */
    async sent(organisationNumber = heroy.number): Promise<string[]> {
      const rows = await store.deliveriesOf(organisationNumber, 50_000)
      return rows.map(({ kind, address }) => `${kind} ${address}`).sort()
    },
  }
}
