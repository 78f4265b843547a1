import { describe, expect, test } from 'vitest'
import { showClient } from '../../../src/domain/client/show-client.ts'
import type { ErrorCode } from '../../../src/errors.ts'
import { clientWorld, FAERDER, KINN, publicKey, registration } from '../../helpers/client-world.ts'

const at = { organisationNumber: FAERDER, environment: 'test' } as const
const registered = () => {
  const jwk = publicKey('kid-1')
  return [{ kid: 'kid-1', kty: 'RSA', alg: 'RS256', use: 'sig', exp: 5, jwk }]
}

const world = (owner = FAERDER, maySupply = false) => {
  const made = clientWorld(owner, maySupply)
  made.digdir.registrations.set('mine', registration({ client_id: 'mine', description: 'A [portvakt:0123456789ab]' }))
  made.digdir.registrations.set('theirs', registration({ client_id: 'theirs', client_orgno: KINN }))
  made.digdir.keySets.set('mine', registered())
  return made
}

describe('showClient', () => {
  test('comes from Digdir with its keys, and is saved', async () => {
    const { deps } = world()
    const shown = await showClient(deps, at, 'mine')
    expect(shown).toMatchObject({ from: 'digdir', registration: { description: 'A' }, keys: [{ kid: 'kid-1' }] })
    expect(await deps.store.registration(FAERDER, 'test', 'mine')).toMatchObject({ client_id: 'mine' })
    expect(await deps.store.registrationKeys(FAERDER, 'test', 'mine')).toMatchObject([{ kid: 'kid-1' }])
  })

  test.each(['digdir-unavailable', 'digdir-answer-unreadable', 'maskinporten-unavailable', 'token-refused'] as const)(
    'is as last seen when Digdir does not serve: %s',
    async (code: ErrorCode) => {
      const { deps, digdir } = world()
      await showClient(deps, at, 'mine')
      digdir.mishap('get', code)
      const shown = await showClient(deps, at, 'mine')
      expect(shown).toMatchObject({ from: 'store', because: code, asOf: null, keys: [{ kid: 'kid-1' }] })
      expect(shown.registration.description).toBe('A')
    },
  )

  test('is the outage itself when nothing was ever seen', async () => {
    const { deps, digdir } = world()
    digdir.mishap('get', 'digdir-unavailable')
    await expect(showClient(deps, at, 'mine')).rejects.toMatchObject({ code: 'digdir-unavailable' })
  })

  test.each([
    ['own access', FAERDER, false],
    ["a supplier's access", KINN, true],
  ] as const)(
    "another organisation's client is not found, exactly as an unknown one: %s",
    async (_, owner, supplies) => {
      const answers = ['theirs', 'unknown', '../clients', 'a b', '', '..'].map((id) =>
        showClient(world(owner, supplies).deps, at, id).catch((error) => ({ ...error, message: error.message })),
      )
      const [first, ...others] = await Promise.all(answers)
      expect(first).toMatchObject({ code: 'not-found' })
      for (const other of others) expect(other).toEqual(first)
    },
  )

  test('an id that could be a path is never sent', async () => {
    const { deps, digdir } = world()
    await expect(showClient(deps, at, '../scopes')).rejects.toMatchObject({ code: 'not-found' })
    expect(digdir.calls).toEqual([])
  })

  test('a deactivated client that Digdir gives in lists only is found there', async () => {
    const { deps, digdir } = world()
    digdir.registrations.set('mine', registration({ client_id: 'mine', active: false }))
    digdir.mishap('get', 'not-found')
    expect(await showClient(deps, at, 'mine')).toMatchObject({ from: 'digdir', registration: { active: false } })
  })

  test('a client without a key set has no keys', async () => {
    const { deps, digdir } = world()
    digdir.mishap('keys', 'not-found')
    expect(await showClient(deps, at, 'mine')).toMatchObject({ keys: [] })
  })

  test('is refused, not guessed, when the admin client may not look', async () => {
    const { deps, digdir } = world()
    await showClient(deps, at, 'mine')
    digdir.mishap('get', 'digdir-forbidden')
    digdir.mishap('list', 'digdir-forbidden')
    await expect(showClient(deps, at, 'mine')).rejects.toMatchObject({ code: 'digdir-forbidden' })
  })
})
