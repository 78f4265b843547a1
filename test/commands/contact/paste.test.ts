import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addContactTo, forgetContacts } from '../../helpers/contacts.ts'
import { type House, startHouse } from '../../helpers/house.ts'
import { type Actor, clearDesks, refusals, untilModal, words } from '../../helpers/walk.ts'
import { contactsAt } from './contact-walk.ts'

let house: House

beforeAll(async () => {
  house = await startHouse({ outside: true, wait: async () => {} })
})

afterEach(async () => {
  await forgetContacts(house)
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

const open = async (actor: Actor) => {
  await actor.command('/contacts')
  await untilModal(house, actor, 'contact-browser')
  await actor.click({ action_id: 'contact-browser.paste' })
  await untilModal(house, actor, 'contact-paste')
}

const good = [
  'Per Havn; per@kystverdi.example; 40 00 00 00; technical; nb',
  'Lise Vik <lise@kystverdi.example>',
  'Servicetorget\tpost@kystverdi.example\t\tmailbox\ten',
].join('\n')

describe('a pasted list', () => {
  it('is shown as it was read, and saved by the same once more', async () => {
    const kari = house.as('kari')
    await open(kari)
    await kari.submit({ lines: good, applies_to: 'prod' })
    await house.until(() => words(kari.modal()?.blocks).includes('3 kontakter er klare'))
    expect(await contactsAt(house)).toEqual([])
    await kari.submit({})
    await untilModal(house, kari, 'contact-browser')
    expect(words(kari.modal()?.blocks)).toContain('3 kontakter er lagt til')
    const saved = await contactsAt(house)
    expect(saved.map(({ email, kind, language, scope }) => [email, kind, language, scope])).toEqual([
      ['lise@kystverdi.example', 'technical', 'nb', 'prod'],
      ['per@kystverdi.example', 'technical', 'nb', 'prod'],
      ['post@kystverdi.example', 'mailbox', 'en', 'prod'],
    ])
    expect(saved.every(({ toldAt }) => toldAt !== null)).toBe(true)
    await kari.replayLast()
    expect(await contactsAt(house)).toHaveLength(3)
  })

  it.each([
    ['kari', `${good}\nIngen adresse; 40 00 00 00`, 'Linje 4', 'Skriv e-postadressen'],
    ['kari', `${good}\nPer igjen; PER@kystverdi.example`, 'Linje 4', 'to ganger'],
    ['kari', 'Vakt; vakt@kystverdi.example', 'Linje 1', 'har denne adressen fra før'],
    ['oliver', 'Per 5; per@', 'Line 1', 'no e-mail address'],
  ] as const)('is refused whole for %s where a line is wrong: %#', async (who, lines, line, why) => {
    await addContactTo(house)
    const actor = house.as(who)
    await open(actor)
    await actor.submit({ lines, applies_to: 'organisation' })
    await house.until(() => words(actor.modal()?.blocks).includes(line))
    expect(words(actor.modal()?.blocks)).toContain(why)
    // sent again as it is, nothing is saved either, and what was typed stands there
    await actor.submit({})
    expect(actor.modal()?.callback_id).toBe('contact-paste')
    expect(await contactsAt(house)).toHaveLength(1)
  })

  it('that was changed after the look is looked at again', async () => {
    const kari = house.as('kari')
    await open(kari)
    await kari.submit({ lines: good, applies_to: 'organisation' })
    await house.until(() => words(kari.modal()?.blocks).includes('3 kontakter er klare'))
    await kari.submit({ lines: `${good}\nNy Mann; ny@kystverdi.example` })
    await house.until(() => words(kari.modal()?.blocks).includes('4 kontakter er klare'))
    expect(await contactsAt(house)).toEqual([])
  })

  it('of more than a hundred is not for Slack', async () => {
    const kari = house.as('kari')
    await open(kari)
    const lines = Array.from({ length: 101 }, (_, at) => `A B;${at}@kyst.example`).join('\n')
    const { errors } = await kari.submit({ lines })
    expect(errors?.lines).toContain('høyst 100')
  })
})
