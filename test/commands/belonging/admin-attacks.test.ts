import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { HOUR, movableClock } from '../../helpers/clock.ts'
import { forgedClick } from '../../helpers/forge.ts'
import { assign, userOf } from '../../helpers/hats.ts'
import { organisations, type Person } from '../../helpers/house.ts'
import { type Actor, clearDesks, newest, refusals, stored, unnamed, untilModal, words } from '../../helpers/walk.ts'
import { forgedModal, openEdit, openPeople, openPerson, untilShown } from './admin-walk.ts'
import { type BelongingHouse, startBelonging, untilMessage } from './belonging-world.ts'

let house: BelongingHouse
const clock = movableClock()
const kystverdi = organisations.kystverdi.organisation_number
const direktoratet = organisations.direktoratet.organisation_number
/** valid, and nobody's */
const unknown = '974760673'

beforeAll(async () => {
  house = await startBelonging({ now: clock.now })
  await assign(house, 'astrid', kystverdi, { admin: true })
  for (const who of ['kari', 'oliver', 'ingrid'] as const) await house.as(who).command('/portvakt whoami')
})

afterEach(async () => {
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

const shownTo = (actor: Actor): string => words([actor.modal()?.blocks, newest(actor)?.blocks])
const membership = (who: Person, number: string) => house.world.store.membership(userOf(who), number)
const domainsOf = async (number: string) => (await house.world.store.organisationDetails(number))?.domains

const userField = {
  type: 'input',
  block_id: 'user',
  label: { type: 'plain_text', text: 'x' },
  element: { type: 'users_select', action_id: 'person-assign.user' },
}
const editFields = [
  { block: 'name', value: 'KAPRET' },
  { block: 'domains', value: 'kapret.example' },
].map(({ block, value }) => ({
  type: 'input',
  block_id: block,
  label: { type: 'plain_text', text: 'x' },
  element: { type: 'plain_text_input', action_id: `organisation-edit.${block}`, initial_value: value },
}))
const picker = {
  type: 'section',
  block_id: 'user',
  text: { type: 'plain_text', text: 'x' },
  accessory: { type: 'users_select', action_id: 'admin-clearances.ask' },
}

describe('an admin of one organisation', () => {
  const ingrid = () => userOf('ingrid')

  it.each([
    ['admin-people.next', (number: string) => ({ number, text: null, page: 0 })],
    ['admin-people.show', (number: string) => ({ number, user: ingrid() })],
    ['admin-people.assign', (number: string) => ({ number })],
    ['admin-people.clearances', (number: string) => ({ number })],
    ['admin-person.assign', (number: string) => ({ number, user: ingrid() })],
    ['admin-person.remove', (number: string) => ({ number, user: ingrid(), before: null })],
    ['admin-person.forget', (number: string) => ({ number, user: ingrid(), before: null })],
    ['admin-clearances.next', (number: string) => ({ number, text: null, page: 0 })],
    ['admin-clearances.remove', (number: string) => ({ number, user: ingrid() })],
  ])('gets the same answer from a forged %s for another organisation as for none', async (action, valueFor) => {
    const astrid = house.as('astrid')
    const answers: string[] = []
    for (const number of [direktoratet, unknown]) {
      await forgedClick(house, astrid, action, valueFor(number))
      await house.until(() => /Vi fant ikke/.test(shownTo(astrid)))
      answers.push(unnamed(words(newest(astrid)?.blocks)))
      await clearDesks(house)
    }
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).not.toMatch(/DIREKTORATET|ingrid/i)
    expect(await membership('ingrid', direktoratet)).toBeNull()
  })

  it.each([
    ['person-assign', (number: string) => ({ number, shown: null }), [userField]],
    ['admin-people', (number: string) => ({ number, text: null, page: 0 }), [{ type: 'divider' }]],
  ])('gets the same from a %s whose metadata names another', async (id, metadataFor, blocks) => {
    const astrid = house.as('astrid')
    const answers: string[] = []
    for (const number of [direktoratet, unknown]) {
      await forgedModal(house, astrid, { id, metadata: metadataFor(number), blocks })
      await astrid.submit(id === 'person-assign' ? { user: house.as('kari').id } : {})
      await untilModal(house, astrid, 'error')
      answers.push(unnamed(words(astrid.modal()?.blocks)))
      await clearDesks(house)
    }
    expect(answers[0]).toContain('Vi fant ikke')
    expect(new Set(answers).size).toBe(1)
    expect(await membership('kari', direktoratet)).toBeNull()
  })

  it('learns nothing of another organisation’s people by naming them at home', async () => {
    const astrid = house.as('astrid')
    const answers: string[] = []
    for (const user of [userOf('ingrid'), { ...userOf('ingrid'), userId: 'U0INGEN' }]) {
      await openPeople(house, astrid)
      await astrid.close(undefined, true)
      await forgedClick(house, astrid, 'admin-people.show', { number: kystverdi, user })
      await house.until(() => shownTo(astrid).includes('Tilhørighet'))
      answers.push(unnamed(shownTo(astrid)).replaceAll(user.userId, 'U'))
      expect(shownTo(astrid)).not.toMatch(/ingrid\.|DIREKTORATET/)
    }
    expect(answers[0]).toBe(answers[1])
  })

  it('can’t ask for a clearance in another organisation by metadata', async () => {
    const astrid = house.as('astrid')
    await forgedModal(house, astrid, {
      id: 'admin-clearances',
      metadata: { number: direktoratet, text: null, page: 0 },
      blocks: [picker],
    })
    await astrid.click({ action_id: 'admin-clearances.ask', value: house.as('ingrid').id })
    await untilModal(house, astrid, 'error')
    expect(words(astrid.modal())).toContain('Vi fant ikke')
    expect(await house.world.store.proposedChanges({ organisationNumber: direktoratet })).toEqual([])
  })

  it.each([
    ['admin-person.name', { state: 'assigned', admin: false, until: null }],
    ['admin-person.unname', { state: 'assigned', admin: true, until: null }],
  ])('can’t use %s, which is the operators’, even at home', async (action, before) => {
    await assign(house, 'oliver', kystverdi, { admin: before.admin })
    const astrid = house.as('astrid')
    await forgedClick(house, astrid, action, { number: kystverdi, user: userOf('oliver'), before })
    await house.until(() => /Du har ikke rett til|Vi fant ikke/.test(shownTo(astrid)))
    expect(await membership('oliver', kystverdi)).toMatchObject({ admin: before.admin })
    await assign(house, 'oliver', kystverdi)
  })

  it('can’t take another admin out by saying that they are none', async () => {
    await assign(house, 'oliver', kystverdi, { admin: true })
    const astrid = house.as('astrid')
    const before = { state: 'assigned', admin: false, until: null }
    await forgedClick(house, astrid, 'admin-person.remove', { number: kystverdi, user: userOf('oliver'), before })
    await house.until(() => /Noen andre endret dette imens|Noe ble endret/.test(shownTo(astrid)))
    expect(await membership('oliver', kystverdi)).toMatchObject({ state: 'assigned', admin: true })
    await assign(house, 'oliver', kystverdi)
  })

  it('can’t open or save an organisation, name an operator, or give a clearance', async () => {
    const astrid = house.as('astrid')
    for (const [action, value] of [
      ['admin-organisations.show', { number: kystverdi }],
      ['admin-organisations.new', ''],
      ['admin-organisations.operators', ''],
      ['admin-organisation.edit', { number: kystverdi }],
      ['admin-operators.remove', { user: userOf('odd') }],
      ['admin-clearances.give', ''],
    ] as const) {
      await forgedClick(house, astrid, action, value)
      await house.until(() => /Du har ikke rett til/.test(shownTo(astrid)))
      await clearDesks(house)
    }
    const metadata = { number: kystverdi, before: null, shown: null, note: null }
    await forgedModal(house, astrid, { id: 'organisation-edit', metadata, blocks: editFields })
    await astrid.submit()
    await untilModal(house, astrid, 'error')
    expect(await domainsOf(kystverdi)).toEqual(['kystverdi.example'])
  })
})

describe('a member', () => {
  it.each([
    ['admin-people.next', { number: kystverdi, text: null, page: 0 }],
    ['admin-person.remove', { number: kystverdi, user: { teamId: 'T0SANDKASSE', userId: 'U0OLIVER' }, before: null }],
    ['admin-clearances.remove', { number: kystverdi, user: { teamId: 'T0SANDKASSE', userId: 'U0CECILIE' } }],
    ['admin.undo', { change: 'x' }],
  ])('may not do %s', async (action, value) => {
    const kari = house.as('kari')
    await forgedClick(house, kari, action, value)
    await house.until(() => /Du har ikke rett til/.test(shownTo(kari)))
  })

  it('is told who can, by a forged button as by the command', async () => {
    const kari = house.as('kari')
    await forgedClick(house, kari, 'admin.open', {})
    await house.until(() => shownTo(kari).includes(`<@${house.as('astrid').id}>`))
    expect(shownTo(kari)).toContain('Administratorer i KYSTVERDI KOMMUNE')
  })
})

describe('undo', () => {
  it('of another person’s change answers as one that does not exist', async () => {
    const [astrid, vakt] = [house.as('astrid'), house.as('vakt')]
    await openPeople(house, vakt, direktoratet)
    await openPerson(house, vakt, direktoratet, userOf('ingrid'))
    await vakt.click({ action_id: 'admin-person.remove' })
    await untilMessage(house, vakt, 'admin.undo')
    const change = (stored(house).changes ?? []).find((row) => row.kind === 'membership.change')
    expect(change?.id).toBeTruthy()
    for (const id of [change?.id, 'finnes-ikke']) {
      await forgedClick(house, astrid, 'admin.undo', { change: id })
      await house.until(() => /Vi fant ikke/.test(shownTo(astrid)))
    }
    expect(await membership('ingrid', direktoratet)).toMatchObject({ state: 'removed' })
    await clearDesks(house)
    await openPeople(house, vakt, direktoratet)
    await openPerson(house, vakt, direktoratet, userOf('ingrid'))
    await vakt.click({ action_id: 'admin-person.forget' })
    await untilShown(house, vakt, 'nevnt ved navn')
  })
})

describe('a role that is taken away', () => {
  it('between opening and clicking lets an admin do nothing more', async () => {
    const astrid = house.as('astrid')
    await openPeople(house, astrid)
    await openPerson(house, astrid, kystverdi, userOf('kari'))
    await assign(house, 'astrid', kystverdi)
    await astrid.click({ action_id: 'admin-person.remove' })
    await untilShown(house, astrid, 'Du har ikke rett til')
    expect(await membership('kari', kystverdi)).toBeNull()
    await assign(house, 'astrid', kystverdi, { admin: true })
  })

  it('between typing and sending lets nobody be added', async () => {
    const astrid = house.as('astrid')
    await openPeople(house, astrid)
    await astrid.click({ action_id: 'admin-people.assign' })
    await untilModal(house, astrid, 'person-assign')
    await astrid.submit({ user: house.as('tore').id })
    await untilShown(house, astrid, 'Ikke gjort ennå')
    await assign(house, 'astrid', kystverdi)
    await astrid.submit()
    await untilModal(house, astrid, 'error')
    expect(await membership('tore', kystverdi)).toBeNull()
    await assign(house, 'astrid', kystverdi, { admin: true })
  })

  it('lets an admin who moved to another organisation reach neither', async () => {
    const astrid = house.as('astrid')
    await openPeople(house, astrid)
    await assign(house, 'astrid', kystverdi, { state: 'removed' })
    await assign(house, 'astrid', direktoratet)
    await astrid.submit({ search: 'kari' })
    await untilModal(house, astrid, 'error')
    expect(words(astrid.modal())).toContain('Du har ikke rett til')
    await assign(house, 'astrid', direktoratet, { until: clock.now() - HOUR })
    await assign(house, 'astrid', kystverdi, { admin: true })
  })

  it('of an operator between the consequence and the save saves nothing', async () => {
    const tore = house.as('tore')
    const { store } = house.world
    await store.write({}, async (tx) => {
      await tx.saveOperator(userOf('tore'), 'test')
      return null
    })
    await openEdit(house, tore, direktoratet)
    await tore.submit({ domains: 'kapret.example' })
    await untilShown(house, tore, 'Ikke lagret ennå')
    await store.write({}, async (tx) => await tx.forgetOperator(userOf('tore')))
    await tore.submit()
    await untilModal(house, tore, 'error')
    expect(await domainsOf(direktoratet)).toEqual(['eksempel.example'])
  })
})

describe('values that nobody wrote', () => {
  it.each([
    ['admin-people.next', { number: '31000001', text: null, page: 0 }],
    ['admin-people.next', { number: kystverdi, text: null, page: -1 }],
    ['admin-people.show', { number: kystverdi, user: { teamId: 'T1', userId: '../x' } }],
    ['admin-person.remove', { number: kystverdi, user: { teamId: 'T1', userId: 'U1' }, before: { state: 'king' } }],
    ['admin-clearances.remove', 'x'],
  ])('are answered by %s', async (action, value) => {
    const vakt = house.as('vakt')
    await forgedClick(house, vakt, action, value)
    await house.until(() => /hører til en eldre melding/.test(shownTo(vakt)))
  })

  it('are found in no table by a search', async () => {
    const astrid = house.as('astrid')
    await openPeople(house, astrid)
    for (const search of ["' or 1=1 --", 'a" union select 1', "kari'; drop table people; --", 'k%i', 'k_ri']) {
      await astrid.submit({ search })
      expect(words(astrid.modal())).toContain('Ingen passer med')
    }
  })

  it('of markup stay text', async () => {
    const vakt = house.as('vakt')
    await openEdit(house, vakt, direktoratet)
    await vakt.submit({ name: '<!channel> *stort*' })
    await vakt.submit()
    await untilModal(house, vakt, 'admin-organisation')
    expect(words(vakt.modal())).toContain('&lt;!channel&gt;')
    expect(words(vakt.modal())).not.toContain('"*<!channel>')
  })
})
