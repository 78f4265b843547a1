import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { MINUTE, movableClock } from '../../helpers/clock.ts'
import { type House, startHouse } from '../../helpers/house.ts'
import {
  clearDesks,
  kept,
  makeLogin,
  newest,
  onlyNamed,
  refusals,
  submitLogin,
  untilCard,
  untilModal,
  words,
} from '../../helpers/walk.ts'

let house: House
const clock = movableClock()

beforeAll(async () => {
  house = await startHouse({ now: clock.now, wait: async () => {} })
})

afterEach(async () => {
  house.digdir.test.faults.clear()
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

const withSecret = { token_endpoint_auth_method: 'client_secret_basic' }
const secretOf = (clientId: string) => house.digdir.test.registry.secret(clientId) ?? 'none was made'

describe('a client with a secret', () => {
  it.each(['client_secret_basic', 'client_secret_post'])(
    '%s: the modal shows it once, and nothing else ever does',
    async (method) => {
      const kari = house.as('kari')
      await submitLogin(house, kari, `Ny ${method}`, { token_endpoint_auth_method: method })
      const shown = await untilModal(house, kari, 'client-created')
      const { client_id } = onlyNamed(house, `Ny ${method}`)
      expect(words(shown)).toContain(secretOf(client_id))
      await untilCard(house, kari, client_id)
      expect(kept(house)).not.toContain(secretOf(client_id))
      await kari.close(undefined, true)
      const again = words((await kari.replayLast()).body)
      expect(again).toContain('client-created')
      expect(again).not.toContain(secretOf(client_id))
      expect(kari.modal()).toBeUndefined()
      expect(kept(house)).not.toContain(secretOf(client_id))
    },
  )

  it('whose modal was closed meanwhile gets the offer of a new one, never the secret in a message', async () => {
    const kari = house.as('kari')
    house.digdir.test.faults.add({ method: 'POST', path: /\/clients$/, times: 1, fault: { kind: 'delay', ms: 500 } })
    await submitLogin(house, kari, 'Lukket før hemmeligheten', withSecret)
    await kari.close(undefined, true)
    await house.until(() => words(kari.messages()).includes('Lag ny hemmelighet'))
    const { client_id } = onlyNamed(house, 'Lukket før hemmeligheten')
    const first = secretOf(client_id)
    await untilCard(house, kari, client_id)
    expect(kept(house)).not.toContain(first)
    await kari.click({ action_id: 'client-secret-lost.again' })
    await untilModal(house, kari, 'client-secret')
    await kari.submit({})
    const shown = await untilModal(house, kari, 'client-secret-shown')
    expect(secretOf(client_id)).not.toBe(first)
    expect(words(shown)).toContain(secretOf(client_id))
  })

  it('whose answer was lost gets a new secret with the twin', async () => {
    const kari = house.as('kari')
    house.digdir.test.faults.add({
      method: 'POST',
      path: /\/clients$/,
      times: 1,
      fault: { kind: 'cut', when: 'after' },
    })
    await submitLogin(house, kari, 'Tapt hemmelighet', withSecret)
    const shown = await untilModal(house, kari, 'client-created')
    expect(words(shown)).toContain(secretOf(onlyNamed(house, 'Tapt hemmelighet').client_id))
  })
})

describe('/client secret', () => {
  it('asks first, then shows the new one in the modal alone, and tells the thread who did it', async () => {
    const kari = house.as('kari')
    const { client_id } = await makeLogin(house, kari, 'Fornyes', withSecret)
    const before = secretOf(client_id)
    await kari.command(`/client hemmelighet ${client_id}`)
    await untilModal(house, kari, 'client-secret')
    expect(secretOf(client_id)).toBe(before)
    await kari.submit({})
    const shown = await untilModal(house, kari, 'client-secret-shown')
    expect(words(shown)).toContain(secretOf(client_id))
    const { history } = await untilCard(house, kari, client_id, 2)
    expect(history[1]).toContain('ny hemmelighet')
    expect(kept(house)).not.toContain(secretOf(client_id))
    expect(kept(house)).not.toContain(before)
  })

  it('makes one of a submission that comes twice', async () => {
    const kari = house.as('kari')
    const { client_id } = await makeLogin(house, kari, 'Dobbel fornyelse', withSecret)
    await kari.command(`/client secret ${client_id}`)
    await untilModal(house, kari, 'client-secret')
    await kari.submit({})
    await untilModal(house, kari, 'client-secret-shown')
    const made = secretOf(client_id)
    await untilCard(house, kari, client_id, 2)
    const again = words((await kari.replayLast()).body)
    expect(again).toContain('client-secret-lost')
    expect(again).not.toContain(made)
    // a repeat that Slack did not send takes nothing away from who reads it
    expect(words(kari.modal())).toContain(made)
    expect(secretOf(client_id)).toBe(made)
  })

  it('says why it can’t be done', async () => {
    const kari = house.as('kari')
    const { client_id } = await makeLogin(house, kari, 'Bare nøkler')
    await kari.command(`/client secret ${client_id}`)
    await house.until(() => words([kari.modal(), newest(kari)]).includes('uten hemmelighet'))
    await kari.command('/client secret')
    await house.until(() => words(newest(kari)).includes('forstod ikke'))
  })

  it('tells that nobody knows when the answer was lost, and shows no secret', async () => {
    const kari = house.as('kari')
    const { client_id } = await makeLogin(house, kari, 'Brutt', withSecret)
    await kari.command(`/client secret ${client_id}`)
    await untilModal(house, kari, 'client-secret')
    house.digdir.test.faults.add({ method: 'POST', path: /\/secret/, times: 1, fault: { kind: 'cut', when: 'after' } })
    await kari.submit({})
    const unknown = await untilModal(house, kari, 'client-unknown')
    expect(words(unknown)).toContain('Den gamle virker kanskje ikke lenger')
    expect(words(unknown)).toContain('client-secret-lost.again')
    clock.pass(MINUTE)
    expect(kept(house)).not.toContain(secretOf(client_id))
  })
})
