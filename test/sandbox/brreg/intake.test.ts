import { describe, expect, it } from 'vitest'
import { createBrreg } from '../../../sandbox/brreg/brreg.ts'
import { createRegistry } from '../../../sandbox/digdir/registry.ts'
import { seedScopes } from '../../../sandbox/digdir/seed.ts'
import { people } from '../../../sandbox/world.ts'
import { BANK, office, orderText, SUPPLIER, scopesAt } from './office.ts'

const FULL = 'brreg:reelle/rapporteringspliktig'

describe('what comes to the desk', () => {
  it('is an order, whoever the mail is from in its header', async () => {
    const desk = await office()
    expect(await desk.order('direct')).toMatchObject({
      id: 'BR-1',
      kind: 'direct',
      state: 'received',
      repeats: null,
      withdrawal: false,
      suggested: FULL,
      replyTo: [{ name: 'Sindre Kvam', address: people.sindre.email }],
      cc: [],
      letters: [{ way: 'in', subject: 'Bestilling av tilgang', messageId: '<order-1@portvakt.example>' }],
    })
  })

  it('is answered to its author where no other address is wanted', async () => {
    const desk = await office()
    const { replyTo, cc } = await desk.order(
      'direct',
      {},
      {
        replyTo: undefined,
        from: 'Berit <berit@bank.example>',
        cc: ['opendata@brreg.no', 'berit@bank.example', 'x@bank.example'],
      },
    )
    expect([replyTo, cc]).toEqual([
      [{ name: 'Berit', address: 'berit@bank.example' }],
      [{ name: '', address: 'x@bank.example' }],
    ])
  })

  it('is read in HTML too', async () => {
    const desk = await office()
    const html = `<p>${orderText('fictional').replaceAll('\n', '<br>')}</p>`
    expect(await desk.order('fictional', {}, { text: undefined, html })).toMatchObject({
      kind: 'fictional',
      missing: [],
    })
  })

  it.each([
    ['for somebody else', { envelope: { from: 'a@b.example', to: ['opendata@brreg.example'] } }],
    ['that no one sent', { envelope: { from: '', to: ['opendata@brreg.no'] } }],
    ['that a program sent by itself', { headers: { 'auto-submitted': 'auto-generated' } }],
  ])('is no mail %s', async (_name, more) => {
    const desk = await office()
    await desk.mail({ text: orderText('direct'), ...more })
    await desk.order('direct')
    expect(desk.brreg.orders()).toHaveLength(1)
  })

  it('may be nothing that the desk can read, and is asked about', async () => {
    const desk = await office()
    const { id, kind } = await desk.order('direct', {}, { text: 'Hei, kan vi få tilgang?' })
    expect([kind, desk.brreg.grounds(id).obstacle]).toEqual([null, 'What is ordered cannot be read out of the mail'])
    await desk.brreg.askForMore(id)
    expect(desk.answered()?.text).toContain('Takk for bestillingen')
  })
})

describe('a mail in the thread of an order', () => {
  it('is its answer: what was missing is there, and it is the desk’s turn again', async () => {
    const desk = await office()
    const { id, missing } = await desk.order('direct', { production_contact_phone: null })
    await desk.brreg.askForMore(id)
    expect(desk.answered()?.text).toContain(`- ${missing[0]}`)
    expect(desk.brreg.order(id).state).toBe('asked')
    await desk.mail({
      inReplyTo: desk.answered()?.messageId,
      text: `Telefonnummer til produksjonsansvarlig: 22 00 00 00\n\n> ${orderText('direct').replaceAll('\n', '\n> ')}`,
    })
    const { missing: left, letters } = await desk.brreg.until(({ state }) => state === 'received')
    expect([left, letters.map(({ way }) => way)]).toEqual([[], ['in', 'out', 'in']])
    await desk.brreg.confirm(id, { scope: FULL })
    expect(desk.answered()?.references).toHaveLength(3)
  })

  it('opens a refused order again', async () => {
    const desk = await office()
    const { id } = await desk.order('direct')
    await desk.brreg.refuse(id)
    await desk.mail({ references: '<order-1@portvakt.example>', text: 'Vi mener at bokstav b gjelder oss.' })
    await desk.brreg.until(({ state }) => state === 'received')
    expect((await desk.brreg.confirm(id, { scope: FULL })).state).toBe('confirmed')
  })

  it('may come from whoever has taken over, who gets the answer', async () => {
    const desk = await office()
    const { id } = await desk.order('direct')
    const text = 'Fra nå av følger Grace Okoro opp bestillingen hos oss. Send svar dit.'
    await desk.mail({ references: '<order-1@portvakt.example>', replyTo: people.grace.email ?? '', cc: [], text })
    await desk.brreg.until(({ letters }) => letters.length === 2)
    await desk.brreg.refuse(id)
    expect(desk.answered()?.envelope.to).toEqual([people.grace.email])
  })

  it('leaves what was given as it is', async () => {
    const desk = await office()
    const { id } = await desk.order('direct')
    await desk.brreg.confirm(id, { scope: FULL })
    await desk.mail({ references: '<order-1@portvakt.example>', text: 'Takk!' })
    expect(await desk.brreg.until(({ letters }) => letters.length === 3)).toMatchObject({ id, state: 'confirmed' })
  })
})

describe('a withdrawal', () => {
  it.each([
    ['in the thread', { references: '<order-1@portvakt.example>', text: 'Vi trekker bestillingen.' }],
    ['by a number', { text: `Vi trekker bestillingen for ${BANK}.` }],
    ['by a number with spaces', { subject: 'Vi trekker bestillingen', text: 'Gjelder 310 000 043' }],
  ])('%s is answered, and what was given is taken back', async (_name, mail) => {
    const desk = await office()
    const { id } = await desk.order('direct')
    await desk.brreg.confirm(id, { scope: FULL })
    await desk.mail(mail)
    await desk.brreg.until(({ withdrawal }) => withdrawal)
    expect(await desk.brreg.letGo(id)).toMatchObject({ state: 'withdrawn', withdrawal: false, granted: {} })
    expect([scopesAt(desk, 'test', BANK), scopesAt(desk, 'prod', BANK)]).toEqual([[], []])
    expect(desk.answered()?.text).toContain('fjernet igjen')
  })

  it('of an order that nothing came of says so', async () => {
    const desk = await office()
    const { id } = await desk.order('direct')
    await desk.mail({ references: '<order-1@portvakt.example>', text: 'Vi trekker bestillingen.' })
    await desk.brreg.until(({ withdrawal }) => withdrawal)
    await desk.brreg.letGo(id)
    expect(desk.answered()?.text).toContain('Vi gjør ikke mer med den')
  })

  it('takes the fictional enterprise and person out of TT02', async () => {
    const desk = await office()
    const { id } = await desk.order('fictional')
    const { made } = await desk.brreg.deliver(id)
    await desk.mail({ references: '<order-1@portvakt.example>', text: 'Vi trekker bestillingen.' })
    await desk.brreg.until(({ withdrawal }) => withdrawal)
    await desk.brreg.letGo(id)
    expect(desk.altinn.tt02.persons()).toEqual([])
    expect(desk.altinn.tt02.enterprises().map(({ number }) => number)).toEqual([SUPPLIER])
    expect(scopesAt(desk, 'test', made?.enterprise?.number ?? '')).toEqual([])
  })

  it('of an order that nobody withdrew is no answer', async () => {
    const desk = await office()
    const { id } = await desk.order('direct')
    await expect(desk.brreg.letGo(id)).rejects.toThrow('is no answer')
  })
})

describe('the same order once more', () => {
  it.each(['direct', 'fictional', 'existing'] as const)('of kind %s is told that it came before', async (kind) => {
    const desk = await office()
    const first = await desk.order(kind)
    const again = await desk.order(kind)
    expect([again.id, again.repeats]).toEqual(['BR-2', first.id])
    expect((await desk.brreg.sayAlreadyReceived(again.id)).state).toBe('repeated')
    expect(desk.answered()?.text).toContain('allerede mottatt')
    expect(desk.answered()?.references).toEqual(['<order-2@portvakt.example>'])
    await expect(desk.brreg.sayAlreadyReceived(first.id)).rejects.toThrow('is no answer')
  })

  it('is one even by the same message id, as when an answer was lost', async () => {
    const desk = await office()
    await desk.order('direct')
    await desk.mail({ text: orderText('direct'), messageId: '<order-1@portvakt.example>' })
    expect((await desk.brreg.until(({ id }) => id === 'BR-2')).repeats).toBe('BR-1')
  })

  it.each([
    ['for another company', 'direct', { organisation_number: '310000019' }],
    ['with another customer', 'existing', { customer_organisation_number: '310000019' }],
  ] as const)('is none %s', async (_name, kind, over) => {
    const desk = await office()
    await desk.order(kind)
    expect((await desk.order(kind, over)).repeats).toBe(null)
  })

  it('is none after a refusal', async () => {
    const desk = await office()
    await desk.brreg.refuse((await desk.order('direct')).id)
    expect((await desk.order('direct')).repeats).toBe(null)
  })
})

it('the desk is as it was after a stop: orders, scopes given, and who comes next', async () => {
  const desk = await office()
  const { id } = await desk.order('fictional')
  await desk.order('direct')
  await desk.brreg.confirm('BR-2', { scope: FULL, environments: 'prod' })
  const { made } = await desk.brreg.deliver(id, { scope: FULL })
  const kept = JSON.parse(JSON.stringify(desk.brreg.keep()))
  await desk.brreg.close()

  const fresh = (environment: 'test' | 'prod') => {
    const registry = createRegistry({ environment, clock: desk.clock })
    seedScopes(registry)
    return registry
  }
  const registries = { test: fresh('test'), prod: fresh('prod') }
  const { clock, mailbox, altinn } = desk
  const again = createBrreg({ clock, mailbox, registries, tt02: altinn.tt02, kept })
  expect(again.orders()).toEqual(desk.brreg.orders())
  expect(scopesAt({ ...desk, registries }, 'test', made?.enterprise?.number ?? '')).toEqual([FULL])
  expect(scopesAt({ ...desk, registries }, 'prod', BANK)).toEqual([FULL])
  await desk.mail({ text: orderText('fictional', { supplier_organisation_number: BANK }) })
  const next = await again.until(({ id: one }) => one === 'BR-3')
  expect((await again.deliver(next.id)).made?.person).not.toEqual(made?.person)
  expect((await again.bounce('BR-2').catch((error: Error) => error.message)) as string).toContain('is no answer')
})
