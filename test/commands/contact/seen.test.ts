import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Contact } from '../../../src/domain/contact/types.ts'
import { addContactTo, forgetContacts } from '../../helpers/contacts.ts'
import { giveHats, userOf } from '../../helpers/hats.ts'
import { type House, organisations, startHouse } from '../../helpers/house.ts'
import { type Actor, clearDesks, newest, refusals, untilModal, words } from '../../helpers/walk.ts'
import { contactsAt, kystverdi, sendNew } from './contact-walk.ts'

let house: House
let bente: Actor
const direktoratet = organisations.direktoratet.organisation_number
const changed = 'Noe er endret siden du så dette'

beforeAll(async () => {
  house = await startHouse({ outside: true, wait: async () => {} })
  await giveHats(house)
  bente = house.as('bente')
})

const actFor = async (organisationNumber: string) => {
  await house.world.store.write({}, async (tx) => {
    await tx.chooseOrganisation(userOf('bente'), organisationNumber)
    return null
  })
}

beforeEach(() => actFor(kystverdi))

afterEach(async () => {
  for (const number of [kystverdi, direktoratet]) await forgetContacts(house, number)
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

const shown = () => words([bente.modal(), newest(bente)])
const said = (text: string) => house.until(() => shown().includes(text))
const count = async (number: string, mark: 'confirmedAt' | 'mirrored') =>
  (await contactsAt(house, number)).filter((one) => one[mark] !== null).length

/** Somebody else saves another name. */
const rename = async ({ id }: Contact) => {
  const { store } = house.world
  const now = await store.contactById(id)
  if (now === null) throw new Error('the contact is gone')
  await store.write({}, async (tx) => {
    await tx.saveContact(id, now.version, { ...now, name: 'Et annet navn' })
    return null
  })
}

/** A mark that changes nothing that anybody looks at. */
const told = async ({ id }: Contact) => {
  await house.world.store.write({}, async (tx) => {
    await tx.markContact(id, null, { toldAt: house.world.now() })
    return null
  })
}

const inBrowser = async () => {
  await bente.command('/contacts')
  await untilModal(house, bente, 'contact-browser')
}
const inPortal = async () => {
  await inBrowser()
  await bente.click({ action_id: 'contact-browser.portal' })
  await untilModal(house, bente, 'contact-portal')
}
const onCard = async () => {
  const [contact] = await contactsAt(house)
  await bente.command(`/contacts show ${contact?.id}`)
}
const inList = () => bente.command('/contacts confirm')

const all: [string, () => Promise<unknown>, 'confirmedAt' | 'mirrored'][] = [
  ['contact-confirm.all', inList, 'confirmedAt'],
  ['contact-browser.confirm-all', inBrowser, 'confirmedAt'],
  ['contact-portal.mirrored', inPortal, 'mirrored'],
]
const each: typeof all = [
  ...all,
  ['contact-confirm.one', inList, 'confirmedAt'],
  ['contact-card.confirm', onCard, 'confirmedAt'],
  ['contact-card.mirrored', onCard, 'mirrored'],
]

describe('contacts of an organisation that somebody acts for no more', () => {
  it.each(all)('are not marked by %s, and neither are the other’s', async (action_id, open, mark) => {
    for (const organisationNumber of [kystverdi, direktoratet]) await addContactTo(house, { organisationNumber })
    await open()
    await actFor(direktoratet)
    await bente.click({ action_id })
    await said(direktoratet)
    expect(await Promise.all([kystverdi, direktoratet].map((number) => count(number, mark)))).toEqual([0, 0])
  })
})

describe('what was changed since it was shown', () => {
  it.each(each)('is shown anew by %s, and marked by the next click', async (action_id, open, mark) => {
    const contact = await addContactTo(house)
    await open()
    await rename(contact)
    await bente.click({ action_id })
    await said(changed)
    expect(shown()).toContain(mark === 'mirrored' && !action_id.includes('card') ? contact.email : 'Et annet navn')
    expect(await count(kystverdi, mark)).toBe(0)
    await bente.click({ action_id })
    await house.until(() => !shown().includes(changed))
    expect(await count(kystverdi, mark)).toBe(1)
  })

  it.each(all)('may be one more contact, of which %s says nothing', async (action_id, open, mark) => {
    await addContactTo(house)
    await open()
    await addContactTo(house, { name: 'Usett', email: 'usett@kystverdi.example' })
    await bente.click({ action_id })
    await said(changed)
    expect(shown()).toContain('usett@kystverdi.example')
    expect(await count(kystverdi, mark)).toBe(0)
  })

  it.each(each)('is not what the bot notes by itself: %s', async (action_id, open, mark) => {
    const contact = await addContactTo(house)
    await open()
    await told(contact)
    await bente.click({ action_id })
    await expect.poll(() => count(kystverdi, mark), { timeout: 4_000 }).toBe(1)
    await said(mark === 'mirrored' ? 'lagt inn i portalen' : 'er bekreftet')
    expect(shown()).not.toContain(changed)
  })

  it('is not put into the portal from the answer to a form', async () => {
    await sendNew(house, bente)
    await untilModal(house, bente, 'contact-saved')
    const [contact] = await contactsAt(house)
    if (contact === undefined) throw new Error('nothing was saved')
    await rename(contact)
    await bente.click({ action_id: 'contact-saved.mirrored' })
    await said(changed)
    expect(shown()).toContain('Et annet navn')
    expect(await count(kystverdi, 'mirrored')).toBe(0)
  })
})

describe('a verified contact', () => {
  it('whose mail comes back is sent a link again, and says with it that the address works', async () => {
    const contact = await addContactTo(house)
    const { store, now } = house.world
    await store.write({}, async (tx) => {
      await tx.markContact(contact.id, null, { verifiedAt: now() })
      return null
    })
    await onCard()
    expect(shown()).not.toContain('contact-card.verify')
    await store.write({}, async (tx) => {
      await tx.markBounced(contact.email, { at: now(), reason: 'full', code: 552 })
      return null
    })
    await onCard()
    expect(shown()).toContain('Virker adressen igjen?')
    await bente.click({ action_id: 'contact-card.verify' })
    await said('En ny e-post med lenke')
    expect(await store.contactLinksSince(contact.id, 0)).toBe(1)
  })
})
