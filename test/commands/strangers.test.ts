import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { MINUTE, movableClock } from '../helpers/clock.ts'
import { forgedClick } from '../helpers/forge.ts'
import { type House, organisations, type Person, people, startHouse } from '../helpers/house.ts'
import { clearDesks, loginValues, named, newest, openDetails, refusals, words } from '../helpers/walk.ts'

let house: House
const clock = movableClock()

const csv = [
  'organisation_number,name,domains,language',
  `${organisations.kystverdi.organisation_number},KYSTVERDI KOMMUNE,kystverdi.example,nb`,
  `${organisations.direktoratet.organisation_number},DIREKTORATET FOR EKSEMPLER,eksempel.example;felles.example,nb`,
  `${organisations.fjordlys.organisation_number},FJORDLYS HELSEFORETAK,felles.example,nb`,
  '',
].join('\n')

beforeAll(async () => {
  house = await startHouse({ now: clock.now, wait: async () => {}, organisations: csv })
  const { changeUser } = house.slack.workspace
  await changeUser(people.privat.id, { email: 'petter.vik@gmail.com' })
  await changeUser(people.tore.id, { email: 'tore@felles.example' })
})

afterEach(async () => {
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

const reasons: [string, Person, RegExp][] = [
  ['a guest', 'gjest', /Du er gjest/],
  ['somebody of another workspace', 'fremmed', /Slack Connect/],
  ['somebody whose account is closed', 'sluttet', /deaktivert i Slack/],
  ['an address that is not confirmed', 'ubekreftet', /ikke bekreftet/],
  ['a domain that nobody registered', 'ukjent', /Ingen virksomhet er registrert med nyetaten\.example/],
  ['a private address', 'privat', /privat adresse \(gmail\.com\)/],
  ['a domain that two organisations share', 'tore', /Flere virksomheter deler felles\.example/],
]

describe.each(reasons)('%s', (_, who, expected) => {
  it.each([
    '/client',
    '/client list',
    '/client new',
    '/client new idporten',
    '/client show abc',
    '/client keys abc',
    '/client secret abc',
    '/client deactivate abc',
    '/portvakt whoami',
  ])('%s says why and what to do, and opens nothing', async (line) => {
    const actor = house.as(who)
    if (who === 'fremmed') await actor.command('/portvakt language nb')
    const outcome = await actor.command(line)
    expect(outcome.status).toBe(200)
    expect(words(newest(actor)?.blocks)).toMatch(expected)
    expect(actor.modal()).toBeUndefined()
  })

  it('may read the help and choose a language', async () => {
    const actor = house.as(who)
    await actor.command('/portvakt language nb')
    await actor.command('/portvakt help')
    expect(words(newest(actor))).toContain('portvakt-help.client')
    await actor.command('/client help')
    expect(words(newest(actor))).toContain('client-help')
  })

  it('gets nowhere by buttons either', async () => {
    const actor = house.as(who)
    for (const [action, value] of [
      ['client-list.new', ''],
      ['client-card.deactivate', { environment: 'test', client_id: 'abc' }],
      ['home.client-list', ''],
    ] as const) {
      await forgedClick(house, actor, action, value)
      await house.until(() => expected.test(words(newest(actor)?.blocks)))
      expect(actor.modal()).toBeUndefined()
    }
  })
})

describe('somebody of another workspace whose requests name their own, with an address that would belong', () => {
  it.each(['/client', '/client new idporten', '/portvakt whoami'])('%s answers a stranger', async (line) => {
    const { workspace } = house.slack
    // over Slack Connect nobody is sure to be called a stranger: the team alone tells
    await workspace.changeUser(people.fremmed.id, { kind: 'member', email: 'freja.lund@kystverdi.example' })
    const freja = house.as('fremmed')
    await freja.command('/portvakt language nb')
    await freja.command(line)
    expect(workspace.deliveries.findLast((one) => one.kind === 'command')?.payload.team_id).toBe(people.fremmed.team_id)
    expect(words(newest(freja)?.blocks)).toMatch(/Slack Connect/)
    expect(freja.modal()).toBeUndefined()
    const { kind, email } = people.fremmed
    await workspace.changeUser(people.fremmed.id, { kind, email })
  })
})

describe('somebody without an address', () => {
  it('is told that Slack shows none', async () => {
    const { workspace } = house.slack
    await workspace.changeUser(people.ukjent.id, { email: null })
    const ukjent = house.as('ukjent')
    await ukjent.command('/client')
    expect(words(newest(ukjent))).toContain('ingen e-postadresse')
    await workspace.changeUser(people.ukjent.id, { email: people.ukjent.email })
  })
})

describe('somebody who stops belonging', () => {
  it.each([
    ['made a guest', { kind: 'guest' as const }, /Du er gjest/],
    ['moved to another address', { email: 'kari@nyetaten.example' }, /Ingen virksomhet er registrert/],
    ['deactivated', { kind: 'deactivated' as const }, /deaktivert i Slack/],
  ])('%s: the form that stands open can’t be sent', async (_, patch, expected) => {
    const kari = house.as('kari')
    await openDetails(house, kari, 'idporten')
    await house.slack.workspace.changeUser(kari.id, patch)
    await kari.submit(loginValues('For sent'))
    await house.until(() => expected.test(words(kari.modal()?.blocks)))
    expect(named(house, 'For sent')).toEqual([])
    await clearDesks(house)
    await house.slack.workspace.changeUser(kari.id, { kind: 'member', email: people.kari.email })
    await openDetails(house, kari, 'idporten')
  })

  it('is noticed at the next change within a minute, also when the event never came', async () => {
    const kari = house.as('kari')
    await openDetails(house, kari, 'idporten')
    // the bot hears nothing of it: it is deaf while the user is changed
    house.slack.setBotUrl('http://127.0.0.1:9')
    await house.slack.workspace.changeUser(kari.id, { kind: 'guest' })
    house.slack.setBotUrl(house.url)
    clock.pass(2 * MINUTE)
    await kari.submit(loginValues('Uten hendelse'))
    await house.until(() => /Du er gjest/.test(words(kari.modal()?.blocks)))
    expect(named(house, 'Uten hendelse')).toEqual([])
    await house.slack.workspace.changeUser(kari.id, { kind: 'member' })
  })

  it('moved to another organisation: sees that one’s clients, and no longer the former one’s', async () => {
    const oliver = house.as('oliver')
    await oliver.command('/client list')
    await house.until(() => words(newest(oliver)).includes('Selvbetjeningsklient'))
    await house.slack.workspace.changeUser(oliver.id, { email: 'oliver@eksempel.example' })
    await oliver.command('/portvakt whoami')
    expect(words(newest(oliver))).toContain('DIREKTORATET FOR EKSEMPLER')
    await oliver.command('/client list')
    await house.until(() => words(newest(oliver)).includes('client-list.new'))
    expect(words(newest(oliver))).not.toContain('Selvbetjeningsklient')
    await house.slack.workspace.changeUser(oliver.id, { email: people.oliver.email })
  })
})
