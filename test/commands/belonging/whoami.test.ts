import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { HOUR, movableClock } from '../../helpers/clock.ts'
import { assign, userOf } from '../../helpers/hats.ts'
import { type House, organisations, people, startHouse } from '../../helpers/house.ts'
import { clearDesks, newest, refusals, untilModal, words } from '../../helpers/walk.ts'
import { type BelongingHouse, startBelonging } from './belonging-world.ts'

let house: BelongingHouse
const clock = movableClock()
const { kystverdi, direktoratet } = organisations

beforeAll(async () => {
  house = await startBelonging({ now: clock.now })
})

afterEach(async () => {
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

describe('whoami of a member', () => {
  it('tells what is missing in production and who gives it, with a button', async () => {
    const kari = house.as('kari')
    await kari.command('/portvakt whoami')
    const shown = words(newest(kari))
    for (const part of ['ikke klarert', 'Brukerstøtten gir klarering', 'whoami.clearance', 'altinn.show', 'ingen'])
      expect(shown).toContain(part)
  })

  it('names the admins, and tells an admin and an operator what they are', async () => {
    await assign(house, 'kari', kystverdi.organisation_number, { admin: true })
    const oliver = house.as('oliver')
    await oliver.command('/portvakt whoami')
    expect(words(newest(oliver))).toContain('Admins here are <@U0KARI>')
    const kari = house.as('kari')
    await kari.command('/portvakt whoami')
    expect(words(newest(kari))).toContain('Du kan legge til og ta ut folk')
    const vakt = house.as('vakt')
    await vakt.command('/portvakt whoami')
    expect(words(newest(vakt))).toContain('Du svarer for brukerstøtten')
    const odd = house.as('odd')
    await odd.command('/portvakt whoami')
    expect(words(newest(odd))).toMatch(/Ingen virksomhet er registrert.*Du svarer for brukerstøtten/)
  })

  it('tells how Altinn delegates', async () => {
    const kari = house.as('kari')
    await kari.command('/portvakt whoami')
    await kari.click({ action_id: 'altinn.show' })
    await house.until(() => words(newest(kari)).includes('Hovedadministrator'))
  })

  it('says that nobody can change production where no login is set up', async () => {
    const bare: House = await startHouse({ now: clock.now })
    try {
      const kari = bare.as('kari')
      await kari.command('/portvakt whoami')
      expect(words(newest(kari))).toContain('registrere Portvakt hos ID-porten')
      expect(words(newest(kari))).not.toContain('whoami.clearance')
    } finally {
      await bare.stop()
    }
  })
})

describe('somebody of two organisations', () => {
  it('sees which one they act for, switches in whoami and at Home, and sees the other one’s clients', async () => {
    await assign(house, 'bente', kystverdi.organisation_number)
    await assign(house, 'bente', direktoratet.organisation_number)
    const bente = house.as('bente')
    await bente.command('/portvakt whoami')
    expect(words(newest(bente)?.blocks)).toContain(`${kystverdi.name} (${kystverdi.organisation_number})`)
    await bente.click({ action_id: 'organisation-switch.choose', value: direktoratet.organisation_number })
    await house.until(() => words(newest(bente)).includes(`*Du handler for:* ${direktoratet.name}`))
    await bente.openHome()
    await house.until(() => words(bente.desk().home).includes(`*${direktoratet.name} (`))
    await bente.click(
      { action_id: 'organisation-switch.choose', value: kystverdi.organisation_number },
      { type: 'view', view_id: bente.desk().home?.id ?? '' },
    )
    await house.until(() => words(bente.desk().home).includes(`*${kystverdi.name} (`))
  })

  it('can’t switch to one that is not theirs', async () => {
    const bente = house.as('bente')
    await bente.command('/portvakt whoami')
    const message = newest(bente)
    if (!message) throw new Error('no whoami')
    const option = { text: { type: 'plain_text', text: 'x' }, value: organisations.fjordlys.organisation_number }
    await bente.click(
      {
        type: 'static_select',
        action_id: 'organisation-switch.choose',
        block_id: 'forged',
        selected_option: option,
      } as Parameters<typeof bente.click>[0],
      { type: 'message', channel_id: message.channel, message_ts: message.ts },
    )
    await house.until(() => words(newest(bente)).includes('Vi fant ikke'))
  })
})

describe('a guest', () => {
  it('belongs by name for as long as that lasts', async () => {
    const ines = house.as('ines')
    await ines.command('/portvakt whoami')
    expect(words(newest(ines))).toContain('Du er gjest')
    await assign(house, 'ines', kystverdi.organisation_number, { until: clock.now() + 2 * HOUR })
    await ines.command('/portvakt whoami')
    expect(words(newest(ines))).toMatch(/KYSTVERDI KOMMUNE.*lagt til ved navn, fram til/)
    clock.pass(3 * HOUR)
    await ines.command('/portvakt whoami')
    expect(words(newest(ines))).toContain('Du er gjest')
  })
})

describe('somebody who was removed', () => {
  it('is told so, at once', async () => {
    const oliver = house.as('oliver')
    await assign(house, 'oliver', kystverdi.organisation_number, { state: 'removed' })
    await oliver.command('/client list')
    expect(words(newest(oliver))).toContain('You have been taken out of the organisation')
  })
})

describe('somebody whose domain nobody has registered', () => {
  it('gets a mail that need only be sent, in Home too', async () => {
    const ukjent = house.as('ukjent')
    await ukjent.command('/portvakt whoami')
    const shown = words(newest(ukjent)?.blocks)
    expect(shown).toContain(
      '<mailto:servicedesk@digdir.no?subject=Registrering%20av%20domenet%20nyetaten.example&amp;body=',
    )
    await ukjent.openHome()
    await house.until(() => words(ukjent.desk().home).includes('<mailto:servicedesk@digdir.no?subject='))
  })
})

describe('somebody whose address is not confirmed', () => {
  const links = async () => {
    const { store } = house.world
    return await store.linksSince(userOf('ubekreftet'), 0)
  }

  it('gets a link by mail', async () => {
    const ulrik = house.as('ubekreftet')
    await ulrik.command('/portvakt whoami')
    await ulrik.click({ action_id: 'unconfirmed-card.send' })
    await house.until(() => words(newest(ulrik)).includes('Vi har sendt en lenke til ulrik.berge@kystverdi.example'))
    expect(await links()).toBe(1)
    const mail = await house.outside.mailbox.until(({ subject }) => subject !== '')
    expect(words(mail)).toContain(`${house.env.PUBLIC_URL}/`)
  })

  it('gets no more than five an hour', async () => {
    const ulrik = house.as('ubekreftet')
    for (let count = await links(); count < 5; count += 1) {
      await ulrik.openHome()
      await house.until(() => words(ulrik.desk().home).includes('unconfirmed-card.send'))
      await ulrik.command('/portvakt whoami')
      await ulrik.click({ action_id: 'unconfirmed-card.send' })
      await house.until(() => words(newest(ulrik)).includes('Vi har sendt en lenke'))
    }
    await ulrik.command('/portvakt whoami')
    await ulrik.click({ action_id: 'unconfirmed-card.send' })
    await house.until(() => words(newest(ulrik)).includes('for mange forsøk'))
    expect(await links()).toBe(5)
  })

  it('is a member once the address is confirmed', async () => {
    await house.world.store.write({}, async (tx) => {
      await tx.saveConfirmedAddress(userOf('ubekreftet'), people.ubekreftet.email ?? '')
      return null
    })
    const ulrik = house.as('ubekreftet')
    await ulrik.command('/portvakt whoami')
    await house.until(() => words(newest(ulrik)).includes('KYSTVERDI KOMMUNE'))
  })

  it('is told that no mail can be sent where none is set up', async () => {
    const bare: House = await startHouse({ now: clock.now })
    try {
      const ulrik = bare.as('ubekreftet')
      await ulrik.openHome()
      await bare.until(() => words(ulrik.desk().home).includes('kan ikke sende e-post'))
      expect(words(ulrik.desk().home)).not.toContain('unconfirmed-card.send')
    } finally {
      await bare.stop()
    }
  })
})

describe('somebody new in the workspace', () => {
  it('is known to admins before they have said a word, and is told nothing', async () => {
    const { workspace } = house.slack
    const id = 'U0NYANSATT'
    await workspace.addUser({ ...people.kari, id, name: 'Nils Ny', handle: 'nils', email: 'nils.ny@kystverdi.example' })
    const query = { organisationNumber: kystverdi.organisation_number, text: 'nils', page: 0, size: 5 }
    const found = async () => (await house.world.store.peopleOf(query)).rows.map(({ user }) => user.userId)
    await expect.poll(found, { timeout: 4_000 }).toEqual([id])
    expect(workspace.as(id).messages()).toEqual([])
  })
})

describe('help from Home', () => {
  it('leads to whoami and to the service desk', async () => {
    const kari = house.as('kari')
    await kari.openHome()
    await house.until(() => words(kari.desk().home).includes('home.whoami'))
    await kari.click({ action_id: 'home.whoami' })
    await untilModal(house, kari, 'whoami')
    await kari.click({ action_id: 'service-desk-ask.open' })
    await untilModal(house, kari, 'service-desk-ask')
  })
})
