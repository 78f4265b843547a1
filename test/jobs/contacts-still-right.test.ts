import { expect, it } from 'vitest'
import type { NewContact } from '../../src/domain/contact/store.ts'
import { contactTopics } from '../../src/domain/contact/types.ts'
import { askedAgainAfter, askStillRight, watchStillRight } from '../../src/jobs/contacts-still-right.ts'
import { purge } from '../../src/jobs/purge.ts'
import { createLog } from '../../src/log.ts'
import { heroy } from '../helpers/belonging-world.ts'
import { contactContent, contactUseWorld } from '../helpers/contact-world.ts'
import { type Engine, eachEngine } from '../helpers/databases.ts'

const day = 24 * 60 * 60_000

const contact = (email: string, over: Partial<NewContact> = {}): NewContact => ({
  ...contactContent({ email }),
  organisationNumber: heroy.number,
  user: null,
  registeredBy: 'admin',
  hears: [...contactTopics],
  toldAt: null,
  ...over,
})

const world = async (engine: Engine, ...contacts: NewContact[]) => {
  const all = await contactUseWorld(engine)
  await all.store.write({}, async (tx) => {
    await tx.addContacts(contacts)
    return null
  })
  /** One round from the beginning: how many were asked. */
  const ask = async () => (await askStillRight({ ...all.deps, links: true }, null)).asked
  return { ...all, ask }
}

eachEngine((engine) => {
  it('asks after half a year, every thirty days at most, until somebody says yes', async () => {
    const { deps, store, pass, ask, sent } = await world(engine, contact('kari@heroy.kommune.example'))
    pass(180 * day)
    expect(await ask()).toBe(0)
    pass(5 * day)
    expect(await Promise.all([ask(), ask()]).then(([one, other]) => one + other)).toBe(1)
    expect(await ask()).toBe(0)
    // days of every length of waiting, with the purge that goes on meanwhile
    let asked = 0
    let last = deps.now()
    const gaps: number[] = []
    for (let round = 0; round < 70; round += 1) {
      pass(day)
      await purge(deps)
      if ((await ask()) === 0) continue
      gaps.push(deps.now() - last)
      last = deps.now()
      asked += 1
    }
    expect(asked).toBe(2)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(askedAgainAfter)
    const rows = await store.deliveriesOf(heroy.number, 10)
    expect(rows).toHaveLength(3)
    expect(rows[0]).toMatchObject({ kind: 'contact-still-right', lane: 'reminder', channel: 'mail' })
    expect(rows[0]?.expiresAt).toBeGreaterThan(deps.now())
    const [one] = await store.contactsOf(heroy.number)
    await store.write({}, async (tx) => {
      await tx.markContact(one?.id ?? '', null, { confirmedAt: deps.now() })
      return null
    })
    pass(100 * day)
    expect(await ask()).toBe(0)
    expect(await sent()).toHaveLength(3)
  })

  it('does not ask whom no mail reaches, or who does not want to be asked', async () => {
    const { deps, store, pass, ask, sent } = await world(
      engine,
      contact('a@heroy.kommune.example'),
      contact('b@heroy.kommune.example', { hears: ['major'] }),
      contact('c@heroy.kommune.example'),
    )
    await store.write({}, async (tx) => {
      await tx.markBounced('a@heroy.kommune.example', { at: deps.now(), reason: 'full', code: 552 })
      return null
    })
    pass(200 * day)
    expect(await ask()).toBe(1)
    expect(await sent()).toEqual(['contact-still-right c@heroy.kommune.example'])
  })

  it('asks many in several rounds, and begins anew after the last', async () => {
    const many = Array.from({ length: 300 }, (_, at) => contact(`k${at}@heroy.kommune.example`))
    const { deps, pass, sent } = await world(engine, ...many)
    pass(200 * day)
    const first = await askStillRight({ ...deps, links: true }, null)
    expect(first).toEqual({ asked: 250, after: expect.stringMatching(/^CON-/) })
    expect(await askStillRight({ ...deps, links: true }, first.after)).toEqual({ asked: 50, after: null })
    expect(new Set(await sent()).size).toBe(300)
  })
})

eachEngine((engine) => {
  it('asks in the organisation’s channel once for all of its contacts, every thirty days, also those no mail asks', async () => {
    const { deps, store, pass, ask, sent, giveChannel } = await world(
      engine,
      contact('a@heroy.kommune.example'),
      contact('b@heroy.kommune.example', { hears: ['major'] }),
    )
    await giveChannel('CHEROY')
    pass(200 * day)
    expect([await ask(), await ask()]).toEqual([1, 0])
    const asked = ['contact-still-right a@heroy.kommune.example', 'contacts-unconfirmed CHEROY']
    expect(await sent()).toEqual(asked)
    pass(29 * day)
    await ask()
    expect(await sent()).toEqual(asked)
    pass(31 * day)
    await ask()
    expect((await sent()).filter((line) => line.startsWith('contacts-'))).toHaveLength(2)
    await store.write({}, async (tx) => {
      for (const { id } of await store.contactsOf(heroy.number))
        await tx.markContact(id, null, { confirmedAt: deps.now() })
      return null
    })
    pass(60 * day)
    await ask()
    expect((await sent()).filter((line) => line.startsWith('contacts-'))).toHaveLength(2)
  })
})

it.each([
  ['without mail', { mailOn: false, publicUrl: 'https://portvakt.example' }],
  ['without pages to link to', { mailOn: true, publicUrl: null }],
])('asks nobody but the channel %s', async (_, off) => {
  const { deps, pass, sent, giveChannel } = await world('sqlite', contact('kari@heroy.kommune.example'))
  await giveChannel('CHEROY')
  pass(200 * day)
  const rounds: Promise<void>[] = []
  const take = (round: Promise<void>) => void rounds.push(round)
  watchStillRight({ ...deps, ...off }, createLog('silent'), take).stop()
  await Promise.all(rounds)
  expect(await sent()).toEqual(['contacts-unconfirmed CHEROY'])
})

it('of two instances one asks, also when both are started anew, and goes on where it was', async () => {
  const many = Array.from({ length: 300 }, (_, at) => contact(`k${at}@heroy.kommune.example`))
  const { deps, pass, sent } = await world('sqlite', ...many)
  pass(200 * day)
  const services = { ...deps, mailOn: true, publicUrl: 'https://portvakt.example' }
  const startBoth = async () => {
    const rounds: Promise<void>[] = []
    const take = (round: Promise<void>) => void rounds.push(round)
    for (const _ of ['one', 'other']) watchStillRight(services, createLog('silent'), take).stop()
    await Promise.all(rounds)
    return (await sent()).length
  }
  expect(await startBoth()).toBe(250)
  pass(29 * 60_000)
  expect(await startBoth()).toBe(250)
  pass(60_000)
  expect(await startBoth()).toBe(300)
})
