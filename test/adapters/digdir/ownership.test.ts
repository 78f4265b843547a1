import { describe, expect, it } from 'vitest'
import type { createDigdir } from '../../../src/adapters/digdir.ts'
import type { AdminAccess } from '../../../src/domain/client/types.ts'
import { failureOf } from '../peer.ts'
import { CUSTOMER, heardLines, ID, ORGNO, own, publicKey, registration, start, supplying } from './told-digdir.ts'

describe('whose client it is', () => {
  const foreign: [string, AdminAccess, string | null][] = [
    ['own mode, another’s', own, CUSTOMER],
    ['supplier mode, another customer’s', supplying, '310000003'],
    ['supplier mode, the supplier’s own', supplying, ORGNO],
    ['supplier mode, nobody says', supplying, null],
  ]
  it.each(foreign)('%s: as one that does not exist', async (_, access, client_orgno) => {
    const { digdir } = await start(({ path }) => ({
      json: path.includes(ID) ? registration({ client_orgno }) : [registration({ client_orgno })],
    }))
    expect(await failureOf(digdir.get(access, ID))).toMatchObject({ code: 'not-found' })
    expect(await digdir.list(access)).toEqual([])
  })

  const operations: [string, (digdir: ReturnType<typeof createDigdir>, access: AdminAccess) => Promise<unknown>][] = [
    ['deactivate', (digdir, access) => digdir.deactivate(access, ID)],
    ['keys', (digdir, access) => digdir.keys(access, ID)],
    ['replaceKeys', (digdir, access) => digdir.replaceKeys(access, ID, [publicKey])],
    ['removeAllKeys', (digdir, access) => digdir.removeAllKeys(access, ID)],
    ['newSecret', (digdir, access) => digdir.newSecret(access, ID)],
  ]
  it.each(operations)('a supplier’s %s never reaches another customer’s client', async (_, operation) => {
    const { peer, digdir } = await start(() => ({ json: registration({ client_orgno: '310000003' }) }))
    expect(await failureOf(operation(digdir, supplying))).toMatchObject({ code: 'not-found' })
    expect(heardLines(peer.heard)).toEqual([`GET /api/v1/clients/${ID}?inactive=true`])
  })

  it('own mode lists where nobody says whose it is', async () => {
    const { digdir } = await start(() => ({
      json: [registration({ client_orgno: undefined }), registration({ client_orgno: CUSTOMER })],
    }))
    expect(await digdir.list(own)).toHaveLength(1)
  })

  it.each(['', '.', '..', '../scopes', 'a/b', 'a?b=c', 'a b', '%2e%2e', 'x'.repeat(300)])(
    'an id that is none is asked of nobody: %j',
    async (id) => {
      const { peer, digdir } = await start(() => ({ json: registration() }))
      for (const ask of [digdir.get(own, id), digdir.deactivate(own, id), digdir.keys(own, id)])
        expect(await failureOf(ask)).toMatchObject({ code: 'not-found' })
      expect(peer.heard).toHaveLength(0)
    },
  )

  it('an answer about another client than asked for is none', async () => {
    const { digdir } = await start(() => ({ json: registration({ client_id: 'another' }) }))
    expect(await failureOf(digdir.get(own, ID))).toMatchObject({ code: 'not-found' })
  })

  it('nothing is sent with an admin client of another organisation', async () => {
    const { peer, digdir } = await start(() => ({ json: [] }), '310000009')
    expect(await failureOf(digdir.list(own))).toMatchObject({ code: 'internal' })
    expect(await failureOf(digdir.list(supplying))).toMatchObject({ code: 'internal' })
    expect(peer.heard).toHaveLength(0)
  })

  it('the token holds the scopes of the mode', async () => {
    const { wishes, digdir } = await start(() => ({ json: [] }))
    await digdir.list(own)
    await digdir.list(supplying, { inactive: true })
    expect(wishes.map((one) => one.scopes)).toEqual([
      ['idporten:dcr.write', 'idporten:dcr.read'],
      ['idporten:dcr.supplier'],
    ])
  })
})
