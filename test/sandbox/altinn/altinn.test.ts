import { describe, expect, it } from 'vitest'
import type { DelegationWish } from '../../../sandbox/altinn/altinn.ts'
import { organisations, people } from '../../../sandbox/world.ts'
import { BANK, office, SUPPLIER } from '../brreg/office.ts'

const FULL = 'brreg:reelle/rapporteringspliktig'
const PUBLIC = 'brreg:reelle/offentlig'
const KYSTVERDI = organisations.kystverdi.organisation_number
const { pid: henrik = '' } = people.henrik
const inProd: DelegationWish = { environment: 'prod', as: henrik, from: BANK, to: SUPPLIER, scope: FULL }

/** An office where brreg has made a fictional customer for the supplier. */
const withFictional = async () => {
  const desk = await office()
  const { made } = await desk.brreg.deliver((await desk.order('fictional')).id)
  const from = made?.enterprise?.number ?? ''
  const wish: DelegationWish = { environment: 'test', as: made?.person.pid ?? '', from, to: SUPPLIER, scope: FULL }
  return { ...desk, from, wish }
}

describe('a delegation', () => {
  it('is known to the registry of its environment alone, until it is removed', async () => {
    const { altinn, registries } = await office()
    const asked = { from: BANK, to: SUPPLIER, scope: FULL }
    altinn.delegate(inProd)
    expect([registries.prod.hasDelegated(asked), registries.test.hasDelegated(asked)]).toEqual([true, false])
    altinn.remove(inProd)
    expect(registries.prod.hasDelegated(asked)).toBe(false)
    expect(() => altinn.remove(inProd)).toThrow('is not delegated')
  })

  it('is made in TT02 by the fictional person, for one form at a time', async () => {
    const { altinn, registries, from, wish } = await withFictional()
    const made = altinn.delegate(wish)
    expect(altinn.delegate(wish)).toEqual(made)
    expect(altinn.delegations({ environment: 'test', from })).toEqual([made])
    expect(registries.test.hasDelegated({ from, to: SUPPLIER, scope: FULL })).toBe(true)
    expect(registries.test.hasDelegated({ from, to: SUPPLIER, scope: PUBLIC })).toBe(false)
    altinn.delegate({ ...wish, scope: PUBLIC })
    altinn.remove(wish)
    expect(altinn.delegations().map(({ scope }) => scope)).toEqual([PUBLIC])
  })

  it('may come before the scope was given', async () => {
    const { altinn, registries } = await office()
    expect(registries.prod.access(FULL, BANK)).toBeUndefined()
    altinn.delegate(inProd)
    expect(altinn.delegations({ from: BANK })).toHaveLength(1)
  })

  it.each([
    ['by nobody', { as: '01819010001' }, 'Nobody in Altinn has that'],
    [
      'by somebody who represents nobody',
      { as: people.cecilie.pid ?? '' },
      'Cecilie Hauge does not represent 310000043',
    ],
    ['by somebody of another company', { as: people.astrid.pid ?? '' }, 'Astrid Nesse does not represent'],
    ['for another company', { from: KYSTVERDI }, 'Henrik Løvås does not represent 310000019'],
    ['to itself', { to: BANK }, 'cannot delegate to itself'],
    ['to a number that nobody has', { to: '310000078' }, 'no enterprise 310000078 in Altinn'],
    ['to a company that is deleted', { to: '311000055' }, 'no enterprise 311000055'],
    ['to a part of a company', { to: '311000101' }, 'no enterprise 311000101'],
    ['of a scope without a form', { scope: 'ks:fiks' as typeof FULL }, 'ks:fiks has no delegation form'],
  ])('is refused %s', async (_name, over, words) => {
    const { altinn } = await office()
    expect(() => altinn.delegate({ ...inProd, ...over })).toThrow(words)
    expect(altinn.delegations()).toEqual([])
  })

  it('is refused in TT02 to those who live in production, for those whom brreg has not read in, and the other way', async () => {
    const { altinn, wish } = await withFictional()
    expect(() => altinn.delegate({ ...wish, as: henrik })).toThrow('Nobody in TT02')
    expect(() => altinn.delegate({ ...wish, to: KYSTVERDI })).toThrow('in TT02: brreg has not read it in')
    expect(() => altinn.delegate({ ...wish, environment: 'prod' })).toThrow('Nobody in Altinn')
  })

  it('can be removed by those who may make it alone', async () => {
    const { altinn } = await office()
    altinn.delegate(inProd)
    expect(() => altinn.remove({ ...inProd, as: people.astrid.pid ?? '' })).toThrow('does not represent')
    expect(altinn.delegations()).toHaveLength(1)
  })
})

it('the customer’s fictional person represents it in TT02', async () => {
  const desk = await office()
  await desk.brreg.confirm((await desk.order('direct')).id, { scope: FULL })
  const { made } = await desk.brreg.deliver((await desk.order('existing')).id)
  const as = made?.person.pid ?? ''
  expect(desk.altinn.person('test', as).represents).toEqual([BANK])
  expect(desk.altinn.enterprise('test', BANK)?.name).toBe('EKSEMPELBANKEN ASA')
  desk.altinn.delegate({ ...inProd, environment: 'test', as })
  expect(desk.registries.test.hasDelegated({ from: BANK, to: SUPPLIER, scope: FULL })).toBe(true)
  expect(desk.registries.prod.hasDelegated({ from: BANK, to: SUPPLIER, scope: FULL })).toBe(false)
})
