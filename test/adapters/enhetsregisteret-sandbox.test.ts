import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../sandbox/clock.ts'
import { createEnhetsregisteret as startRegister } from '../../sandbox/enhetsregisteret/enhetsregisteret.ts'
import { invented } from '../../sandbox/enhetsregisteret/invented-units.ts'
import { createEnhetsregisteret, registerPatience } from '../../src/adapters/enhetsregisteret.ts'
import { createHttp } from '../../src/adapters/http.ts'
import { type Enhetsregisteret, namesPerson, usableAs } from '../../src/domain/belonging/register-unit.ts'

let simulator: Awaited<ReturnType<typeof startRegister>>
let register: Enhetsregisteret
const http = createHttp({ ...registerPatience, retryWaitMs: 1 })

beforeAll(async () => {
  simulator = await startRegister({ clock: systemClock })
  register = createEnhetsregisteret({ http, url: simulator.url, now: systemClock.now })
})
afterAll(async () => {
  await http.close()
  await simulator.close()
})

describe('the cases of the register, each as one of its units', () => {
  it.each([
    ['supplier', { use: 'ok' }],
    ['soleTrader', { use: 'ok' }],
    ['mainUnit', { use: 'ok' }],
    ['bankrupt', { use: 'warn', reason: 'bankrupt' }],
    ['windingUp', { use: 'warn', reason: 'winding-up' }],
    ['forcedWindingUp', { use: 'warn', reason: 'winding-up' }],
    ['deleted', { use: 'block', reason: 'deleted' }],
    ['removed', { use: 'block', reason: 'removed' }],
    ['firstSubUnit', { use: 'block', reason: 'sub-unit', instead: invented.mainUnit }],
    ['deletedSubUnit', { use: 'block', reason: 'deleted' }],
    // all invented numbers are synthetic
    ['unknown', { use: 'warn', reason: 'synthetic' }],
  ] as const)('%s', async (name, use) => {
    expect(usableAs(await register.byNumber(invented[name]))).toEqual(use)
  })

  it('says whose name is a person’s', async () => {
    const found = await register.byNumber(invented.soleTrader)
    expect(found.found === 'unit' && namesPerson(found.unit)).toBe(true)
  })

  it('is found by name, and its page by page', async () => {
    const named = await register.search('herøy')
    const municipalities = named === 'unknown' ? [] : named.units.filter(({ form }) => form === 'KOMM')
    expect(new Set(municipalities.map(({ number }) => number)).size).toBe(2)
    const first = await register.search('kommune')
    const second = await register.search('kommune', 1)
    if (first === 'unknown' || second === 'unknown') return expect.fail('the register answers')
    expect(first.units).toHaveLength(10)
    expect(first.total).toBeGreaterThan(300)
    expect(new Set([...first.units, ...second.units].map((one) => one.number)).size).toBe(20)
    expect(await register.search('xyzzy')).toEqual({ units: [], total: 0 })
  })

  it('may be down', async () => {
    simulator.faults.add({ fault: { kind: 'status', status: 503 } })
    await expect(register.look()).rejects.toMatchObject({ code: 'register-unavailable' })
    expect(await register.byNumber(invented.secondSubUnit)).toMatchObject({ found: 'unknown', reason: 'faulty' })
    expect(await register.search('våler')).toBe('unknown')
    expect(await register.byNumber(invented.supplier)).toMatchObject({ found: 'unit' })
    simulator.faults.clear()
    await register.look()
  })
})
