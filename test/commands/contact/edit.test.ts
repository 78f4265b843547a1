import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { departureHash } from '../../../src/domain/contact/departure-hash.ts'
import { addContactTo, forgetContacts } from '../../helpers/contacts.ts'
import { giveHats } from '../../helpers/hats.ts'
import { type House, organisations, startHouse } from '../../helpers/house.ts'
import { clearDesks, newest, refusals, stored, untilModal, words } from '../../helpers/walk.ts'
import { contactsAt, kystverdi, onlyContact, openAdd, sendNew, typed } from './contact-walk.ts'

let house: House

beforeAll(async () => {
  house = await startHouse({ outside: true, wait: async () => {} })
  await giveHats(house)
})

afterEach(async () => {
  await forgetContacts(house)
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

const toldBy = (address: string) =>
  (stored(house).deliveries ?? []).filter((row) => row.kind === 'contact-registered' && row.address === address)

describe('a new contact', () => {
  it('is saved, told by mail, and known by the Slack user behind the address', async () => {
    const kari = house.as('kari')
    await sendNew(house, kari, { email: 'bente.lid@kystverdi.example', phone: '0047 400 00 000' })
    const saved = await untilModal(house, kari, 'contact-saved')
    for (const part of ['Per Havn er lagret som CON-', 'E-post med lenke', 'sjolvbetjening', 'Per Havn\\tbente.lid'])
      expect(words(saved.blocks).toLowerCase()).toContain(part.toLowerCase())
    const contact = await onlyContact(house)
    expect(contact).toMatchObject({ phone: '+4740000000', scope: 'organisation', verifiedAt: null })
    expect(contact.toldAt).not.toBeNull()
    expect(toldBy('bente.lid@kystverdi.example')).toHaveLength(1)
    const bente = { userId: house.as('bente').id }
    await expect.poll(async () => (await onlyContact(house)).user).toMatchObject(bente)
  })

  it('is told of Digdir’s own list, and who put it there and when', async () => {
    const kari = house.as('kari')
    await sendNew(house, kari)
    await untilModal(house, kari, 'contact-saved')
    await kari.click({ action_id: 'contact-saved.mirrored' })
    const card = words((await untilModal(house, kari, 'contact-card')).blocks)
    expect(card).toContain('Lagt inn i Digdirs portal')
    expect(card).toContain(kari.id)
    // changed since, and only what the portal has counts
    const { id } = await onlyContact(house)
    await clearDesks(house)
    await kari.command(`/contacts endre ${id}`)
    await untilModal(house, kari, 'contact-edit')
    await kari.submit({ name: 'Per Hav' })
    await untilModal(house, kari, 'contact-saved')
    expect((await onlyContact(house)).mirrored?.current).toBe(false)
  })

  it('that is sent twice is one contact with one answer', async () => {
    const kari = house.as('kari')
    await sendNew(house, kari)
    await untilModal(house, kari, 'contact-saved')
    const again = await kari.replayLast()
    expect(again.body).toMatchObject({ response_action: 'update', view: { callback_id: 'contact-saved' } })
    expect(await contactsAt(house)).toHaveLength(1)
  })

  it.each([
    ['kari', { email: 'per@gmail.com', phone: '800 00 123' }, ['åpen e-posttjeneste', 'spesialnummer']],
    ['kari', { email: 'per@leverandor.example', name: 'Xi' }, ['annet domene', 'svært kort']],
    ['oliver', { phone: '02000' }, ['switchboard']],
  ] as const)('is saved for %s with a word about what looks odd: %j', async (who, more, parts) => {
    const actor = house.as(who)
    await sendNew(house, actor, more)
    const saved = words((await untilModal(house, actor, 'contact-saved')).blocks)
    for (const part of parts) expect(saved).toContain(part)
  })

  it.each([
    ['kari', { email: 'a@b.no, c@d.no' }, 'email', 'én adresse'],
    ['kari', { email: 'pær@kystverdi.example' }, 'email', 'før @'],
    ['kari', { email: 'per' }, 'email', 'ikke en e-postadresse'],
    ['kari', { email: 'per@etat.no\r\nBcc: alle@etat.no' }, 'email', 'én linje'],
    ['kari', { name: 'Per\r\nHavn' }, 'name', 'én linje'],
    ['kari', { name: 'P' }, 'name', 'to tegn'],
    ['kari', { name: 'Per 2' }, 'name', 'tall'],
    ['kari', { phone: '58 00 00 00 00 00' }, 'phone', 'maskiner'],
    ['kari', { phone: '113' }, 'phone', 'for kort'],
    ['kari', { phone: '22 22 22 22' }, 'phone', 'like'],
    ['kari', { phone: '400\n00 000' }, 'phone', 'én linje'],
    ['kari', { applies_to: ['organisation', 'prod'] }, 'applies_to', 'blandes'],
    ['oliver', { email: 'per@' }, 'email', 'no e-mail address'],
    ['oliver', { phone: '+999 123456789' }, 'phone', 'country code'],
  ] as const)('is told %s at the field what is wrong with %j, and saves nothing', async (who, more, field, part) => {
    const actor = house.as(who)
    const values = { ...more } as Record<string, string | string[]>
    const { errors } = await sendNew(house, actor, values)
    expect(Object.keys(errors ?? {})).toEqual([field])
    expect(errors?.[field]).toContain(part)
    expect(actor.modal()?.callback_id).toBe('contact-edit')
    expect(await contactsAt(house)).toEqual([])
  })

  it.each([
    ['<mailto:Per.Havn@Kystverdi.example|Per.Havn@Kystverdi.example>', 'Per.Havn@kystverdi.example'],
    ['per+vakt@kystverdi.example', 'per+vakt@kystverdi.example'],
    ['per@blåbær.example', 'per@xn--blbr-roah.example'],
  ])('takes %s for %s', async (email, kept) => {
    const kari = house.as('kari')
    await sendNew(house, kari, { email })
    await untilModal(house, kari, 'contact-saved')
    expect((await onlyContact(house)).email).toBe(kept)
  })

  it.each([
    ['<tel:0047 400 00 000|40000000>', '+4740000000'],
    ['+47 (40) 00-00-00', '+4740000000'],
    ['+44 20 7946 0958', '+442079460958'],
  ])('takes the number %s for %s', async (phone, kept) => {
    const kari = house.as('kari')
    await sendNew(house, kari, { phone })
    await untilModal(house, kari, 'contact-saved')
    expect((await onlyContact(house)).phone).toBe(kept)
  })

  it('whose address another has already, in other letters too, names that one', async () => {
    const { id } = await addContactTo(house, { email: 'Vakt@kystverdi.example' })
    const { errors } = await sendNew(house, house.as('kari'), { email: 'vAKT@KYSTVERDI.example' })
    expect(errors?.email).toContain(id)
    expect(await contactsAt(house)).toHaveLength(1)
  })

  it('who left before is added only by somebody who was told so', async () => {
    const kari = house.as('kari')
    const { store, now } = house.world
    const hash = departureHash(house.world, kystverdi, 'per.havn@kystverdi.example')
    await store.write({}, async (tx) => {
      await tx.addDeparture(kystverdi, hash, now())
      return null
    })
    await sendNew(house, kari)
    await house.until(() => words(kari.modal()?.blocks).includes('meldte seg av'))
    expect(await contactsAt(house)).toEqual([])
    // another address is not what was agreed to
    await kari.submit({ email: 'per.havn@kystverdi.example', name: 'Per Havn' })
    await untilModal(house, kari, 'contact-saved')
    expect(await onlyContact(house)).toMatchObject({ email: 'per.havn@kystverdi.example' })
  })
})

describe('a contact that is changed', () => {
  it('keeps what was typed where somebody else saved meanwhile, and shows what stands there now', async () => {
    const [kari, oliver] = [house.as('kari'), house.as('oliver')]
    const { id } = await addContactTo(house)
    await kari.command(`/contacts edit ${id}`)
    await oliver.command(`/contacts edit ${id.toLowerCase()}`)
    await untilModal(house, kari, 'contact-edit')
    await untilModal(house, oliver, 'contact-edit')
    await oliver.submit({ name: 'Olivers vakt' })
    await untilModal(house, oliver, 'contact-saved')
    await kari.submit({ name: 'Karis vakt' })
    await house.until(() => words(kari.modal()?.blocks).includes('Olivers vakt'))
    expect(words(kari.modal()?.blocks)).toContain('Noen andre lagret kontakten mens du skrev')
    expect((await onlyContact(house)).name).toBe('Olivers vakt')
    await kari.submit({})
    await untilModal(house, kari, 'contact-saved')
    expect((await onlyContact(house)).name).toBe('Karis vakt')
  })

  it('gets a verification mail where its address is another, and none where it is not', async () => {
    const kari = house.as('kari')
    const { id } = await addContactTo(house)
    const send = async (values: Record<string, string>) => {
      await kari.command(`/contacts edit ${id}`)
      await untilModal(house, kari, 'contact-edit')
      await kari.submit(values)
      const saved = words((await untilModal(house, kari, 'contact-saved')).blocks)
      await clearDesks(house)
      return saved
    }
    expect(await send({ phone: '40000000' })).toContain('den samme som før')
    expect(await send({ email: 'ny.vakt@kystverdi.example' })).toContain('En e-post med lenke er på vei')
    expect(toldBy('ny.vakt@kystverdi.example')).toHaveLength(1)
    expect(toldBy('vakt@kystverdi.example')).toEqual([])
  })

  it('that was removed meanwhile is not there any more', async () => {
    const kari = house.as('kari')
    const { id } = await addContactTo(house)
    await kari.command(`/contacts edit ${id}`)
    await untilModal(house, kari, 'contact-edit')
    await forgetContacts(house)
    await kari.submit({ name: 'Borte' })
    await untilModal(house, kari, 'error')
    expect(await contactsAt(house)).toEqual([])
  })

  it('is sent a new link, but no more than five a day', async () => {
    const kari = house.as('kari')
    const { id } = await addContactTo(house)
    await kari.command(`/contacts show ${id}`)
    for (let times = 0; times < 5; times += 1) {
      await kari.click({ action_id: 'contact-card.verify' })
      await house.until(() => words(newest(kari)).includes('En ny e-post med lenke'))
    }
    await kari.click({ action_id: 'contact-card.verify' })
    await house.until(() => words([newest(kari), kari.messages()]).includes('for mange forsøk'))
    expect(await house.world.store.contactLinksSince(id, 0)).toBe(5)
  })
})

describe('what a contact applies to', () => {
  it('is found by typing where the clients are too many for a menu', async () => {
    const orgno = organisations.fjordlys.organisation_number
    const tore = house.as('tore')
    await house.world.store.write({}, async (tx) => {
      for (let at = 0; at < 95; at += 1)
        await tx.saveRegistration(orgno, 'test', {
          client_id: `klient-${at}`,
          client_name: `Klinikk ${at}`,
          description: '',
          integration_type: 'maskinporten',
          application_type: null,
          token_endpoint_auth_method: null,
          scopes: [],
          active: true,
          supplier_orgno: null,
          created: 1,
          last_updated: 1,
        })
      return null
    })
    await openAdd(house, tore)
    const suggested = words(await tore.suggest('applies_to', 'contact-edit.applies_to', 'klinikk 9'))
    expect(suggested).toContain('klient-94')
    expect(suggested).not.toContain('klient-1"')
    await tore.submit(typed({ applies_to: ['klient-94', 'klient-93'] }))
    await untilModal(house, tore, 'contact-saved')
    const [contact] = await contactsAt(house, orgno)
    expect(contact?.clients.map(({ clientId }) => clientId)).toEqual(['klient-93', 'klient-94'])
    await forgetContacts(house, orgno)
  })
})
