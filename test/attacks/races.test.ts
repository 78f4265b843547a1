import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { View } from '../../sandbox/protocol.ts'
import { movableClock } from '../helpers/clock.ts'
import { hearProduction } from '../helpers/contacts.ts'
import { forgedAnswer } from '../helpers/forged-answer.ts'
import { assign, clear, giveHats, pidOf, unclear, userOf } from '../helpers/hats.ts'
import { type House, organisations, type Person, startHouse } from '../helpers/house.ts'
import { rsaKey } from '../helpers/keys.ts'
import {
  type Actor,
  clearDesks,
  kidsAt,
  loginValues,
  makeLogin,
  named,
  newest,
  untilModal,
  words,
} from '../helpers/walk.ts'
import { carryOut, changesAtProd, logIn, loginLinkIn, proposeClient, visitorOf } from '../helpers/walk-login.ts'

let house: House
const clock = movableClock()
const kystverdi = organisations.kystverdi.organisation_number
const direktoratet = organisations.direktoratet.organisation_number
const by = (person: Person) => ({ pid: pidOf(person), level: 'idporten-loa-high' })

beforeAll(async () => {
  house = await startHouse({ outside: true, now: clock.now, wait: async () => {} })
  await giveHats(house)
  await hearProduction(house)
})

afterEach(() => clearDesks(house))

afterAll(async () => {
  await house.stop()
})

/** What stands in front of a person, once it says this. */
const untilSaid = async (actor: Actor, part: RegExp) => {
  const shown = () => words([actor.modal()?.blocks, newest(actor)?.blocks])
  await house.slack.workspace
    .until(() => part.test(shown()), 4_000)
    .catch(() => {
      throw new Error(`not said: ${part}, but ${shown()}`)
    })
}

const choose = async (person: Person, organisationNumber: string) => {
  await house.world.store.write({}, async (tx) => {
    await tx.chooseOrganisation(userOf(person), organisationNumber)
    return null
  })
}

const give = async (environment: 'test' | 'prod', clientId: string, owners: Person[]) => {
  await house.world.store.write({}, async (tx) => {
    await tx.setOwners(kystverdi, environment, clientId, owners.map(userOf), 'program:admin')
    return null
  })
}

/** Opens a form from a client's card by a button of it. */
const openForm = async (actor: Actor, clientId: string, action: string, id: string): Promise<View> => {
  await actor.command(`/client show ${clientId}`)
  await house.until(() => words(newest(actor)?.blocks).includes(action))
  await actor.click({ action_id: action })
  return await untilModal(house, actor, id)
}

describe('somebody who is moved while a modal is open', () => {
  it('by an operator: what was typed for one organisation is made for neither', async () => {
    const kari = house.as('kari')
    await kari.command('/client new idporten test')
    await untilModal(house, kari, 'client-new-details')
    await assign(house, 'kari', kystverdi, { state: 'removed' })
    await kari.submit(loginValues('Flyttet ut'))
    await untilSaid(kari, /tatt ut|ikke medlem|hører ikke/)
    await house.world.store.write({}, async (tx) => await tx.forgetMembership(userOf('kari'), kystverdi))
    expect([...named(house, 'Flyttet ut'), ...named(house, 'Flyttet ut', direktoratet)]).toEqual([])
  })

  it('by themselves: a client of the former organisation is not to be found from the other', async () => {
    const bente = house.as('bente')
    await choose('bente', kystverdi)
    const theirs = await makeLogin(house, house.as('kari'), 'Før byttet')
    for (const [action, id, values] of [
      ['client-card.deactivate', 'client-deactivate', { confirm_name: 'Før byttet' }],
      ['client-keys.add', 'key-add', { public_key: rsaKey().publicJwk }],
    ] as const) {
      await choose('bente', kystverdi)
      if (id === 'key-add') {
        await forgedAnswer(house, bente, action, { environment: 'test', client_id: theirs.client_id })
        await untilModal(house, bente, id)
      } else await openForm(bente, theirs.client_id, action, id)
      await choose('bente', direktoratet)
      await bente.submit(values)
      expect(words(await untilModal(house, bente, 'client-other-organisation'))).toContain('DIREKTORATET')
      await clearDesks(house)
    }
    expect(house.digdir.test.registry.client(theirs.client_id)?.client.active).toBe(true)
    expect(kidsAt(house, theirs.client_id)).toEqual([])
  })

  it.each<[string, Person, () => Promise<unknown>, () => Promise<unknown>]>([
    [
      'by an operator',
      'kari',
      () => assign(house, 'kari', direktoratet),
      () => house.world.store.write({}, async (tx) => await tx.forgetMembership(userOf('kari'), direktoratet)),
    ],
    ['by the switch in another window', 'bente', () => choose('bente', direktoratet), () => choose('bente', kystverdi)],
  ])('%s: a new client is made for neither organisation, and the form says why', async (_, who, move, back) => {
    const actor = house.as(who)
    if (who === 'bente') await choose('bente', kystverdi)
    await actor.command('/client new idporten test')
    await untilModal(house, actor, 'client-new-details')
    try {
      await move()
      await actor.submit(loginValues('Midt imellom'))
      await house.until(() => !/client-new-details|client-working/.test(actor.modal()?.callback_id ?? ''))
      expect(actor.modal()?.callback_id).toBe('client-other-organisation')
      expect([...named(house, 'Midt imellom'), ...named(house, 'Midt imellom', direktoratet)]).toEqual([])
    } finally {
      await back()
    }
  })

  it('in Slack, with a change of production that waits: it is made for neither, and waits until they are back', async () => {
    const cecilie = house.as('cecilie')
    const { path, change } = await proposeClient(house, cecilie, 'Waits')
    const visitor = visitorOf(house)
    const page = await logIn(visitor, path, by('cecilie'))
    const before = changesAtProd(house)
    try {
      await assign(house, 'cecilie', direktoratet)
      await clear(house, 'cecilie', direktoratet)
      const answer = await carryOut(visitor, page)
      expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('Bytt tilbake til virksomheten')])
      const [, back = ''] = /<a href="([^"]+)">Tilbake til siden</.exec(answer.text) ?? []
      const waiting = { state: 'proposed', organisationNumber: kystverdi, loginId: null }
      expect(await house.world.store.change(change.id)).toMatchObject(waiting)
      expect(changesAtProd(house)).toEqual(before)
      await choose('cecilie', kystverdi)
      // one click back, and the one that was to be made
      const again = await visitor.get(new URL(back).pathname)
      expect((await carryOut(visitor, again)).heading).toBe('Klienten er laget i produksjon')
      const made = { state: 'done', organisationNumber: kystverdi }
      expect(await house.world.store.change(change.id)).toMatchObject(made)
      expect(named(house, 'Waits', direktoratet)).toEqual([])
    } finally {
      await house.world.store.write({}, async (tx) => await tx.forgetMembership(userOf('cecilie'), direktoratet))
      await unclear(house, 'cecilie', direktoratet)
    }
  })

  it('out of the organisation altogether: the login does not carry it over', async () => {
    const cecilie = house.as('cecilie')
    const { path, change } = await proposeClient(house, cecilie, 'Out')
    const visitor = visitorOf(house)
    const page = await logIn(visitor, path, by('cecilie'))
    const before = changesAtProd(house)
    await assign(house, 'cecilie', kystverdi, { state: 'removed' })
    const answer = await carryOut(visitor, page)
    await house.world.store.write({}, async (tx) => await tx.forgetMembership(userOf('cecilie'), kystverdi))
    expect(answer.heading).toBe('Det ble ikke utført')
    expect(await house.world.store.change(change.id)).toMatchObject({ state: 'failed' })
    expect(changesAtProd(house)).toEqual(before)
  })
})

describe('a right that is taken away between the form and its submission', () => {
  it('to change production: no change waits for a login', async () => {
    const cecilie = house.as('cecilie')
    await cecilie.command('/client new idporten prod')
    await untilModal(house, cecilie, 'client-new-details')
    await unclear(house, 'cecilie', kystverdi)
    await cecilie.submit(loginValues('Ikke klarert lenger'))
    await untilSaid(cecilie, /klarert/)
    await clear(house, 'cecilie', kystverdi)
    expect(words(cecilie.modal())).not.toContain('/login/')
    const open = await house.world.store.openChanges(userOf('cecilie'))
    expect(words(open)).not.toContain('Ikke klarert lenger')
  })

  it('to be an admin: nobody is assigned by whoever was one', async () => {
    const astrid = house.as('astrid')
    await assign(house, 'astrid', kystverdi, { admin: false })
    const answer = await forgedAnswer(house, astrid, 'admin-person.remove', {
      number: kystverdi,
      user: userOf('oliver'),
      before: null,
    })
    await assign(house, 'astrid', kystverdi, { admin: true })
    expect(answer).toContain('ikke rett til')
    expect(await house.world.store.membership(userOf('oliver'), kystverdi)).toBeNull()
  })

  it('by owners who are given meanwhile: whoever is none of them changes nothing', async () => {
    const kari = house.as('kari')
    const { client_id } = await makeLogin(house, kari, 'Får eiere')
    await openForm(kari, client_id, 'client-card.deactivate', 'client-deactivate')
    await give('test', client_id, ['cecilie'])
    await kari.submit({ confirm_name: 'Får eiere' })
    await untilSaid(kari, new RegExp(`eier|${userOf('cecilie').userId}`))
    expect(house.digdir.test.registry.client(client_id)?.client.active).toBe(true)
  })

  it('by owners who are given between the login and the click: production stays as it is', async () => {
    const { client_id } = house.digdir.prod.registry.addClient(kystverdi, { client_name: 'Får eiere i prod' })
    const cecilie = house.as('cecilie')
    await openForm(cecilie, client_id, 'client-card.deactivate', 'client-deactivate')
    await cecilie.submit({ confirm_name: 'Får eiere i prod' })
    const path = loginLinkIn(await untilModal(house, cecilie, 'client-step-up'))
    const visitor = visitorOf(house)
    const page = await logIn(visitor, path, by('cecilie'))
    await give('prod', client_id, ['kari'])
    const before = changesAtProd(house)
    const answer = await carryOut(visitor, page)
    expect([answer.heading, /eier/.test(answer.text)]).toEqual(['Det ble ikke utført', true])
    expect(house.digdir.prod.registry.client(client_id)?.client.active).toBe(true)
    expect(changesAtProd(house)).toEqual(before)
  })
})

describe('a client that is changed by others meanwhile', () => {
  it('between the form and the click in production: what was seen is not what is there', async () => {
    const { registry } = house.digdir.prod
    const { client_id } = registry.addClient(kystverdi, { client_name: 'Endres imens' })
    const cecilie = house.as('cecilie')
    await openForm(cecilie, client_id, 'client-card.deactivate', 'client-deactivate')
    await cecilie.submit({ confirm_name: 'Endres imens' })
    const path = loginLinkIn(await untilModal(house, cecilie, 'client-step-up'))
    const visitor = visitorOf(house)
    const page = await logIn(visitor, path, by('cecilie'))
    clock.pass(1_500)
    const found = registry.client(client_id)
    if (!found) throw new Error('the client is gone')
    const before = changesAtProd(house)
    Object.assign(found.client, { last_updated: new Date(clock.now()).toISOString() })
    const answer = await carryOut(visitor, page)
    expect(answer.heading).toBe('Det ble ikke utført')
    expect(answer.text).toMatch(/endret/)
    expect(registry.client(client_id)?.client.active).toBe(true)
    expect(changesAtProd(house)).toEqual(before)
  })
})

describe('a submission of a production change that is sent again', () => {
  it('is one change and one link, before the login and after it', async () => {
    const cecilie = house.as('cecilie')
    const { path, change } = await proposeClient(house, cecilie, 'Sendt igjen')
    await Promise.all([1, 2, 3].map(() => cecilie.replayLast()))
    const waiting = await house.world.store.openChanges(userOf('cecilie'))
    expect(waiting.filter((one) => words(one.payload).includes('Sendt igjen')).map(({ id }) => id)).toEqual([change.id])
    const visitor = visitorOf(house)
    const before = changesAtProd(house).length
    await carryOut(visitor, await logIn(visitor, path, by('cecilie')))
    await cecilie.replayLast()
    expect(changesAtProd(house)).toHaveLength(before + 1)
    expect(
      house.digdir.prod.registry.clients(kystverdi).filter((one) => one.client_name === 'Sendt igjen'),
    ).toHaveLength(1)
  })

  it('that was taken back is carried out by no login that had begun', async () => {
    const cecilie = house.as('cecilie')
    const { path, change } = await proposeClient(house, cecilie, 'Tatt tilbake')
    const visitor = visitorOf(house)
    const page = await logIn(visitor, path, by('cecilie'))
    const before = changesAtProd(house)
    await cecilie.click({ action_id: 'client-step-up.cancel' })
    await house.until(() => cecilie.modal()?.callback_id !== 'client-step-up')
    expect((await carryOut(visitor, page)).heading).toBe('Dette blir ikke gjort')
    expect(await house.world.store.change(change.id)).toMatchObject({ state: 'declined' })
    expect(changesAtProd(house)).toEqual(before)
  })
})
