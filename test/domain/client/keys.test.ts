import { describe, expect, test } from 'vitest'
import { applyChange } from '../../../src/domain/apply-change.ts'
import { beginChange } from '../../../src/domain/begin-change.ts'
import type { ChangeKind } from '../../../src/domain/change-kind.ts'
import { addKey } from '../../../src/domain/client/add-key.ts'
import { clientKinds } from '../../../src/domain/client/client-kinds.ts'
import { toPost } from '../../../src/domain/client/key-set.ts'
import { newSecret } from '../../../src/domain/client/new-secret.ts'
import { removeKey } from '../../../src/domain/client/remove-key.ts'
import type { RegisteredKey } from '../../../src/domain/client/types.ts'
import { createTurns } from '../../../src/domain/turns.ts'
import { clientWorld, FAERDER, KINN, publicKey, registration } from '../../helpers/client-world.ts'

const registered = (kid: string, seed = kid): RegisteredKey => {
  const jwk = publicKey(kid, seed)
  return { kid, kty: 'RSA', alg: 'RS256', use: 'sig', exp: 5, jwk }
}

const world = (kids: string[], over = {}) => {
  const made = clientWorld()
  made.digdir.registrations.set('mine', registration({ client_id: 'mine', ...over }))
  made.digdir.keySets.set(
    'mine',
    kids.map((kid) => registered(kid)),
  )
  let asked = 0
  const run = async <P, R>(kind: ChangeKind<P, R>, payload: P, deps = made.deps) => {
    asked += 1
    const { change } = await beginChange(deps, kind, made.asked(payload), `once-${asked}`)
    return applyChange(deps, clientKinds, change.id, made.belonging)
  }
  const kids_ = () => made.digdir.keySets.get('mine')?.map((each) => each.kid)
  return { ...made, run, kids: kids_ }
}
const add = (kid: string, seed = kid) => ({ clientId: 'mine', key: publicKey(kid, seed) })

describe('adding a key', () => {
  test('keeps those that are there, and saves the set', async () => {
    const { run, kids, deps, store } = world(['a', 'b'])
    expect(await run(addKey, add('c'))).toMatchObject({
      state: 'done',
      change: { result: { kid: 'c', renewed: false } },
      keys: [{ kid: 'a' }, { kid: 'b' }, { kid: 'c' }],
    })
    expect(kids()).toEqual(['a', 'b', 'c'])
    expect(await deps.store.registrationKeys(FAERDER, 'test', 'mine')).toHaveLength(3)
    expect(store.audit.at(-1)).toMatchObject({
      action: 'key.add',
      outcome: 'done',
      subject: 'client:mine',
      correlationId: 'cor-keys',
      values: { before: [{ kid: 'a' }, { kid: 'b' }], after: [{ kid: 'a' }, { kid: 'b' }, { kid: 'c' }] },
    })
  })

  test('the same key again renews it under the name it has', async () => {
    const { run, digdir, kids } = world(['a', 'b'])
    const outcome = await run(addKey, add('another-name', 'a'))
    expect(outcome).toMatchObject({ state: 'done', change: { result: { kid: 'a', renewed: true } } })
    expect(kids()).toEqual(['a', 'b'])
    expect(digdir.keySets.get('mine')?.[0]?.exp).toBeGreaterThan(5)
  })

  test('a sixth is refused before anything is sent, renewing one of five is fine', async () => {
    const five = world(['a', 'b', 'c', 'd', 'e'])
    expect(await five.run(addKey, add('f'))).toMatchObject({ state: 'failed', failure: { code: 'too-many-keys' } })
    expect(five.digdir.count('replaceKeys')).toBe(0)
    expect(await five.run(addKey, add('e'))).toMatchObject({ state: 'done' })
  })

  test('a kid that another key has is refused at the field', async () => {
    const { run, kids } = world(['a'])
    expect(await run(addKey, add('a', 'other'))).toMatchObject({
      state: 'failed',
      failure: { code: 'kid-taken' },
    })
    expect(kids()).toEqual(['a'])
  })

  test('many at once in this process: every key is there', async () => {
    const { run, kids } = world(['a'])
    await Promise.all(['b', 'c', 'd', 'e'].map((kid) => run(addKey, add(kid))))
    expect(kids()?.sort()).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  test('two processes at once: whoever was overwritten tries anew', async () => {
    const { run, kids, deps } = world(['a'])
    const other = { ...deps, turns: createTurns() }
    const both = await Promise.all([run(addKey, add('b')), run(addKey, add('c'), other)])
    expect(both.map((each) => each.state)).toEqual(['done', 'done'])
    expect(kids()?.sort()).toEqual(['a', 'b', 'c'])
  })

  test('somebody who overwrites it each time is told of, not fought for ever', async () => {
    const { run, digdir } = world([])
    const replace = digdir.digdir.replaceKeys
    digdir.digdir.replaceKeys = async (...args) => {
      const answer = await replace(...args)
      digdir.keySets.set('mine', [registered('theirs')])
      return answer
    }
    expect(await run(addKey, add('b'))).toMatchObject({ state: 'failed', failure: { code: 'digdir-conflict' } })
    expect(digdir.count('replaceKeys')).toBe(3)
  })

  test('a lost answer is looked up', async () => {
    const { run, digdir, kids } = world(['a'])
    digdir.mishap('replaceKeys', 'digdir-outcome-unknown', { after: true })
    expect(await run(addKey, add('b'))).toMatchObject({ state: 'done' })
    digdir.mishap('replaceKeys', 'digdir-outcome-unknown')
    expect(await run(addKey, add('c'))).toMatchObject({ state: 'unknown' })
    expect(kids()).toEqual(['a', 'b'])
  })

  test('a lost renewal stays unknown, since the set looks the same; repeating it ends it', async () => {
    const { run, digdir } = world(['a'])
    digdir.mishap('replaceKeys', 'digdir-outcome-unknown')
    expect(await run(addKey, add('a'))).toMatchObject({ state: 'unknown' })
    expect(await run(addKey, add('a'))).toMatchObject({ state: 'done', change: { result: { renewed: true } } })
  })

  test('a client that has no key set yet gets one', async () => {
    const { run, digdir, kids } = world([])
    digdir.mishap('keys', 'not-found')
    expect(await run(addKey, add('a'))).toMatchObject({ state: 'done' })
    expect(kids()).toEqual(['a'])
  })

  test.each([
    ['client-inactive', { active: false }],
    ['not-found', { client_orgno: KINN }],
  ])('%s: nothing is sent', async (code, over) => {
    const { run, digdir } = world(['a'], over)
    for (const outcome of [await run(addKey, add('b')), await run(removeKey, { clientId: 'mine', kid: 'a' })]) {
      expect(outcome).toMatchObject({ state: 'failed', failure: { code } })
    }
    expect(digdir.count('replaceKeys') + digdir.count('removeAllKeys')).toBe(0)
  })

  test('a payload with a private member is refused before it is written', async () => {
    const { run, store } = world([])
    const payload = { clientId: 'mine', key: { ...publicKey('a'), d: 'hemmelig' } }
    await expect(run(addKey, payload)).rejects.toMatchObject({ code: 'bad-input' })
    expect(store.everything()).not.toContain('hemmelig')
  })
})

describe('a key that is posted again', () => {
  test('has use and alg, keeps its certificate, and nothing private or of the answer', () => {
    const jwk = { ...publicKey('a'), x5c: ['MIIB'], exp: 5, d: 'hemmelig', note: 'x' }
    expect(toPost({ kid: 'a', kty: 'RSA', alg: null, use: null, exp: 5, jwk })).toEqual({
      ...publicKey('a'),
      x5c: ['MIIB'],
    })
  })
})

describe('removing a key', () => {
  test('leaves the others', async () => {
    const { run, kids } = world(['a', 'b', 'c'])
    expect(await run(removeKey, { clientId: 'mine', kid: 'b' })).toMatchObject({
      state: 'done',
      keys: [{ kid: 'a' }, { kid: 'c' }],
    })
    expect(kids()).toEqual(['a', 'c'])
  })

  test('the last one goes by deleting the set', async () => {
    const { run, digdir, store } = world(['a'])
    expect(await run(removeKey, { clientId: 'mine', kid: 'a' })).toMatchObject({ state: 'done', keys: [] })
    expect(digdir.count('removeAllKeys')).toBe(1)
    expect(digdir.count('replaceKeys')).toBe(0)
    expect(store.audit.at(-1)).toMatchObject({ action: 'key.remove', correlationId: 'cor-no-keys' })
  })

  test('one that is gone already is done, and nothing is sent', async () => {
    const { run, digdir } = world(['a'])
    expect(await run(removeKey, { clientId: 'mine', kid: 'b' })).toMatchObject({ state: 'done', keys: [{ kid: 'a' }] })
    expect(digdir.count('replaceKeys')).toBe(0)
  })

  test('a lost answer is looked up', async () => {
    const { run, digdir, kids } = world(['a', 'b'])
    digdir.mishap('replaceKeys', 'digdir-outcome-unknown', { after: true })
    expect(await run(removeKey, { clientId: 'mine', kid: 'a' })).toMatchObject({ state: 'done' })
    digdir.mishap('removeAllKeys', 'digdir-outcome-unknown')
    expect(await run(removeKey, { clientId: 'mine', kid: 'b' })).toMatchObject({ state: 'unknown' })
    expect(kids()).toEqual(['b'])
  })

  test('adding and removing at once leaves what both meant', async () => {
    const { run, kids } = world(['a', 'b'])
    await Promise.all([run(addKey, add('c')), run(removeKey, { clientId: 'mine', kid: 'a' })])
    expect(kids()).toEqual(['b', 'c'])
  })
})

describe('a new secret', () => {
  test('is in the outcome and nowhere else', async () => {
    const { run, store } = world([], { token_endpoint_auth_method: 'client_secret_post' })
    expect(await run(newSecret, { clientId: 'mine' })).toMatchObject({ state: 'done', secret: 'new-secret-of-mine' })
    expect(store.everything()).not.toContain('new-secret-of')
    expect(store.audit.at(-1)).toMatchObject({ action: 'secret.new', outcome: 'done', correlationId: 'cor-secret' })
  })

  test('is nothing for a client with keys', async () => {
    const { run, digdir } = world([])
    expect(await run(newSecret, { clientId: 'mine' })).toMatchObject({
      state: 'failed',
      failure: { code: 'secret-not-used' },
    })
    expect(digdir.count('newSecret')).toBe(0)
  })
})
