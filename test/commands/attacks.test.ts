import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../sandbox/digdir/model.ts'
import { movableClock } from '../helpers/clock.ts'
import { asBot, forgedClick, unusedTrigger } from '../helpers/forge.ts'
import { type House, startHouse } from '../helpers/house.ts'
import { rsaKey } from '../helpers/keys.ts'
import {
  clearDesks,
  kept,
  kidsAt,
  loginValues,
  makeLogin,
  named,
  newest,
  onlyNamed,
  refusals,
  stored,
  submitLogin,
  unnamed,
  untilModal,
  words,
} from '../helpers/walk.ts'

let house: House
let theirs: Client
const clock = movableClock()
const key = rsaKey()

beforeAll(async () => {
  house = await startHouse({ now: clock.now, wait: async () => {} })
  theirs = await makeLogin(house, house.as('kari'), 'Kystverdis', { public_key: key.publicJwk })
})

afterEach(async () => {
  house.digdir.test.faults.clear()
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
  expect(house.digdir.test.registry.client(theirs.client_id)?.client).toMatchObject({ active: true })
  expect(kidsAt(house, theirs.client_id)).toEqual([key.kid])
})

afterAll(async () => {
  await house.stop()
})

describe('somebody of another organisation', () => {
  const ref = () => ({ environment: 'test', client_id: theirs.client_id })

  it.each(['client-list.show', 'client-card.keys', 'client-card.secret', 'client-card.deactivate', 'client-keys.add'])(
    'gets the answer for what does not exist from a forged %s',
    async (action) => {
      const ingrid = house.as('ingrid')
      await forgedClick(house, ingrid, action, ref())
      await house.until(() => /Vi fant ikke/.test(words([ingrid.modal()?.blocks, newest(ingrid)?.blocks])))
      expect(words([ingrid.modal(), ingrid.messages()])).not.toContain('Kystverdis')
    },
  )

  it('can’t take a key away by a forged click', async () => {
    const ingrid = house.as('ingrid')
    await forgedClick(house, ingrid, 'client-keys.remove', { ...ref(), organisation: '310000027', kid: key.kid })
    await house.until(() => /Vi fant ikke/.test(words([ingrid.modal()?.blocks, newest(ingrid)?.blocks])))
  })

  it.each([
    ['client-deactivate', 'confirm_name', 'Kystverdis'],
    ['key-add', 'public_key', rsaKey().publicJwk],
    ['client-secret', null, ''],
  ])('can’t use a %s whose metadata names the client', async (callbackId, block, value) => {
    const ingrid = house.as('ingrid')
    const input = {
      type: 'input',
      block_id: block ?? 'x',
      label: { type: 'plain_text', text: 'x' },
      element: { type: 'plain_text_input', multiline: true, action_id: `${callbackId}.${block}` },
    }
    const section = { type: 'section', text: { type: 'plain_text', text: 'x' } }
    await asBot(house, 'views.open', {
      trigger_id: await unusedTrigger(house, ingrid),
      view: {
        type: 'modal',
        callback_id: callbackId,
        private_metadata: JSON.stringify({ ...ref(), organisation: '310000027' }),
        title: { type: 'plain_text', text: 'x' },
        submit: { type: 'plain_text', text: 'x' },
        blocks: [block === null ? section : input],
      },
    })
    await ingrid.submit(block === null ? {} : { [block]: value })
    await house.until(() => /Vi fant ikke/.test(words(ingrid.modal()?.blocks)))
  })
})

describe('somebody else of the same organisation', () => {
  it('can’t go on with a change that is another person’s: it answers as one that does not exist', async () => {
    const [kari, oliver] = [house.as('kari'), house.as('oliver')]
    await oliver.command('/portvakt language nb')
    house.digdir.test.faults.add({ method: 'POST', path: /\/jwks$/, fault: { kind: 'status', status: 503 } })
    await submitLogin(house, kari, 'Karis halve', { public_key: rsaKey().publicJwk })
    await untilModal(house, kari, 'client-half-made')
    house.digdir.test.faults.clear()
    const [, change] = /\\"change\\":\\"([^"\\]+)\\"/.exec(words(kari.modal())) ?? []
    expect(change).toBeTruthy()
    const answers: string[] = []
    for (const id of [change, 'finnes-ikke']) {
      for (const action of [
        'client-half-made.resume',
        'client-unknown.look-again',
        'home.resume',
        'home.look',
        'client-not-made.again',
      ]) {
        await forgedClick(house, oliver, action, { change: id })
        await house.until(() => /Vi fant ikke/.test(words([oliver.modal()?.blocks, newest(oliver)?.blocks])))
        answers.push(unnamed(words(newest(oliver)?.blocks)))
      }
    }
    expect(new Set(answers).size).toBe(1)
    expect(kidsAt(house, onlyNamed(house, 'Karis halve').client_id)).toEqual([])
  })
})

describe('requests that were changed on the way', () => {
  it.each([
    ['no JSON', 'x'],
    ['another shape', { client: 'x' }],
    ['an environment that does not exist', { environment: 'staging', client_id: 'x' }],
    ['an id that is a path', { environment: 'test', client_id: '../../../scopes' }],
    ['nothing', ''],
  ])('a button’s value with %s is answered', async (_, value) => {
    const kari = house.as('kari')
    await forgedClick(house, kari, 'client-card.keys', value)
    await house.until(() =>
      /hører til en eldre melding|Vi fant ikke/.test(words([kari.modal()?.blocks, newest(kari)?.blocks])),
    )
    expect(house.digdir.test.requests().some((one) => one.path.includes('..'))).toBe(false)
  })

  it('a production client can’t be changed by a forged click', async () => {
    const kari = house.as('kari')
    const prod = house.digdir.prod.registry.addClient('310000019', { client_name: 'I produksjon' })
    const ref = { environment: 'prod', client_id: prod.client_id }
    for (const action of ['client-card.deactivate', 'client-card.secret', 'client-keys.add']) {
      await forgedClick(house, kari, action, ref)
      await house.until(() => /ID-porten er ikke satt opp/.test(words([kari.modal()?.blocks, newest(kari)?.blocks])))
      await clearDesks(house)
    }
    await forgedClick(house, kari, 'client-keys.remove', { ...ref, organisation: '310000019', kid: 'x' })
    await house.until(() => /ID-porten er ikke satt opp/.test(words([kari.modal()?.blocks, newest(kari)?.blocks])))
    expect(house.digdir.prod.requests().every((one) => one.method === 'GET')).toBe(true)
  })

  it('a replayed command, click and submission do nothing twice', async () => {
    const kari = house.as('kari')
    await kari.command('/client new idporten')
    await untilModal(house, kari, 'client-new-details')
    await kari.replayLast()
    await kari.submit(loginValues('Gjentatt'))
    await untilModal(house, kari, 'client-created')
    await Promise.all([kari.replayLast(), kari.replayLast(), kari.replayLast()])
    await makeLogin(house, kari, 'Etter gjentakelsen')
    expect(named(house, 'Gjentatt')).toHaveLength(1)
    expect(
      (stored(house).changes ?? []).filter((row) => words(row).includes('"client_name\\":\\"Gjentatt')),
    ).toHaveLength(1)
  })

  it('nothing of Slack’s own secrets stands in the log or the database', () => {
    for (const secret of [house.env.SLACK_BOT_TOKEN, house.env.SLACK_SIGNING_SECRET, house.env.SECRET_KEY])
      expect(words([stored(house), house.logged()])).not.toContain(secret)
    expect(kept(house)).not.toMatch(/hooks?\/[\w-]{10,}.*xoxb/)
  })
})
