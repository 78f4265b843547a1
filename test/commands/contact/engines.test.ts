import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addContactTo, forgetContacts } from '../../helpers/contacts.ts'
import { databaseUrl, eachEngine } from '../../helpers/databases.ts'
import { type House, startHouse } from '../../helpers/house.ts'
import { type Actor, clearDesks, newest, refusals, untilModal, words } from '../../helpers/walk.ts'
import { contactsAt, kystverdi, onlyContact, openAdd, typed } from './contact-walk.ts'

/** `/contacts` from Slack to the database and back, and everything sent twice, on both engines. */
eachEngine((engine) => {
  let house: House
  let kari: Actor

  beforeAll(async () => {
    house = await startHouse({ outside: true, wait: async () => {}, databaseUrl: await databaseUrl(engine) })
    kari = house.as('kari')
  })

  afterEach(async () => {
    await clearDesks(house)
    await forgetContacts(house)
    expect(refusals(house)).toEqual([])
  })

  afterAll(async () => {
    await house.stop()
  })

  /** How often something was written down since a test began. */
  const counting = async () => {
    const { store } = house.world
    const lines = async () => await store.auditLines({ organisationNumber: kystverdi, size: 500 })
    const before = new Set((await lines()).map(({ id }) => id))
    return async (action: string) =>
      (await lines()).filter((line) => line.action === action && !before.has(line.id)).length
  }

  /** The same request again, several times at once: Slack repeats what it had no answer to, and people press twice. */
  const again = (actor: Actor) => Promise.all([1, 2, 3].map(() => actor.replayLast()))

  /** Clicks twice on the same button, the second time before anything has answered the first. */
  const doubleClick = (actor: Actor, action_id: string) =>
    Promise.all([actor.click({ action_id }), actor.click({ action_id })])

  describe('a contact', () => {
    it('is added once, however often it is sent, and told once', async () => {
      const count = await counting()
      await openAdd(house, kari)
      await kari.submit(typed())
      const answers = await again(kari)
      for (const { body } of answers) expect(words(body)).toContain('contact-saved')
      const { id, email } = await onlyContact(house)
      expect(await count('contact.add')).toBe(1)
      const sent = (await house.world.store.deliveriesOf(kystverdi, 100)).filter(({ data }) => words(data).includes(id))
      expect(sent.map(({ kind, address }) => [kind, address])).toEqual([['contact-registered', email]])
      await kari.command('/contacts list per')
      expect(words(newest(kari))).toContain(id)
    })

    it('is changed once, and by nobody who has not seen what somebody else saved meanwhile', async () => {
      const oliver = house.as('oliver')
      const { id } = await addContactTo(house)
      for (const actor of [kari, oliver]) {
        await actor.command(`/contacts edit ${id}`)
        await untilModal(house, actor, 'contact-edit')
      }
      const count = await counting()
      await oliver.submit({ name: 'Olivers vakt' })
      await again(oliver)
      expect(await count('contact.edit')).toBe(1)
      await kari.submit({ name: 'Karis vakt' })
      await house.until(() => words(kari.modal()?.blocks).includes('Olivers vakt'))
      // a repeat of what was refused is refused: only what stands in the form now may be sent
      await again(kari)
      expect((await onlyContact(house)).name).toBe('Olivers vakt')
      await kari.submit({})
      await untilModal(house, kari, 'contact-saved')
      await again(kari)
      expect((await onlyContact(house)).name).toBe('Karis vakt')
      expect(await count('contact.edit')).toBe(2)
    })

    it('is confirmed once, alone and with all of them', async () => {
      const names = ['A', 'B', 'C'].map((letter) => `Person ${letter}`)
      for (const [at, name] of names.entries())
        await addContactTo(house, { name, email: `p${at}@kystverdi.example`, kind: 'technical' })
      const count = await counting()
      await kari.command('/contacts confirm')
      await kari.click({ action_id: 'contact-confirm.one' })
      await house.until(() => words(newest(kari)).includes('1 kontakt er bekreftet'))
      await again(kari)
      expect(await count('contact.confirm')).toBe(1)
      await kari.command('/contacts')
      await untilModal(house, kari, 'contact-browser')
      await doubleClick(kari, 'contact-browser.confirm-all')
      await house.until(() => words(kari.modal()?.blocks).includes('3 kontakter er bekreftet'))
      await again(kari)
      await expect.poll(() => count('contact.confirm')).toBe(4)
      expect((await contactsAt(house)).every(({ confirmedAt }) => confirmedAt !== null)).toBe(true)
    })

    it('stands in the portal once, from its card and by all', async () => {
      const { id } = await addContactTo(house)
      const count = await counting()
      await kari.command('/contacts')
      await untilModal(house, kari, 'contact-browser')
      await kari.click({ action_id: 'contact-browser.show' })
      await untilModal(house, kari, 'contact-card')
      await doubleClick(kari, 'contact-card.mirrored')
      await house.until(() => words(kari.modal()?.blocks).includes('Lagt inn i Digdirs portal'))
      await again(kari)
      expect(await count('contact.mirror')).toBe(1)
      await clearDesks(house)
      await addContactTo(house, { name: 'Anne Vik', email: 'anne@kystverdi.example' })
      await kari.command('/contacts')
      await untilModal(house, kari, 'contact-browser')
      await kari.click({ action_id: 'contact-browser.portal' })
      await untilModal(house, kari, 'contact-portal')
      await doubleClick(kari, 'contact-portal.mirrored')
      await house.until(() => words(kari.modal()?.blocks).includes('Alt står i portalen'))
      await again(kari)
      expect((await house.world.store.contactById(id))?.mirrored).toMatchObject({ current: true })
      expect(await count('contact.mirror')).toBe(2)
    })

    it('is sent one link by one press, however often that comes', async () => {
      const { id } = await addContactTo(house)
      await kari.command('/contacts')
      await untilModal(house, kari, 'contact-browser')
      await kari.click({ action_id: 'contact-browser.show' })
      await untilModal(house, kari, 'contact-card')
      await doubleClick(kari, 'contact-card.verify')
      await again(kari)
      await house.until(() => words(kari.modal()?.blocks).includes('En ny e-post med lenke'))
      expect(await house.world.store.contactLinksSince(id, 0)).toBe(1)
    })

    it('is removed once, and by the second press that is what was wanted', async () => {
      const { id } = await addContactTo(house)
      const left = await addContactTo(house, { name: 'Anne Vik', email: 'anne@kystverdi.example' })
      const count = await counting()
      await kari.command(`/contacts remove ${id}`)
      await untilModal(house, kari, 'contact-remove')
      await kari.submit({})
      const answers = await again(kari)
      for (const { body } of answers) expect(words(body)).toContain('contact-removed')
      expect((await contactsAt(house)).map((one) => one.id)).toEqual([left.id])
      expect(await count('contact.remove')).toBe(1)
    })

    it('of a pasted list is added once, however often that is sent', async () => {
      const count = await counting()
      await kari.command('/contacts')
      await untilModal(house, kari, 'contact-browser')
      await kari.click({ action_id: 'contact-browser.paste' })
      await untilModal(house, kari, 'contact-paste')
      const lines = 'Per Havn; per.havn@kystverdi.example\nÅse Ås <ase@kystverdi.example>'
      await kari.submit({ lines })
      await house.until(() => words(kari.modal()?.blocks).includes('2 kontakter er klare'))
      // the look itself saves nothing
      await again(kari)
      expect(await contactsAt(house)).toEqual([])
      await kari.submit({})
      await untilModal(house, kari, 'contact-browser')
      for (const { body } of await again(kari)) expect(words(body)).toContain('2 kontakter er lagt til')
      expect((await contactsAt(house)).map(({ name }) => name)).toEqual(['Per Havn', 'Åse Ås'])
      expect(await count('contact.add')).toBe(2)
    })
  })

  describe('invoice information', () => {
    const own = { organisationNumber: kystverdi, client: null }

    it('is saved once and removed once, however often that is sent', async () => {
      const count = await counting()
      await kari.command('/contacts invoice')
      await kari.click({ action_id: 'invoices.edit' })
      await untilModal(house, kari, 'invoice-edit')
      await kari.submit({
        invoice_organisation_number: kystverdi,
        invoice_address: 'Eksempelgata 1\n0001 Eksempelby',
        invoice_reference: 'IKT-2026',
        invoice_email: '',
      })
      for (const { body } of await again(kari)) expect(words(body)).toContain('Fakturainformasjonen er lagret')
      expect(await house.world.store.invoice(own)).toMatchObject({ reference: 'IKT-2026', version: 1 })
      expect(await count('invoice.save')).toBe(1)
      await doubleClick(kari, 'invoices.remove')
      await house.until(() => words(kari.modal()).includes('Fakturainformasjonen er fjernet'))
      await again(kari)
      expect(await house.world.store.invoice(own)).toBeNull()
      expect(await count('invoice.remove')).toBe(1)
    })
  })
})
