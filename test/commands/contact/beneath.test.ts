import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addContactTo, forgetContacts } from '../../helpers/contacts.ts'
import { type House, startHouse } from '../../helpers/house.ts'
import { type Actor, clearDesks, refusals, untilModal, words } from '../../helpers/walk.ts'
import { contactsAt, typed } from './contact-walk.ts'

let house: House
let kari: Actor

beforeAll(async () => {
  house = await startHouse({ wait: async () => {} })
  kari = house.as('kari')
})

afterEach(async () => {
  house.slack.faults.clear()
  await clearDesks(house)
  await forgetContacts(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

const openBrowser = async () => {
  await kari.command('/contacts')
  await untilModal(house, kari, 'contact-browser')
}

/** Whoever closes what is on top finds `callbackId`, and in it `part`. */
const closeTo = async (callbackId: string, part: string, without?: string) => {
  // what lies beneath is brought up to date after the answer
  const beneath = () => words(kari.desk().modals.at(-2)?.blocks)
  await house.until(() => beneath().includes(part) && (without === undefined || !beneath().includes(without)))
  await kari.close()
  const shown = words((await untilModal(house, kari, callbackId)).blocks)
  expect(shown).toContain(part)
  if (without !== undefined) expect(shown).not.toContain(without)
}

describe('beneath what was done', () => {
  it('stands the new contact, and the count with it', async () => {
    await addContactTo(house)
    await openBrowser()
    await kari.click({ action_id: 'contact-browser.add' })
    await untilModal(house, kari, 'contact-edit')
    await kari.submit(typed())
    await untilModal(house, kari, 'contact-saved')
    await closeTo('contact-browser', '2 kontakter')
    expect(words(kari.modal())).toContain('Per Havn')
  })

  it('also where the form came back once', async () => {
    const { email } = await addContactTo(house)
    await openBrowser()
    await kari.click({ action_id: 'contact-browser.add' })
    await untilModal(house, kari, 'contact-edit')
    expect((await kari.submit(typed({ email }))).errors?.email).toBeDefined()
    await kari.submit(typed())
    await untilModal(house, kari, 'contact-saved')
    await closeTo('contact-browser', '2 kontakter')
  })

  it('stands the page that was turned to, and what was searched for', async () => {
    for (let at = 0; at < 9; at += 1)
      await addContactTo(house, { name: `Person ${'ABCDEFGHI'[at]}`, email: `p${at}@kystverdi.example` })
    await openBrowser()
    await kari.click({ action_id: 'contact-browser.next' })
    await house.until(() => words(kari.modal()?.blocks).includes('Person I'))
    await kari.click({ action_id: 'contact-browser.add' })
    await untilModal(house, kari, 'contact-edit')
    await kari.submit(typed({ name: 'Person J' }))
    await untilModal(house, kari, 'contact-saved')
    await closeTo('contact-browser', 'Person J', 'Person A')
    await kari.submit({ search: 'person b' })
    await house.until(() => words(kari.modal()?.blocks).includes('Person B'))
    await kari.click({ action_id: 'contact-browser.add' })
    await untilModal(house, kari, 'contact-edit')
    await kari.submit(typed({ name: 'Person Bo', email: 'bo@kystverdi.example' }))
    await untilModal(house, kari, 'contact-saved')
    await closeTo('contact-browser', 'Person Bo', 'Person A')
  })

  it('stands the card as it was changed, and the list beneath that', async () => {
    await addContactTo(house)
    await openBrowser()
    await kari.click({ action_id: 'contact-browser.show' })
    await untilModal(house, kari, 'contact-card')
    await kari.click({ action_id: 'contact-card.edit' })
    await untilModal(house, kari, 'contact-edit')
    await kari.submit({ name: 'Nattevakten' })
    await untilModal(house, kari, 'contact-saved')
    await closeTo('contact-card', 'Nattevakten', 'Vaktsentralen')
    await closeTo('contact-browser', 'Nattevakten', 'Vaktsentralen')
  })

  it('stands what was confirmed, and put into the portal, on the card', async () => {
    await addContactTo(house)
    await openBrowser()
    expect(words(kari.modal())).toContain('står ikke i portalen')
    await kari.click({ action_id: 'contact-browser.show' })
    await untilModal(house, kari, 'contact-card')
    await kari.click({ action_id: 'contact-card.mirrored' })
    await house.until(() => words(kari.modal()?.blocks).includes('Lagt inn i Digdirs portal'))
    await kari.click({ action_id: 'contact-card.confirm' })
    await house.until(() => words(kari.modal()?.blocks).includes('1 kontakt er bekreftet'))
    await closeTo('contact-browser', 'står i portalen', 'står ikke i portalen')
  })

  it('stands what was put into the portal from the answer to a form', async () => {
    await openBrowser()
    await kari.click({ action_id: 'contact-browser.add' })
    await untilModal(house, kari, 'contact-edit')
    await kari.submit(typed())
    await untilModal(house, kari, 'contact-saved')
    await kari.click({ action_id: 'contact-saved.mirrored' })
    await untilModal(house, kari, 'contact-card')
    await closeTo('contact-browser', 'står i portalen')
  })

  it('stands that a contact is gone, on its card and in the list', async () => {
    await addContactTo(house)
    await addContactTo(house, { name: 'Anne Vik', email: 'anne@kystverdi.example' })
    await openBrowser()
    await kari.click({ action_id: 'contact-browser.show' })
    await untilModal(house, kari, 'contact-card')
    await kari.click({ action_id: 'contact-card.remove' })
    await untilModal(house, kari, 'contact-remove')
    await kari.submit({})
    await untilModal(house, kari, 'contact-removed')
    const [left] = await contactsAt(house)
    await closeTo('contact-removed', 'Kontakten var fjernet fra før')
    await closeTo('contact-browser', left?.name ?? 'nobody', left?.name === 'Anne Vik' ? 'Vaktsentralen' : 'Anne Vik')
    expect(words(kari.modal())).toContain('1 kontakt')
  })

  it('stand those who were pasted', async () => {
    await openBrowser()
    await kari.click({ action_id: 'contact-browser.paste' })
    await untilModal(house, kari, 'contact-paste')
    const lines = 'Per Havn; per.havn@kystverdi.example\nAnne Vik; anne@kystverdi.example'
    await kari.submit({ lines })
    await house.until(() => words(kari.modal()?.blocks).includes('2 kontakter er klare'))
    await kari.submit({ lines })
    await untilModal(house, kari, 'contact-browser')
    await closeTo('contact-browser', 'Anne Vik', '2 kontakter er lagt til')
  })

  it('what was closed meanwhile is left alone, and so is nobody told twice', async () => {
    await openBrowser()
    await kari.click({ action_id: 'contact-browser.add' })
    await untilModal(house, kari, 'contact-edit')
    const messages = kari.messages().length
    house.slack.faults.add({
      path: /views\.update/,
      times: 1,
      fault: {
        kind: 'status',
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ok: false, error: 'not_found' }),
      },
    })
    await kari.submit(typed())
    await untilModal(house, kari, 'contact-saved')
    await house.until(() => house.slack.faults.list().every(({ times }) => times === 0))
    expect(await contactsAt(house)).toHaveLength(1)
    expect(kari.messages()).toHaveLength(messages)
  })
})
