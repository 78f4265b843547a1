import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addContactTo, forgetContacts } from '../../helpers/contacts.ts'
import { giveHats } from '../../helpers/hats.ts'
import { type House, startHouse } from '../../helpers/house.ts'
import { actionsIn, clearDesks, newest, refusals, unnamed, untilModal, words } from '../../helpers/walk.ts'
import { contactsAt, kystverdi } from './contact-walk.ts'

let house: House
let client_id: string

beforeAll(async () => {
  house = await startHouse({ outside: true, wait: async () => {} })
  await giveHats(house)
  client_id = house.digdir.test.registry.addClient(kystverdi, { client_name: 'Byggesak' }).client_id
})

afterEach(async () => {
  await forgetContacts(house)
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

const names = (count: number) => Array.from({ length: count }, (_, at) => `Person ${String.fromCharCode(65 + at)}`)
const several = async (count: number) => {
  for (const [at, name] of names(count).entries())
    await addContactTo(house, { name, email: `person${at}@kystverdi.example`, kind: 'technical' })
}

describe('/contacts', () => {
  it('opens the contacts: reachability with its reasons, and all that can be done', async () => {
    const kari = house.as('kari')
    await kari.command('/contacts')
    const empty = words((await untilModal(house, kari, 'contact-browser')).blocks)
    expect(empty).toContain('Dere har ingen kontakter ennå')
    expect(empty).toContain('ingen får beskjed om kritiske hendelser')
    for (const part of ['add', 'paste', 'invoice']) expect(empty).toContain(`contact-browser.${part}`)
    await kari.close(undefined, true)
    await several(1)
    await kari.command('/contacts')
    const one = words((await untilModal(house, kari, 'contact-browser')).blocks)
    for (const part of ['Person A', 'bare én person', 'contact-browser.confirm-all', 'contact-browser.portal'])
      expect(one).toContain(part)
  })

  it('searches and pages in place, and a card on top leads back', async () => {
    const kari = house.as('kari')
    await several(10)
    await kari.command('/contacts')
    await untilModal(house, kari, 'contact-browser')
    await kari.click({ action_id: 'contact-browser.next' })
    await house.until(() => words(kari.modal()?.blocks).includes('Person J'))
    await kari.click({ action_id: 'contact-browser.previous' })
    await house.until(() => words(kari.modal()?.blocks).includes('Person A'))
    await kari.submit({ search: 'person c' })
    await house.until(() => !words(kari.modal()?.blocks).includes('Person A'))
    expect(words(kari.modal()?.blocks)).toContain('Person C')
    await kari.click({ action_id: 'contact-browser.show' })
    await untilModal(house, kari, 'contact-card')
    await kari.close()
    expect(kari.modal()?.callback_id).toBe('contact-browser')
  })

  it('confirms all with one click, and shows what to paste in the portal', async () => {
    const kari = house.as('kari')
    await several(2)
    await kari.command('/contacts')
    await untilModal(house, kari, 'contact-browser')
    await kari.click({ action_id: 'contact-browser.confirm-all' })
    await house.until(() => words(kari.modal()?.blocks).includes('2 kontakter er bekreftet'))
    expect((await contactsAt(house)).every(({ confirmedAt }) => confirmedAt !== null)).toBe(true)
    await kari.click({ action_id: 'contact-browser.portal' })
    const portal = await untilModal(house, kari, 'contact-portal')
    for (const part of ['person0@kystverdi.example', 'person1@kystverdi.example', 'sjolvbetjening'])
      expect(words(portal.blocks)).toContain(part)
    await kari.click({ action_id: 'contact-portal.mirrored' })
    await house.until(() => words(kari.modal()?.blocks).includes('Alt står i portalen'))
    for (const { mirrored } of await contactsAt(house))
      expect(mirrored).toMatchObject({ by: { userId: kari.id }, current: true })
  })
})

describe('/contacts list', () => {
  it.each([
    ['kari', '/contacts list', 'adressen er ikke bekreftet'],
    ['kari', '/contacts liste', 'står ikke i portalen'],
    ['kari', '/portvakt kontakter liste', 'brukerrettet'],
    ['oliver', '/contacts list', 'the address is unverified'],
  ] as const)('answers %s privately with the state of each: %s', async (who, command, part) => {
    await addContactTo(house, { name: 'Servicetorget', kind: 'functional' })
    const actor = house.as(who)
    await actor.command(command)
    expect(words(newest(actor))).toContain(part)
    expect(words(newest(actor))).toContain('Servicetorget')
    expect(newest(actor)?.ephemeral).toBe(true)
  })

  it('marks what came back and who is gone', async () => {
    const { email, id } = await addContactTo(house)
    await house.world.store.write({}, async (tx) => {
      await tx.markBounced(email, { at: house.world.now(), reason: 'unknown-user', code: 550 })
      await tx.markContact(id, null, { accountGoneAt: house.world.now() })
      return null
    })
    const kari = house.as('kari')
    await kari.command('/contacts list')
    expect(words(newest(kari))).toContain('e-posten kommer i retur, Slack-kontoen er borte')
    await kari.command(`/contacts show ${id.toLowerCase()}`)
    expect(words(newest(kari))).toContain('adressen finnes ikke')
  })

  it('pages, searches by name, address and id, and opens a card', async () => {
    const kari = house.as('kari')
    await several(9)
    await kari.command('/contacts list')
    expect(words(newest(kari))).not.toContain('Person I')
    await kari.click({ action_id: 'contact-list.next' })
    await house.until(() => words(newest(kari)).includes('Person I'))
    const [, second] = await contactsAt(house)
    for (const text of ['person b', 'PERSON1@', second?.id.toLowerCase()]) {
      await kari.command(`/contacts list ${text}`)
      expect(words(newest(kari)), text).toContain('Person B')
      expect(words(newest(kari)), text).not.toContain('Person C')
    }
    await kari.click({ action_id: 'contact-list.show' })
    await house.until(() => actionsIn(newest(kari)?.blocks).includes('contact-card.edit'))
    await kari.click({ action_id: 'contact-card.list' })
    await house.until(() => actionsIn(newest(kari)?.blocks).includes('contact-list.add'))
    await kari.command('/contacts list finnes-ikke')
    expect(words(newest(kari))).toContain('Ingen kontakter passer til')
  })

  it('holds another organisation’s back, exactly as what is not there', async () => {
    const { id } = await addContactTo(house)
    const ingrid = house.as('ingrid')
    await ingrid.command('/contacts list')
    expect(words(newest(ingrid))).not.toContain('Vaktsentralen')
    const answers = []
    for (const one of [id, 'CON-999999'])
      for (const verb of ['show', 'confirm']) {
        await ingrid.command(`/contacts ${verb} ${one}`)
        answers.push(unnamed(words(newest(ingrid)?.blocks)))
      }
    expect(new Set(answers).size).toBe(1)
    for (const verb of ['edit', 'remove']) {
      await ingrid.command(`/contacts ${verb} ${id}`)
      await house.until(() => words(newest(ingrid)).includes('Vi fant ikke'))
    }
  })
})

describe('/contacts confirm', () => {
  it('asks of all, and takes one click for one of them or for all', async () => {
    const kari = house.as('kari')
    await several(3)
    await kari.command('/contacts bekreft')
    expect(words(newest(kari))).toContain('aldri bekreftet')
    await kari.click({ action_id: 'contact-confirm.one' })
    await house.until(() => words(newest(kari)).includes('1 kontakt er bekreftet'))
    expect((await contactsAt(house)).filter(({ confirmedAt }) => confirmedAt !== null)).toHaveLength(1)
    await kari.click({ action_id: 'contact-confirm.all' })
    await house.until(() => words(newest(kari)).includes('3 kontakter er bekreftet'))
    expect((await contactsAt(house)).every(({ confirmedAt }) => confirmedAt !== null)).toBe(true)
  })

  it.each(['con', 'CON-', 'Con '])('confirms one by its id, written with %s', async (prefix) => {
    const { id } = await addContactTo(house)
    const oliver = house.as('oliver')
    await oliver.command(`/contacts confirm ${prefix}${id.replace(/\D/g, '')}`)
    expect(words(newest(oliver))).toContain('1 contact is confirmed')
    const [contact] = await contactsAt(house)
    expect(contact?.confirmedAt).not.toBeNull()
  })
})

describe('the ways in', () => {
  it('lead from Home, which shows how well the organisation can be reached', async () => {
    const kari = house.as('kari')
    await kari.openHome()
    await house.until(() => words(kari.desk().home).includes('ingen får beskjed om kritiske hendelser'))
    await kari.click({ action_id: 'contact-home.open' })
    await untilModal(house, kari, 'contact-browser')
    await kari.close(undefined, true)
    await kari.click({ action_id: 'contact-home.add' })
    await untilModal(house, kari, 'contact-edit')
  })

  it.each([
    ['kari', '/contacts help', 'Norske ord går også'],
    ['kari', '/contacts hjelp', '/contacts confirm CON-12'],
    ['oliver', '/contacts help', 'Norwegian words work too'],
    ['ukjent', '/contacts help', '/contacts add'],
  ] as const)('are explained to %s by %s', async (who, command, part) => {
    await house.as(who).command(command)
    expect(words(newest(house.as(who)))).toContain(part)
  })

  it('are closed to strangers, with the reason', async () => {
    const gjest = house.as('gjest')
    await gjest.command('/contacts list')
    expect(words(newest(gjest))).toContain('gjest')
  })

  it('lead from a client’s card to those who hear of it, and to one more', async () => {
    const kari = house.as('kari')
    await addContactTo(house, { name: 'Prodvakta', scope: 'prod', email: 'prod@kystverdi.example' })
    await kari.command(`/client show ${client_id}`)
    await house.until(() => actionsIn(newest(kari)?.blocks).includes('client-card.contacts'))
    await kari.click({ action_id: 'client-card.contacts' })
    await house.until(() => words(newest(kari)).includes('Ingen får beskjed når noe skjer med denne klienten'))
    expect(words(newest(kari))).not.toContain('Prodvakta')
    await kari.click({ action_id: 'contact-of-client.add' })
    const form = await untilModal(house, kari, 'contact-edit')
    expect(words(form.blocks)).toContain('Byggesak')
    await kari.submit({ name: 'Byggvakta', email: 'bygg@kystverdi.example', kind: 'mailbox' })
    await untilModal(house, kari, 'contact-saved')
    const bygg = (await contactsAt(house)).find(({ name }) => name === 'Byggvakta')
    expect(bygg).toMatchObject({ scope: 'clients', clients: [{ environment: 'test', clientId: client_id }] })
  })
})

describe('reachability of all organisations', () => {
  it('is for operators: the worst first, without anybody’s name', async () => {
    await several(3)
    const vakt = house.as('vakt')
    await vakt.command('/portvakt admin')
    await untilModal(house, vakt, 'admin-organisations')
    await vakt.click({ action_id: 'all-reach.open' })
    const shown = words((await untilModal(house, vakt, 'all-reach')).blocks)
    expect(shown.indexOf('FJORDLYS')).toBeLessThan(shown.indexOf('KYSTVERDI'))
    expect(shown).not.toContain('Person A')
    await vakt.click({ action_id: 'all-reach.back' })
    await untilModal(house, vakt, 'admin-organisations')
  })
})
