import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addContactTo, forgetContacts } from '../../helpers/contacts.ts'
import { clear, pidOf } from '../../helpers/hats.ts'
import { type House, startHouse } from '../../helpers/house.ts'
import { clearDesks, loginValues, refusals, untilModal, words } from '../../helpers/walk.ts'
import { carryOut, logIn, loginLinkIn, visitorOf } from '../../helpers/walk-login.ts'
import { contactsAt, kystverdi, typed } from './contact-walk.ts'

let house: House

beforeAll(async () => {
  house = await startHouse({ outside: true, wait: async () => {} })
  await clear(house, 'cecilie', kystverdi)
})

afterEach(async () => {
  await forgetContacts(house)
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

const changes = async () => await house.world.store.proposedChanges({ organisationNumber: kystverdi })
const sendClient = async (name: string) => {
  const cecilie = house.as('cecilie')
  await cecilie.command('/client new idporten prod')
  await untilModal(house, cecilie, 'client-new-details')
  return await cecilie.submit(loginValues(name))
}

describe('a client in production, of an organisation without a contact', () => {
  it('asks for one on top, and goes on with all that was typed', async () => {
    const cecilie = house.as('cecilie')
    await sendClient('Trenger kontakt')
    const form = await untilModal(house, cecilie, 'contact-edit')
    expect(words(form.blocks)).toContain('må ha minst én kontakt')
    expect(await changes()).toEqual([])
    await cecilie.submit(typed())
    expect(words((await untilModal(house, cecilie, 'contact-saved')).blocks)).toContain('tilbake i klienten')
    expect(await contactsAt(house)).toHaveLength(1)
    await cecilie.close()
    expect(cecilie.modal()?.callback_id).toBe('client-new-details')
    // as it stands
    await cecilie.submit({})
    expect(words((await untilModal(house, cecilie, 'client-step-up')).blocks)).toContain('Trenger kontakt')
  })

  it('is not let through by a contact for test, or by the same submission again', async () => {
    await addContactTo(house, { scope: 'test' })
    const cecilie = house.as('cecilie')
    await sendClient('Bare test')
    await untilModal(house, cecilie, 'contact-edit')
    const before = (await changes()).length
    const again = await cecilie.replayLast()
    expect(words(again.body)).toContain('contact-edit')
    expect((await changes()).length).toBe(before)
  })

  it('is asked again when it is carried out', async () => {
    await addContactTo(house)
    const cecilie = house.as('cecilie')
    await sendClient('Mistet kontakten')
    const path = loginLinkIn(await untilModal(house, cecilie, 'client-step-up'))
    const visitor = visitorOf(house)
    const page = await logIn(visitor, path, { pid: pidOf('cecilie'), level: 'idporten-loa-high' })
    await forgetContacts(house)
    const answer = await carryOut(visitor, page)
    expect(answer.text).toContain('minst én kontakt')
    expect(house.digdir.prod.registry.clients(kystverdi).map(({ client_name }) => client_name)).not.toContain(
      'Mistet kontakten',
    )
  })
})

it('a client in test needs nobody', async () => {
  const kari = house.as('kari')
  await kari.command('/client new idporten')
  await untilModal(house, kari, 'client-new-details')
  await kari.submit(loginValues('Uten kontakt'))
  await untilModal(house, kari, 'client-created')
})
