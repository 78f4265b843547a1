import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addContactTo, forgetContacts } from '../../helpers/contacts.ts'
import { giveHats } from '../../helpers/hats.ts'
import { type House, startHouse } from '../../helpers/house.ts'
import { type Actor, clearDesks, refusals, untilModal, words } from '../../helpers/walk.ts'
import { contactsAt, kystverdi, onlyContact } from './contact-walk.ts'

let house: House

beforeAll(async () => {
  house = await startHouse({ wait: async () => {} })
  await giveHats(house)
})

afterEach(async () => {
  await forgetContacts(house)
  await house.world.store.write({}, async (tx) => {
    await tx.replaceRegistrations(kystverdi, 'prod', [], {
      fetchedAt: house.world.now(),
      complete: true,
      startedAt: house.world.now() + 1,
    })
    return null
  })
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

/** A client in production, as the bot last saw the list. */
const inProduction = async () => {
  await house.world.store.write({}, async (tx) => {
    await tx.saveRegistration(kystverdi, 'prod', {
      client_id: 'prod-klient',
      client_name: 'Innbyggerdialog',
      description: '',
      integration_type: 'idporten',
      application_type: 'web',
      token_endpoint_auth_method: 'private_key_jwt',
      scopes: [],
      active: true,
      supplier_orgno: null,
      created: 1,
      last_updated: 1,
    })
    return null
  })
}

const open = async (actor: Actor, id: string, command = 'remove') => {
  await actor.command(`/contacts ${command} ${id}`)
  return await untilModal(house, actor, 'contact-remove')
}

describe('removing a contact', () => {
  it.each([
    ['kari', 'fjern', 'Etter dette har dere ingen kontakter', 'er fjernet og får ikke flere varsler'],
    ['oliver', 'remove', 'After this you have no contacts', 'is removed and gets no more notices'],
  ] as const)('says %s by %s what it leads to, and then does it', async (who, command, leads, done) => {
    const { id } = await addContactTo(house)
    const actor = house.as(who)
    expect(words((await open(actor, id, command)).blocks)).toContain(leads)
    await actor.submit({})
    expect(words((await untilModal(house, actor, 'contact-removed')).blocks)).toContain(done)
    expect(await contactsAt(house)).toEqual([])
    const again = await actor.replayLast()
    expect(words(again.body)).toContain('contact-removed')
  })

  it('by two at once says to the second that it is gone', async () => {
    const { id } = await addContactTo(house)
    const [kari, bente] = [house.as('kari'), house.as('bente')]
    await open(kari, id)
    await open(bente, id)
    await kari.submit({})
    await untilModal(house, kari, 'contact-removed')
    await bente.submit({})
    expect(words((await untilModal(house, bente, 'contact-removed')).blocks)).toContain('fjernet fra før')
  })

  it('is refused where somebody changed it meanwhile', async () => {
    const { id } = await addContactTo(house)
    const kari = house.as('kari')
    await open(kari, id)
    await house.as('bente').command(`/contacts confirm ${id}`)
    await kari.submit({})
    await untilModal(house, kari, 'error')
    expect(await contactsAt(house)).toHaveLength(1)
  })
})

describe('the last contact for production', () => {
  it('is kept from members, who see what it would cost and who may', async () => {
    await inProduction()
    const { id } = await addContactTo(house)
    const kari = house.as('kari')
    const asked = await open(kari, id)
    expect(words(asked.blocks)).toContain('siste kontakten for klienter i produksjon')
    expect(words(asked.blocks)).toContain(house.as('astrid').id)
    expect(asked.submit).toBeUndefined()
  })

  it('is kept from a member who had the form open when it became the last', async () => {
    await inProduction()
    const [one, other] = [await addContactTo(house), await addContactTo(house, { email: 'annen@kystverdi.example' })]
    const kari = house.as('kari')
    await open(kari, one.id)
    await house.world.store.write({}, async (tx) => await tx.forgetContact(other.id, null))
    await kari.submit({})
    expect(words((await untilModal(house, kari, 'error')).blocks)).toContain('siste kontakten')
    expect(await contactsAt(house)).toHaveLength(1)
  })

  it('is removed by the organisation’s admin, who was told what it costs', async () => {
    await inProduction()
    const { id } = await addContactTo(house)
    const astrid = house.as('astrid')
    expect(words((await open(astrid, id)).blocks)).toContain('innbyggere ikke slipper inn')
    await astrid.submit({})
    await untilModal(house, astrid, 'contact-removed')
    expect(await contactsAt(house)).toEqual([])
  })

  it('can be narrowed to test by an admin alone, and only once that was said', async () => {
    await inProduction()
    const { id } = await addContactTo(house)
    const [kari, astrid] = [house.as('kari'), house.as('astrid')]
    for (const actor of [kari, astrid]) {
      await actor.command(`/contacts edit ${id}`)
      await untilModal(house, actor, 'contact-edit')
    }
    const { errors } = await kari.submit({ applies_to: ['test'] })
    expect(errors?.applies_to).toContain('siste kontakten')
    await astrid.submit({ applies_to: ['test'] })
    await house.until(() => words(astrid.modal()?.blocks).includes('Er det meningen, lagre en gang til'))
    expect((await onlyContact(house)).scope).toBe('organisation')
    await astrid.submit({})
    await untilModal(house, astrid, 'contact-saved')
    expect((await onlyContact(house)).scope).toBe('test')
  })
})
