import { describe, expect, it } from 'vitest'
import { cut, cutHalfWay, deafAddress, failureOf, type Reply, silence } from '../peer.ts'
import { body, heardLines, ID, ORGNO, own, publicKey, registration, start } from './told-digdir.ts'

describe('lost answers', () => {
  const losses: [string, Reply, string][] = [
    ['a cut', cut, 'digdir-unavailable'],
    ['a cut half-way', cutHalfWay, 'digdir-unavailable'],
    ['silence', silence, 'digdir-unavailable'],
    ['a giant body', (response) => void response.end('x'.repeat(200_000)), 'digdir-answer-unreadable'],
  ]
  it.each(losses)('%s', async (_, reply, code) => {
    const { peer, digdir } = await start(() => reply)
    const failures = await Promise.all([
      failureOf(digdir.create(own, body)),
      failureOf(digdir.newSecret(own, ID)),
      failureOf(digdir.replaceKeys(own, ID, [publicKey])),
      failureOf(digdir.get(own, ID)),
    ])
    expect(failures.map((one) => one.code)).toEqual(['digdir-outcome-unknown', 'digdir-outcome-unknown', code, code])
    const posts = heardLines(peer.heard).filter((line) => line.startsWith('POST'))
    expect(posts.sort()).toEqual([
      'POST /api/v1/clients',
      `POST /api/v1/clients/${ID}/jwks`,
      `POST /api/v1/clients/${ID}/secret`,
    ])
  })

  it('a refused connection is known to have made nothing', async () => {
    const { digdir } = await start(() => ({}), ORGNO, await deafAddress())
    expect(await failureOf(digdir.create(own, body))).toMatchObject({ code: 'digdir-unavailable' })
    expect(await failureOf(digdir.list(own))).toMatchObject({ code: 'digdir-unavailable' })
  })

  it('a deactivation whose first answer was lost has succeeded when the client turns out inactive', async () => {
    for (const status of [404, 409]) {
      const { peer, digdir } = await start(({ method }, nth) => {
        if (method === 'GET') return { json: registration({ active: false }) }
        return nth === 1 ? cut : { status, json: { correlation_id: 'c-2' } }
      })
      expect(await digdir.deactivate(own, ID)).toEqual({ correlationId: 'c-2' })
      expect(peer.heard).toHaveLength(3)
    }
    const { digdir } = await start(({ method }) => (method === 'GET' ? { json: registration() } : { status: 409 }))
    expect(await failureOf(digdir.deactivate(own, ID))).toMatchObject({ code: 'digdir-conflict' })
  })
})
