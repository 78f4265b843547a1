import { describe, expect, test } from 'vitest'
import { applyChange } from '../../../src/domain/apply-change.ts'
import { beginChange } from '../../../src/domain/begin-change.ts'
import { clientKinds } from '../../../src/domain/client/client-kinds.ts'
import { confirmsName, deactivateClient } from '../../../src/domain/client/deactivate-client.ts'
import { clientWorld, FAERDER, KINN, registration } from '../../helpers/client-world.ts'

const begun = async (over = {}, clientName = 'Byggesak') => {
  const world = clientWorld()
  world.digdir.registrations.set('mine', registration({ client_id: 'mine', ...over }))
  const payload = { clientId: 'mine', clientName }
  const { change } = await beginChange(world.deps, deactivateClient, world.asked(payload), 'once')
  return { ...world, apply: () => applyChange(world.deps, clientKinds, change.id, world.belonging) }
}

describe('deactivating a client', () => {
  test('deactivates it at Digdir and in the store, and the audit holds before and after', async () => {
    const { apply, digdir, deps, store } = await begun()
    expect(await apply()).toMatchObject({ state: 'done', registration: { active: false } })
    expect(digdir.registrations.get('mine')?.active).toBe(false)
    expect(await deps.store.registration(FAERDER, 'test', 'mine')).toMatchObject({ active: false })
    expect(store.audit.at(-1)).toMatchObject({
      action: 'client.deactivate',
      outcome: 'done',
      subject: 'client:mine',
      correlationId: 'cor-deactivate',
      values: { before: { client_name: 'Byggesak', active: true }, after: { active: false } },
    })
  })

  test('one that is inactive already is done, and nothing is sent', async () => {
    const { apply, digdir, store } = await begun({ active: false })
    expect(await apply()).toMatchObject({ state: 'done', registration: { active: false } })
    expect(digdir.count('deactivate')).toBe(0)
    expect(store.audit.map((each) => each.outcome)).toEqual(['begun', 'done'])
  })

  test('one that has another name by now stays', async () => {
    const { apply, digdir } = await begun({ client_name: 'Byggesak i drift' })
    expect(await apply()).toMatchObject({
      state: 'failed',
      failure: { code: 'name-changed' },
    })
    expect(digdir.count('deactivate')).toBe(0)
  })

  test("another organisation's is not found", async () => {
    const { apply, digdir } = await begun({ client_orgno: KINN })
    expect(await apply()).toMatchObject({ state: 'failed', failure: { code: 'not-found' } })
    expect(digdir.count('deactivate')).toBe(0)
  })

  test('a lost answer is looked up: done when it worked, unknown when it did not, and a resume ends it', async () => {
    const worked = await begun()
    worked.digdir.mishap('deactivate', 'digdir-outcome-unknown', { after: true })
    expect(await worked.apply()).toMatchObject({ state: 'done' })

    const lost = await begun()
    lost.digdir.mishap('deactivate', 'digdir-outcome-unknown')
    expect(await lost.apply()).toMatchObject({ state: 'unknown' })
    expect(await lost.apply()).toMatchObject({ state: 'done' })
  })

  test('where Digdir gives inactive clients no more, it is done all the same', async () => {
    const { apply, digdir, deps } = await begun()
    const deactivate = digdir.digdir.deactivate
    digdir.digdir.deactivate = async (...args) => {
      const answer = await deactivate(...args)
      digdir.registrations.delete('mine')
      return answer
    }
    expect(await apply()).toMatchObject({ state: 'done', registration: { active: false } })
    expect(await deps.store.registration(FAERDER, 'test', 'mine')).toMatchObject({ active: false })
  })
})

describe('confirmsName', () => {
  test.each([
    ['Byggesak', 'Byggesak', true],
    [' Byggesak ', 'Byggesak', true],
    ['Bygge\u00a0 sak', 'Bygge sak', true],
    ['Bla\u030abær', 'Blåbær', true],
    ['Plan & bygg', 'Plan & bygg', true],
    ['<!channel>', '<!channel>', true],
    ['byggesak', 'Byggesak', false],
    ['Byggesa', 'Byggesak', false],
    ['Bygge sak', 'Byggesak', false],
    ['', 'Byggesak', false],
    ['', '', false],
    [' ', ' ', false],
  ])('%j for %j: %s', (typed, name, confirms) => {
    expect(confirmsName(typed, name)).toBe(confirms)
  })
})
