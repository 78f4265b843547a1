import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { movableClock } from '../../helpers/clock.ts'
import { asBot, forgedClick, unusedTrigger } from '../../helpers/forge.ts'
import { type House, organisations, people, startHouse } from '../../helpers/house.ts'
import { clearDesks, newest, refusals, untilModal, words } from '../../helpers/walk.ts'

let house: House
const clock = movableClock()

beforeAll(async () => {
  house = await startHouse({ now: clock.now, wait: async () => {} })
})

afterEach(async () => {
  house.digdir.test.faults.clear()
  house.maskinporten.test.faults.clear()
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

describe('/portvakt whoami', () => {
  it.each(['/portvakt whoami', '/portvakt hvemerjeg', '/portvakt WHOAMI'])(
    '%s says who one is, by which rule, and what one may do',
    async (line) => {
      const kari = house.as('kari')
      await kari.command(line)
      const shown = words(newest(kari))
      for (const part of [
        'KYSTVERDI KOMMUNE',
        organisations.kystverdi.organisation_number,
        'kystverdi.example',
        people.kari.email,
        'Du kan se, lage og deaktivere klienter',
      ])
        expect(shown).toContain(part)
      expect(newest(kari)?.ephemeral).toBe(true)
    },
  )

  it('names the supplier whose access is used', async () => {
    const ingrid = house.as('ingrid')
    await ingrid.command('/portvakt whoami')
    expect(words(newest(ingrid))).toContain(`leverandøren ${organisations.kystverdi.organisation_number}`)
  })

  it('answers when Maskinporten is down', async () => {
    const other = await startHouse()
    try {
      other.maskinporten.test.faults.add({ fault: { kind: 'status', status: 503 } })
      other.maskinporten.prod.faults.add({ fault: { kind: 'cut', when: 'before' } })
      const kari = other.as('kari')
      await kari.command('/portvakt whoami')
      await other.until(() => words(newest(kari)).includes('KYSTVERDI KOMMUNE'))
      expect(refusals(other)).toEqual([])
    } finally {
      await other.stop()
    }
  })
})

describe('help', () => {
  it.each(['/portvakt', '/portvakt help', '/portvakt hjelp', '/portvakt ?'])(
    '%s shows the commands, and leads to the noun’s own help and to whoami',
    async (line) => {
      const kari = house.as('kari')
      await kari.command(line)
      expect(words(newest(kari))).toContain('/client')
      await kari.click({ action_id: 'portvakt-help.client' })
      await house.until(() => words(newest(kari)).includes('client-help.new'))
      await kari.command(line)
      await kari.click({ action_id: 'portvakt-help.whoami' })
      await house.until(() => words(newest(kari)).includes('KYSTVERDI KOMMUNE'))
    },
  )

  it.each(['/client help', '/client hjelp', '/portvakt client help', '/portvakt klient hjelp'])(
    '%s leads to a new client and the list',
    async (line) => {
      const kari = house.as('kari')
      await kari.command(line)
      await kari.click({ action_id: 'client-help.new' })
      await untilModal(house, kari, 'client-new')
      await kari.close(undefined, true)
      await kari.click({ action_id: 'client-help.list' })
      await house.until(() => words(newest(kari)).includes('client-list.show'))
    },
  )
})

describe('what does not exist', () => {
  it.each([
    '/client frobnicate',
    '/client frobnicate now',
    '/portvakt frobnicate',
    '/portvakt client frobnicate',
    '/contacts frobnicate',
    '/client edit abc',
    '/portvakt portvakt',
    '/client constructor',
    '/portvakt __proto__',
    '/client <!channel>',
  ])('%s gets an answer that names the help', async (line) => {
    const kari = house.as('kari')
    const outcome = await kari.command(line)
    expect(outcome.status).toBe(200)
    expect(words(newest(kari))).toContain('/portvakt help')
    expect(words(newest(kari)?.blocks)).not.toContain('<!channel>')
    expect(kari.modal()).toBeUndefined()
  })

  it('a button of an older message says so, below the message', async () => {
    const kari = house.as('kari')
    const button = {
      type: 'button',
      action_id: 'client-card.unknown',
      text: { type: 'plain_text', text: 'Gammel' },
      value: '1',
    }
    await asBot(house, 'chat.postMessage', {
      channel: kari.id,
      text: 'Et gammelt kort',
      blocks: [{ type: 'actions', elements: [button] }],
    })
    await kari.click({ action_id: 'client-card.unknown' })
    await house.until(() => words(newest(kari)).includes('hører til en eldre melding'))
    expect(words(kari.messages())).toContain('Et gammelt kort')
  })

  it('a button in an ephemeral message and one in a modal say so too', async () => {
    const kari = house.as('kari')
    await forgedClick(house, kari, 'slett.alt', 'x')
    await house.until(() => words(newest(kari)).includes('hører til en eldre melding'))
    const view = {
      type: 'modal',
      callback_id: 'fra-en-annen-utgave',
      title: { type: 'plain_text', text: 'Gammel' },
      submit: { type: 'plain_text', text: 'Send' },
      notify_on_close: true,
      blocks: [
        {
          type: 'input',
          block_id: 'tekst',
          label: { type: 'plain_text', text: 'Tekst' },
          element: { type: 'plain_text_input', action_id: 'x.tekst' },
        },
        {
          type: 'actions',
          elements: [{ type: 'button', action_id: 'x.gammel', text: { type: 'plain_text', text: 'Gammel' } }],
        },
      ],
    }
    await asBot(house, 'views.open', { trigger_id: await unusedTrigger(house, kari), view })
    await kari.click({ action_id: 'x.gammel' })
    await untilModal(house, kari, 'error')
    await kari.close()
    const outcome = await kari.submit({ tekst: 'Skrevet med møye' })
    expect(outcome.status).toBe(200)
    await untilModal(house, kari, 'error')
    expect(words(kari.modal())).toContain('eldre utgave')
    await kari.close()
    expect(words(kari.modal()?.values)).toContain('Skrevet med møye')
    await kari.close()
  })
})

describe('commands that a later version brings', () => {
  it.each([
    ['/incident', 'status.digdir.no'],
    ['/incident hjelp', 'status.digdir.no'],
    ['/portvakt incident', 'status.digdir.no'],
  ])('%s says where it is done until then: %s', async (line, place) => {
    const kari = house.as('kari')
    await kari.command(line)
    expect(words(newest(kari))).toContain(place)
  })
})

describe('/portvakt language', () => {
  it('asks, remembers the choice over Slack’s own, and refuses what it does not speak', async () => {
    const oliver = house.as('oliver')
    await oliver.command('/portvakt whoami')
    expect(words(newest(oliver))).toContain('You can see, create and deactivate')
    await oliver.command('/portvakt språk norsk')
    expect(words(newest(oliver))).toContain('Fra nå av svarer Portvakt deg på norsk')
    await oliver.command('/client frobnicate')
    expect(words(newest(oliver))).toContain('Den kommandoen finnes ikke')
    await house.slack.workspace.changeUser(oliver.id, { locale: 'en-US' })
    await oliver.command('/client frobnicate')
    expect(words(newest(oliver))).toContain('Den kommandoen finnes ikke')
    await oliver.command('/portvakt language klingon')
    expect(words(newest(oliver))).toContain('forstod ikke')
    await oliver.command('/portvakt language')
    await oliver.click({ action_id: 'language.choose', value: 'en' })
    await house.until(() => words(newest(oliver)).includes('From now on Portvakt answers you in English'))
    await oliver.command('/client frobnicate')
    expect(words(newest(oliver))).toMatch(/There is no such command|does not exist/)
  })
})
