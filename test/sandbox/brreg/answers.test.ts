import { describe, expect, it } from 'vitest'
import { registerScopes } from '../../../sandbox/brreg/scopes.ts'
import { isSyntheticPid } from '../../../sandbox/idporten/pid.ts'
import { people } from '../../../sandbox/world.ts'
import { BANK, office, orderText, SUPPLIER, scopesAt } from './office.ts'

const FULL = 'brreg:reelle/rapporteringspliktig'
const PUBLIC = 'brreg:reelle/offentlig'
const sindre = people.sindre.email ?? ''

describe('an answer', () => {
  it('comes by real mail to who asked and with a copy to whom the order had one, in the order’s thread', async () => {
    const desk = await office()
    const { id } = await desk.order('direct', {}, { cc: 'arkiv@eksempelbanken.example' })
    await desk.brreg.askForMore(id)
    const mail = desk.answered()
    expect(mail).toMatchObject({
      from: { name: 'Brønnøysundregistrene', address: 'opendata@brreg.no' },
      to: [{ name: 'Sindre Kvam', address: sindre }],
      cc: [{ address: 'arkiv@eksempelbanken.example' }],
      envelope: { from: 'opendata@brreg.no', to: [sindre, 'arkiv@eksempelbanken.example'] },
      references: ['<order-1@portvakt.example>'],
      problems: [],
    })
    expect(mail?.subject).toMatch(/^(SV|Re): Bestilling av tilgang/)
    expect(mail?.messageId).toMatch(/@brreg\.no>$/)
    expect(desk.brreg.order(id).letters.map(({ way }) => way)).toEqual(['in', 'out'])
  })
})

describe('direct access', () => {
  it.each([
    ['test', [FULL], []],
    ['prod', [], [FULL]],
    ['both', [FULL], [FULL]],
    [undefined, [FULL], [FULL]],
  ] as const)('is given in %s', async (environments, test, prod) => {
    const desk = await office()
    const { id } = await desk.order('direct')
    const done = await desk.brreg.confirm(id, { scope: FULL, ...(environments ? { environments } : {}) })
    expect(done.state).toBe('confirmed')
    expect([scopesAt(desk, 'test', BANK), scopesAt(desk, 'prod', BANK)]).toEqual([test, prod])
    expect(desk.answered()?.text).toContain(FULL)
  })

  it.each(registerScopes)('is told with %s', async (scope) => {
    const desk = await office()
    const { id } = await desk.order('direct')
    await desk.brreg.confirm(id, { scope })
    expect(desk.answered()?.text).toContain(scope)
    expect(scopesAt(desk, 'test', BANK)).toEqual([scope])
  })

  it('comes for production later, and a scope given by mistake is put right', async () => {
    const desk = await office()
    const { id } = await desk.order('direct')
    await desk.brreg.confirm(id, { scope: PUBLIC, environments: 'test' })
    await desk.brreg.confirm(id, { scope: FULL, environments: 'test' })
    expect(scopesAt(desk, 'test', BANK)).toEqual([FULL])
    expect(desk.answered()?.text).toMatch(/retting/i)
    const done = await desk.brreg.confirm(id, { scope: FULL, environments: 'prod' })
    expect(desk.answered()?.text).not.toMatch(/retting/i)
    expect(done.granted).toEqual({ test: FULL, prod: FULL })
  })

  it('may be told with another scope than was given', async () => {
    const desk = await office()
    const { id } = await desk.order('direct')
    await desk.brreg.confirm(id, { scope: FULL, written: PUBLIC })
    expect(desk.answered()?.text).toContain(PUBLIC)
    expect(scopesAt(desk, 'test', BANK)).toEqual([FULL])
  })

  it('is refused with nothing given', async () => {
    const desk = await office()
    const { id } = await desk.order('direct')
    expect((await desk.brreg.refuse(id)).state).toBe('refused')
    expect(scopesAt(desk, 'test', BANK)).toEqual([])
    expect(desk.answered()?.text).toContain('kan derfor ikke gi tilgang')
  })
})

describe('a fictional customer', () => {
  it('is made in TT02 with a person and a scope, and told', async () => {
    const desk = await office()
    const { id } = await desk.order('fictional')
    const { state, made, granted } = await desk.brreg.deliver(id, { scope: PUBLIC })
    expect({ state, granted }).toEqual({ state: 'delivered', granted: { test: PUBLIC } })
    const { enterprise, person } = made ?? {}
    const { tt02 } = desk.altinn
    expect(tt02.enterprises()).toEqual([
      { number: SUPPLIER, name: 'FJELLKODE SYSTEMER AS', fictional: false },
      { ...enterprise, fictional: true },
    ])
    expect(tt02.persons()).toEqual([{ ...person, represents: [enterprise?.number] }])
    expect(isSyntheticPid(person?.pid ?? '')).toBe(true)
    expect(scopesAt(desk, 'test', enterprise?.number ?? '')).toEqual([PUBLIC])
    expect(scopesAt(desk, 'prod', enterprise?.number ?? '')).toEqual([])
    expect(scopesAt(desk, 'test', SUPPLIER)).toEqual([])
    const text = desk.answered()?.text.replace(/(?<=\d) (?=\d)/g, '') ?? ''
    for (const word of [enterprise?.number, enterprise?.name, person?.pid, person?.name, PUBLIC])
      expect(text).toContain(word)
  })

  it('is another one for each order, and the same when it is told again', async () => {
    const desk = await office()
    const first = await desk.brreg.deliver((await desk.order('fictional')).id)
    const again = await desk.brreg.deliver(first.id)
    expect(again.made).toEqual(first.made)
    const other = await desk.order('fictional', { supplier_organisation_number: BANK })
    const second = await desk.brreg.deliver(other.id)
    expect(second.made?.enterprise?.number).not.toBe(first.made?.enterprise?.number)
    expect(second.made?.person.pid).not.toBe(first.made?.person.pid)
    expect(desk.altinn.tt02.persons()).toHaveLength(2)
  })

  it.each([
    ['that the order names', 'Kundene får brreg:reelle/media', 'brreg:reelle/media'],
    ['that most have, where it names none', '', FULL],
  ])('gets the scope %s unless another is chosen', async (_name, remark, scope) => {
    const desk = await office()
    const { id } = await desk.order('fictional', {}, { text: `${orderText('fictional')}\n${remark}` })
    expect((await desk.brreg.deliver(id)).granted).toEqual({ test: scope })
  })

  it('can be made for an order that lacks a contact, but not for one without a number', async () => {
    const desk = await office()
    await desk.brreg.deliver((await desk.order('fictional', { supplier_test_contact_phone: null })).id)
    const { id } = await desk.order('fictional', { supplier_organisation_number: null })
    await expect(desk.brreg.deliver(id)).rejects.toThrow('no organisation number')
    expect(desk.brreg.order(id)).toMatchObject({ state: 'received', made: null })
  })
})

describe('an existing customer', () => {
  it('has no scope to hang it on before its own order is confirmed', async () => {
    const desk = await office()
    const { id } = await desk.order('existing')
    expect(desk.brreg.grounds(id)).toMatchObject({ about: 'no-scope', customerScopes: [] })
    await expect(desk.brreg.deliver(id)).rejects.toThrow(/EKSEMPELBANKEN ASA has not been given a scope in test/)
    expect(desk.altinn.tt02.enterprises()).toEqual([])
    await desk.brreg.askForMore(id)
    expect(desk.answered()?.text).toContain('Kunden må selv bestille tilgang')

    const own = await desk.order('direct')
    await desk.brreg.confirm(own.id, { scope: FULL, environments: 'prod' })
    await expect(desk.brreg.deliver(id)).rejects.toThrow('in test')
    await desk.brreg.confirm(own.id, { scope: FULL })
    expect(desk.brreg.grounds(id)).toMatchObject({ obstacle: null, customerScopes: [FULL] })
    const { made, granted } = await desk.brreg.deliver(id)
    expect(granted).toEqual({})
    expect(made?.enterprise).toBe(null)
    expect(desk.altinn.tt02.enterprises().map(({ number, fictional }) => [number, fictional])).toEqual([
      [SUPPLIER, false],
      [BANK, false],
    ])
    expect(desk.altinn.tt02.persons()).toEqual([{ ...made?.person, represents: [BANK] }])
    const text = desk.answered()?.text ?? ''
    expect(text.replace(/(?<=\d) (?=\d)/g, '')).toContain(made?.person.pid)
    // the supplier asks the customer for the scope (brreg.md 7, trap 10)
    expect(text).not.toContain(FULL)
  })

  it('cannot be the supplier', async () => {
    const desk = await office()
    const { id } = await desk.order('existing', { customer_organisation_number: SUPPLIER })
    await expect(desk.brreg.deliver(id)).rejects.toThrow('are the same')
  })

  it('is what an order without a customer and without the sentence is taken for', async () => {
    const desk = await office()
    const { id, kind, missing } = await desk.order('fictional', { sentence: null })
    expect([kind, missing.includes('Kundens organisasjonsnummer')]).toEqual(['existing', true])
    await expect(desk.brreg.deliver(id)).rejects.toThrow('names no customer')
    await desk.brreg.askForMore(id)
    expect(desk.answered()?.text).toMatch(/Kundens organisasjonsnummer[\s\S]*fiktiv virksomhet, må det stå uttrykkelig/)
  })
})

describe('what the officer decides', () => {
  it('begins the mail with own words', async () => {
    const desk = await office()
    const { id } = await desk.order('direct')
    await desk.brreg.refuse(id, { words: '  Dette ble dessverre et nei.  ' })
    expect(desk.answered()?.text).toMatch(/Hei, Sindre\.\s+Dette ble dessverre et nei\.\s+Vi har vurdert/)
  })

  it('is written in three ways, by turns', async () => {
    const desk = await office()
    const texts: string[] = []
    for (const number of ['310000019', '310000027', '310000035']) {
      const { id } = await desk.order('direct', { organisation_number: number })
      await desk.brreg.confirm(id, { scope: FULL })
      texts.push(desk.answered()?.text ?? '')
    }
    expect(texts[0]).toContain('Scope i Maskinporten: brreg:reelle')
    expect(texts[1]).toMatch(/ - scope brreg:reelle[\s\S]*skrev Portvakt:\n> Hei,/)
    expect(texts[2]).toMatch(/SCOPE I MASKINPORTEN {2,}brreg:reelle/)
    expect(desk.answered()?.html).toContain('<th align="left">Scope i Maskinporten</th>')
  })

  it('can be silence, and an answer later', async () => {
    const desk = await office()
    const { id } = await desk.order('direct')
    expect((await desk.brreg.staySilent(id)).state).toBe('silent')
    expect(desk.answered()).toBeUndefined()
    expect((await desk.brreg.confirm(id, { scope: FULL })).state).toBe('confirmed')
  })

  it('can be that the mail comes back, of brreg’s address alone and to the envelope’s sender', async () => {
    const desk = await office()
    const { id } = await desk.order('direct')
    expect((await desk.brreg.bounce(id)).state).toBe('bounced')
    const report = desk.mailbox.mails().at(-1)
    expect(report).toMatchObject({ envelope: { from: '', to: ['retur+D1@portvakt.example'] }, problems: [] })
    const raw = report?.raw.toString('latin1') ?? ''
    expect(raw).toContain('Final-Recipient: rfc822; opendata@brreg.no\r\n')
    expect(raw).toContain('Status: 5.1.1\r\n')
    expect(raw).toContain('Message-ID: <order-1@portvakt.example>')
    expect(raw).not.toContain(`Final-Recipient: rfc822; ${sindre}`)
    // sent once more it is a new order, and no repetition of one that brreg never saw
    expect(await desk.order('direct')).toMatchObject({ id: 'BR-2', repeats: null, state: 'received' })
  })

  it('goes wrong with the mail, and can be tried again without anything being made twice', async () => {
    const desk = await office()
    const { id } = await desk.order('fictional')
    desk.mailbox.faults.add({ to: sindre, times: 1, fault: { kind: 'refuse', at: 'data', code: 451 } })
    await expect(desk.brreg.deliver(id)).rejects.toThrow(/not taken .*451/)
    expect(desk.brreg.order(id)).toMatchObject({ state: 'received', letters: [{ way: 'in' }] })
    const { state, letters } = await desk.brreg.deliver(id)
    expect([state, letters.length, desk.altinn.tt02.persons().length]).toEqual(['delivered', 2, 1])
  })

  it('is not taken twice at once', async () => {
    const desk = await office()
    const { id } = await desk.order('direct')
    const both = await Promise.allSettled([desk.brreg.refuse(id), desk.brreg.confirm(id, { scope: FULL })])
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(scopesAt(desk, 'test', BANK)).toEqual([])
  })
})

describe('an order that was answered', () => {
  it.each(['refuse', 'bounce'] as const)('by “%s” takes no other answer', async (how) => {
    const desk = await office()
    const { id } = await desk.order('direct')
    await desk.brreg.answer(id, { kind: how })
    for (const kind of ['ask', 'refuse', 'silent', 'bounce', 'already', 'let-go'] as const)
      await expect(desk.brreg.answer(id, { kind })).rejects.toThrow('is no answer')
    await expect(desk.brreg.confirm(id, { scope: FULL })).rejects.toThrow('is no answer')
  })

  it.each([
    ['direct', 'deliver'],
    ['fictional', 'confirm'],
    ['existing', 'confirm'],
  ] as const)('of kind %s is never answered by “%s”', async (kind, answer) => {
    const desk = await office()
    const { id } = await desk.order(kind)
    await expect(desk.brreg.answer(id, { kind: answer, scope: FULL })).rejects.toThrow('is no answer')
  })

  it('is unknown by any other id', async () => {
    const { brreg } = await office()
    await expect(brreg.refuse('BR-9')).rejects.toThrow('no order BR-9')
  })
})
