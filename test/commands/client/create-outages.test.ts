import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Fault } from '../../../sandbox/faults.ts'
import { HOUR, MINUTE, movableClock } from '../../helpers/clock.ts'
import { type House, organisations, startHouse } from '../../helpers/house.ts'
import {
  type Actor,
  clearDesks,
  loginValues,
  makeLogin,
  named,
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

const post = (fault: Fault, times = 1) =>
  house.digdir.test.faults.add({ method: 'POST', path: /\/clients$/, times, fault })
const json = (status: number, body: object): Fault => ({
  kind: 'status',
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ correlation_id: '0f6a7b1c-1111-4222-8333-444455556666', ...body }),
})

describe('when Digdir says no', () => {
  it.each<[string, Fault, RegExp]>([
    [
      '400 with field errors',
      json(400, {
        errors: [
          {
            errorMessage: 'navnet er i bruk',
            isFieldError: true,
            objectName: 'client',
            fieldIdentifier: 'client_name',
          },
        ],
      }),
      /Navn: navnet er i bruk/,
    ],
    [
      '400 at the second redirect URI',
      json(400, {
        errors: [
          { errorMessage: 'ikke lov', isFieldError: true, objectName: 'client', fieldIdentifier: 'redirect_uris[1]' },
        ],
      }),
      /ikke lov/,
    ],
    ['400 without fields', json(400, { error_description: 'noe er galt' }), /noe er galt/],
    ['401', json(401, {}), /godtok ikke innloggingen/],
    ['403', json(403, {}), /ikke har lov til dette/],
    ['409', json(409, {}), /samme navn/],
    ['428', json(428, { error: 'PRECONDITION_REQUIRED' }), /bruksvilkår/],
    ['429', { kind: 'status', status: 429, headers: { 'retry-after': '7' } }, /7 sekunder/],
  ])('%s: the form comes back with what was typed and why, and can be sent again', async (name, fault, expected) => {
    const kari = house.as('kari')
    post(fault, name === '401' ? 2 : 1)
    await submitLogin(house, kari, `Avvist ${name}`, { description: `Beskrivelsen av ${name}` })
    await untilModal(house, kari, 'client-new-details')
    await house.until(() => words(kari.modal()).includes('Klienten ble ikke laget'))
    const shown = words(kari.modal())
    expect(shown).toMatch(expected)
    for (const typed of [`Avvist ${name}`, `Beskrivelsen av ${name}`, 'https://tjeneste.kystverdi.example/callback'])
      expect(words(kari.modal()?.values)).toContain(typed)
    if (fault.kind === 'status' && fault.body) expect(shown).toContain('0f6a7b1c-1111-4222-8333-444455556666')
    expect(named(house, `Avvist ${name}`)).toEqual([])
    const again = await kari.replayLast()
    expect(again.body).toMatchObject({ response_action: 'update', view: { callback_id: 'client-new-details' } })
    expect(words(again.body)).toContain('Klienten ble ikke laget')
    // the same as the first time
    expect(words(again.body)).toMatch(expected)
    expect(words(again.body)).toContain(`Beskrivelsen av ${name}`)
    await kari.submit({})
    await untilModal(house, kari, 'client-created')
    expect(named(house, `Avvist ${name}`)).toHaveLength(1)
  })

  it('terms that are not signed are told for what they are', async () => {
    const kari = house.as('kari')
    house.digdir.test.registry.setTerms(organisations.kystverdi.organisation_number, false)
    await submitLogin(house, kari, 'Usignert')
    await house.until(() => words(kari.modal()).includes('bruksvilkår'))
    house.digdir.test.registry.setTerms(organisations.kystverdi.organisation_number, true)
    await kari.submit({})
    await untilModal(house, kari, 'client-created')
  })
})

/** Clicks once more than anybody needs to, and waits for the answer that the view with that hash gave way to. */
const lookAgain = async (actor: Actor, hash: string) => {
  await Promise.all([
    actor.click({ action_id: 'client-unknown.look-again' }),
    actor.click({ action_id: 'client-unknown.look-again' }),
  ])
  await house.until(() => actor.modal()?.callback_id === 'client-unknown' && actor.modal()?.hash !== hash)
}

describe('when the answer is lost', () => {
  it('cut after the client was made: the twin is found and no second client arises', async () => {
    const kari = house.as('kari')
    post({ kind: 'cut', when: 'after' })
    await submitLogin(house, kari, 'Tvilling')
    await untilModal(house, kari, 'client-created')
    expect(words(kari.modal())).toContain(onlyNamed(house, 'Tvilling').client_id)
    expect(onlyNamed(house, 'Tvilling').description).toMatch(/\[portvakt:[0-9a-f]{12}\]$/)
  })

  it.each<[string, Fault]>([
    ['cut before it was heard', { kind: 'cut', when: 'before' }],
    ['500', json(500, {})],
    ['a page of HTML', { kind: 'html', status: 502 }],
    ['HTML with 200', { kind: 'html', status: 200 }],
  ])('%s: nobody knows, and looking again makes exactly one', async (name, fault) => {
    const kari = house.as('kari')
    post(fault)
    await submitLogin(house, kari, name)
    const unknown = await untilModal(house, kari, 'client-unknown')
    expect(words(unknown)).toContain('Ikke send på nytt')
    const again = await kari.replayLast()
    expect(again.body).toMatchObject({ response_action: 'update', view: { callback_id: 'client-unknown' } })
    await lookAgain(kari, unknown.hash)
    expect(named(house, name)).toEqual([])
    clock.pass(3 * MINUTE)
    await kari.click({ action_id: 'client-unknown.look-again' })
    await untilModal(house, kari, 'client-created')
    await untilCard(house, kari, onlyNamed(house, name).client_id)
  })

  it.each([401, 403, 404])(
    'and the look is refused with %i: still unknown, and never a second client',
    async (status) => {
      const kari = house.as('kari')
      const name = `Uten innsyn ${status}`
      post({ kind: 'cut', when: 'after' })
      house.digdir.test.faults.add({ method: 'GET', path: /\/clients/, fault: { kind: 'status', status } })
      await submitLogin(house, kari, name)
      await untilModal(house, kari, 'client-unknown')
      house.digdir.test.faults.clear()
      await kari.click({ action_id: 'client-unknown.look-again' })
      await untilModal(house, kari, 'client-created')
      expect(named(house, name)).toHaveLength(1)
    },
  )

  it('an unknown one stands on Home, from where one can look', async () => {
    const kari = house.as('kari')
    post({ kind: 'cut', when: 'before' })
    await submitLogin(house, kari, 'Ukjent skjebne')
    await untilModal(house, kari, 'client-unknown')
    await kari.close(undefined, true)
    await kari.openHome()
    await house.until(() => words(kari.desk().home).includes('Ukjent skjebne'))
    clock.pass(3 * MINUTE)
    await kari.click({ action_id: 'home.look' })
    await untilModal(house, kari, 'client-created')
    expect(named(house, 'Ukjent skjebne')).toHaveLength(1)
  })
})

describe('an unknown one in a direct message', () => {
  const unknownInMessage = async (name: string) => {
    const kari = house.as('kari')
    house.digdir.test.faults.add({
      method: 'POST',
      path: /\/clients$/,
      times: 1,
      fault: { kind: 'cut', when: 'before' },
    })
    clock.pass(HOUR)
    house.maskinporten.test.faults.add({ times: 1, fault: { kind: 'delay', ms: 500 } })
    await submitLogin(house, kari, name)
    await kari.close(undefined, true)
    await house.until(() => words(newest(kari)).includes('client-unknown.look-again'))
    return kari
  }

  it('that is looked for twice at once leaves no window waiting', async () => {
    const kari = await unknownInMessage('To vinduer')
    clock.pass(3 * MINUTE)
    house.digdir.test.faults.add({ path: /\/clients/, times: 1, fault: { kind: 'delay', ms: 400 } })
    await kari.click({ action_id: 'client-unknown.look-again' })
    await kari.click({ action_id: 'client-unknown.look-again' })
    await house.until(() => {
      const waiting = kari.desk().modals.some((view) => view.callback_id === 'client-working')
      return !waiting && words([kari.desk().modals, kari.messages()]).includes('«To vinduer» finnes nå')
    })
    expect(named(house, 'To vinduer')).toHaveLength(1)
  })

  it('that can’t be looked for now says so in the window that opened', async () => {
    const kari = await unknownInMessage('Fortsatt ukjent')
    house.digdir.test.faults.add({ fault: { kind: 'status', status: 403 } })
    await kari.click({ action_id: 'client-unknown.look-again' })
    await house.until(() => kari.modal() !== undefined && kari.modal()?.callback_id !== 'client-working')
    expect(named(house, 'Fortsatt ukjent')).toEqual([])
    expect(words(kari.modal())).toMatch(/ikke har lov til dette|vet ikke om den finnes/)
  })
})

describe('when Digdir is slow', () => {
  it('says so, and tells the result in a direct message when the modal was closed meanwhile', async () => {
    const kari = house.as('kari')
    post({ kind: 'delay', ms: 600 })
    const outcome = await submitLogin(house, kari, 'Treg')
    expect(outcome.ms).toBeLessThan(3_000)
    expect(words(kari.modal())).toContain('Digdir lager «Treg»')
    await kari.close(undefined, true)
    await house.until(() => words(kari.messages()).includes('«Treg» finnes nå'))
    expect(kari.modal()).toBeUndefined()
    await untilCard(house, kari, onlyNamed(house, 'Treg').client_id)
  })

  it('a refusal after the modal was closed leads back to the form with all that was typed', async () => {
    const kari = house.as('kari')
    post(json(400, { error_description: 'nei takk' }))
    // the token is asked for first: slow, so that there is time to close the modal
    clock.pass(HOUR)
    house.maskinporten.test.faults.add({ times: 1, fault: { kind: 'delay', ms: 600 } })
    await submitLogin(house, kari, 'Lukket', { description: 'Skal ikke gå tapt' })
    await kari.close(undefined, true)
    await house.until(() => words(newest(kari)).includes('client-not-made.again'))
    await kari.click({ action_id: 'client-not-made.again' })
    const form = await untilModal(house, kari, 'client-new-details')
    expect(words(form.values)).toContain('Skal ikke gå tapt')
    // the form says why once more
    expect(words(form)).toContain('nei takk')
    await kari.submit({})
    await untilModal(house, kari, 'client-created')
    expect(named(house, 'Lukket')).toHaveLength(1)
  })

  it('acknowledges the submission in time while reading is slow too', async () => {
    const kari = house.as('kari')
    await makeLogin(house, kari, 'Før treghet')
    house.digdir.test.faults.add({ path: /\/scopes/, fault: { kind: 'delay', ms: 2_500 } })
    const outcome = await submitLogin(house, kari, 'Etter treghet', loginValues('Etter treghet'))
    expect(outcome.ms).toBeLessThan(2_500)
    await untilModal(house, kari, 'client-created')
  })
})
