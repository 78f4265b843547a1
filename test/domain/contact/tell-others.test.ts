import { expect, test } from 'vitest'
import { addContact } from '../../../src/domain/contact/add-contact.ts'
import { recordBounce } from '../../../src/domain/contact/bounce.ts'
import { leave } from '../../../src/domain/contact/by-link.ts'
import { manageToken } from '../../../src/domain/contact/contact-token.ts'
import { noteThresholds } from '../../../src/domain/contact/count-logins.ts'
import { heroy, kinn, user } from '../../helpers/belonging-world.ts'
import { contactContent, contactUseWorld } from '../../helpers/contact-world.ts'
import { type Engine, eachEngine } from '../../helpers/databases.ts'

const ola = { name: 'Ola Nordmann', email: 'ola@heroy.kommune.example' }

type World = Awaited<ReturnType<typeof contactUseWorld>>

const add = async ({ deps }: World, over = {}, organisationNumber = heroy.number) => {
  const content = contactContent(over)
  const asked = {
    organisationNumber,
    content,
    user: null,
    once: `${organisationNumber} ${content.email}`,
    verify: false,
  }
  return (await addContact(deps, user('hanne'), asked)).contact
}

/** The only contact of an organisation that nobody is admin of. */
const alone = async (engine: Engine) => {
  const world = await contactUseWorld(engine)
  await world.forgetAdmins()
  const contact = await add(world)
  const bounce = () => recordBounce(world.deps, { email: contact.email, reason: 'full', code: 552, deliveryId: null })
  return { ...world, contact, bounce }
}

/** Rows in the order of their address: where, as what, in which language. */
const toldBy = async ({ store }: Pick<World, 'store'>, number = heroy.number) =>
  (await store.deliveriesOf(number, 50))
    .map(({ kind, address, language, data }) => ({ kind, address, language, data }))
    .sort((one, other) => (one.address < other.address ? -1 : 1))

eachEngine((engine) => {
  test('what nobody of an organisation can be told comes to the service desk, in its language', async () => {
    const world = await alone(engine)
    await world.bounce()
    await world.bounce()
    const as = { organisationNumber: heroy.number, as: 'desk', name: 'Kari Nordmann' }
    const row = { kind: 'admin-contacts-empty', address: 'COPERATIONS', language: 'nb', data: as }
    expect(await toldBy(world)).toEqual([row])
  })

  test('so does the last one who leaves by themselves', async () => {
    const world = await alone(engine)
    await leave(world.deps, manageToken(world.deps.vault, world.contact))
    expect(await world.sent()).toEqual(['admin-contacts-empty COPERATIONS'])
  })

  test('and each operator has it where the service desk has no channel', async () => {
    const { deps, contact, store, sent } = await alone(engine)
    await store.write({}, async (tx) => {
      for (const one of ['secondOperator', 'operator'] as const) await tx.saveOperator(user(one), 'test')
      return null
    })
    const desk = { channel: null, operators: [user('operator').userId], language: 'en' } as const
    await leave({ ...deps, desk }, manageToken(deps.vault, contact))
    expect(await sent()).toEqual(['admin-contacts-empty UOPERATOR', 'admin-contacts-empty USECONDOPERATOR'])
    expect((await toldBy({ store })).map(({ language }) => language)).toEqual(['en', 'en'])
  })

  test('nobody is asked in vain where the service desk is nowhere, and what is to be done is done', async () => {
    const { deps, contact, store, sent } = await alone(engine)
    const desk = { channel: null, operators: [], language: 'nb' } as const
    await leave({ ...deps, desk }, manageToken(deps.vault, contact))
    expect(await sent()).toEqual([])
    expect(await store.contactById(contact.id)).toBeNull()
  })

  test('the organisation’s channel hears what its contacts hear, once, in the organisation’s language', async () => {
    const world = await contactUseWorld(engine)
    await world.giveChannel('CHEROY')
    await add(world)
    await add(world, { ...ola, language: 'en' })
    await recordBounce(world.deps, { email: 'kari@heroy.kommune.example', reason: 'full', code: 552, deliveryId: null })
    expect(await toldBy(world)).toEqual([
      {
        kind: 'contact-bounced',
        address: 'CHEROY',
        language: 'nb',
        data: { organisationNumber: heroy.number, as: 'channel', aboutId: 'CON-1' },
      },
      { kind: 'contact-bounced', address: ola.email, language: 'en', data: { contactId: 'CON-2', aboutId: 'CON-1' } },
    ])
  })

  test('and that nobody is left, as the admins do', async () => {
    const world = await contactUseWorld(engine)
    await world.giveChannel('CHEROY')
    const contact = await add(world)
    await leave(world.deps, manageToken(world.deps.vault, contact))
    expect(await world.sent()).toEqual(['admin-contacts-empty CHEROY', 'admin-contacts-empty UADMIN'])
  })

  test('a channel is told of what concerns its own organisation alone', async () => {
    const world = await contactUseWorld(engine)
    await world.giveChannel('CHEROY')
    const email = 'vakt@felles.example'
    for (const { number } of [heroy, kinn]) {
      await add(world, { name: 'Felles', email }, number)
      await add(world, ola, number)
    }
    await recordBounce(world.deps, { email, reason: 'full', code: 552, deliveryId: null })
    expect(await world.sent()).toEqual(['contact-bounced CHEROY', `contact-bounced ${ola.email}`])
    expect(await world.sent(kinn.number)).toEqual([`contact-bounced ${ola.email}`])
  })

  test('logins and missing invoice information are told in the channel too, also where no contact listens', async () => {
    const { deps, store, sent, giveChannel } = await contactUseWorld(engine)
    const organisationNumber = heroy.number
    const count = async (logins: number) => {
      await store.write({}, (tx) =>
        tx.saveLoginCounts([{ organisationNumber, environment: 'prod', month: '2026-10', logins }]),
      )
      await noteThresholds(deps, { organisationNumber })
      return sent()
    }
    expect(await count(170_000)).toEqual([])
    await giveChannel('CHEROY')
    expect(await count(170_000)).toEqual(['invoice-missing CHEROY', 'logins-threshold CHEROY'])
    expect(await count(200_000)).toEqual([
      'invoice-missing CHEROY',
      'logins-threshold CHEROY',
      'logins-threshold CHEROY',
    ])
  })
})
