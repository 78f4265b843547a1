import { describe, expect, it } from 'vitest'
import { auditOutcomes } from '../../../src/domain/audit/types.ts'
import { textFor } from '../../../src/text/index.ts'
import { auditBrowser } from '../../../views/audit/browser.ts'
import { type AuditRef, auditRef, newer, older, refiltered, wholeAudit } from '../../../views/audit/values.ts'
import { at, browser, clientId, fullRef, line } from './samples.ts'

const t = textFor('nb')
type Data = Parameters<typeof browser>[0]
type Block = { type: string; block_id?: string; elements?: { action_id?: string; [key: string]: unknown }[] }

const viewOf = (data: Data) => auditBrowser.render(t, browser(data)).view
const said = (data: Data) => JSON.stringify(viewOf(data).blocks)
const ids = (data: Data) => [...said(data).matchAll(/"action_id":"([^"]+)"/g)].map(([, id]) => id)
const menus = (data: Data) => (viewOf(data).blocks as Block[]).find(({ block_id: id }) => id?.startsWith('filters-'))
const menu = (data: Data, id: string) => menus(data)?.elements?.find(({ action_id: one }) => one === id)

describe('the list of the audit', () => {
  it('says of a line what, what came of it, about what, who and when in the reader’s time zone', () => {
    const json = said({})
    expect(json).toContain('*Ny klient*: fullført · Testmiljø')
    expect(json).toContain(`Klient Byggesak (\`${clientId}\`)`)
    expect(json).toContain('<@U012AB>')
    expect(json).toContain(`<!date^${at / 1000}^{date_short} {time_secs}|22. november 2026, 14:32>`)
    expect(json).not.toContain('DIGITALISERINGSDIREKTORATET')
  })

  it('marks production', () => {
    expect(said({ lines: [line({ environment: 'prod' })] })).toContain(':red_circle: *Produksjon*')
    expect(said({})).not.toContain(':red_circle:')
  })

  it.each(auditOutcomes)('has words for the outcome %s', (outcome) => {
    expect(said({ lines: [line({ outcome })] })).toContain(`${t.audit.outcomes[outcome]} · Testmiljø`)
  })

  it.each([
    ['an action without words', { action: 'client.conjure' }, '*client.conjure*: fullført'],
    ['one that every object has', { action: 'constructor' }, '*constructor*: fullført'],
    ['a program', { actor: { program: 'admin' } }, 'Programmet admin'],
    ['a client that the store has not', { subject: 'client:borte' }, 'Klient `borte`'],
    ['a person', { subject: 'person:T012AB:U0OLA' }, '<@U0OLA>'],
    ['a person of no right form', { subject: 'person:T012AB:U0>x' }, '`person:T012AB:U0&gt;x`'],
    ['an organisation', { subject: 'organisation:991825827' }, 'DIGITALISERINGSDIREKTORATET (991825827)'],
    ['an organisation that the store has not', { subject: 'organisation:310000019' }, '310000019'],
    ['a login', { subject: 'login:abc' }, 'Innlogging `abc`'],
    ['something else', { subject: 'planet:mars' }, '`planet:mars`'],
    ['why it failed', { outcome: 'failed', code: 'too-many-keys' }, 'Klienten har alt fem nøkler'],
    ['a code without words', { outcome: 'failed', code: 'toString' }, '`toString`'],
  ] as const)('shows %s', (_, over, expected) => {
    expect(said({ lines: [line(over)] })).toContain(expected)
  })

  it('names the organisation where there are several', () => {
    expect(said({ scope: { all: true } })).toContain('DIGITALISERINGSDIREKTORATET (991825827)')
    const own = said({ scope: { all: true }, lines: [line({ subject: 'organisation:991825827' })] })
    expect(own.split('DIGITALISERINGSDIREKTORATET')).toHaveLength(2)
  })

  it.each<[string, Data, string]>([
    ['nothing at all', {}, 'Ingenting er skrevet i loggen ennå'],
    ['nothing that matches', { ref: { ...wholeAudit, environment: 'prod' } }, 'Ingen linjer passer til'],
    [
      'a first day after the last',
      { ref: { ...wholeAudit, from: '2026-11-02', to: '2026-11-01' } },
      'Fra-datoen er senere',
    ],
    ['nothing older', { ref: older(wholeAudit, { at, id: 'x' }) }, 'Det er ingen eldre linjer'],
  ])('says why it is empty: %s', (_, over, expected) => {
    expect(said({ lines: [], ...over })).toContain(expected)
  })

  it('has a menu of organisations and the way to an export for operators alone', () => {
    expect(ids({})).not.toContain('audit.organisation')
    expect(said({})).not.toContain('npm run admin')
    expect(ids({ scope: { all: true } })).toContain('audit.organisation')
    expect(said({ scope: { all: true } })).toContain('npm run admin -- audit export')
  })

  it('turns to where there are lines, and shows everything again where something is left out', () => {
    const buttons = (data: Data) => ids(data).filter((id) => /newer|older|all/.test(String(id)))
    expect(buttons({})).toEqual([])
    expect(buttons({ more: true })).toEqual(['audit.older'])
    expect(buttons({ more: true, ref: older(wholeAudit, { at, id: 'x' }) })).toEqual(['audit.newer', 'audit.older'])
    expect(buttons({ ref: { ...wholeAudit, person: 'U012AB' } })).toEqual(['audit.all'])
    expect(said({ more: true })).toContain(JSON.stringify(JSON.stringify({ at, id: line().id })).slice(1, -1))
  })

  it('says in words what is chosen', () => {
    const ref = { ...fullRef, organisation: null }
    const json = said({ ref, chosen: { client: 'Byggesak (testmiljø)', organisation: null } })
    for (const part of [
      '*Gjort av:* <@U012AB>',
      '*Klient:* Byggesak (testmiljø)',
      '*Miljø:* Produksjon',
      '*Fra og med:* 1. november 2026',
      '*Til og med:* 22. november 2026',
    ])
      expect(json).toContain(part)
  })

  it('is a message that opens it where the modal is gone', () => {
    const { message } = auditBrowser.render(t, browser())
    expect(message.text).toContain('KYSTVERDI KOMMUNE')
    expect(JSON.stringify(message.blocks)).toContain('"action_id":"audit.open"')
  })
})

describe('the menus', () => {
  it('show what the modal was opened with', () => {
    const data: Data = { ref: fullRef, scope: { all: true }, chosen: { client: null, organisation: 'ETAT' } }
    expect(menu(data, 'audit.person')).toMatchObject({ initial_user: 'U012AB' })
    expect(menu(data, 'audit.environment')).toMatchObject({ initial_option: { value: 'prod' } })
    expect(menu(data, 'audit.client')).toMatchObject({ initial_option: { value: fullRef.client } })
    expect(menu(data, 'audit.organisation')).toMatchObject({ initial_option: { text: { text: 'ETAT' } } })
    expect(menu(data, 'audit.from')).toMatchObject({ initial_date: '2026-11-01' })
    expect(menu(data, 'audit.to')).toMatchObject({ initial_date: '2026-11-22' })
  })

  it('stand in a new block once something else sets them, since Slack keeps what stands in the old one', () => {
    const before = { ...wholeAudit, person: 'U012AB' }
    const block = (ref: AuditRef) => menus({ ref })?.block_id
    expect(block(refiltered(before, { person: null }))).not.toBe(block(before))
    expect(block(older(before, { at, id: 'x' }))).toBe(block(before))
  })

  const state = (values: Record<string, unknown>, turn = 0) => ({ [`filters-${turn}`]: values })

  it('are read all at once, and lead to the first page', () => {
    const before = older(wholeAudit, { at, id: 'x' })
    const read = auditBrowser.read(
      state({
        'audit.person': { type: 'users_select', selected_user: 'U0OLA' },
        'audit.client': { type: 'external_select', selected_option: { value: 'abc' } },
        'audit.environment': { type: 'static_select', selected_option: { value: 'prod' } },
        'audit.from': { type: 'datepicker', selected_date: '2026-11-01' },
        'audit.to': { type: 'datepicker', selected_date: null },
      }),
      before,
    )
    expect(read).toEqual({
      ...wholeAudit,
      person: 'U0OLA',
      client: 'abc',
      environment: 'prod',
      from: '2026-11-01',
      to: null,
    })
  })

  it('leave as it was what has no menu, and take the choice of everything for none', () => {
    const before: AuditRef = { ...fullRef, turn: 3, trail: [] }
    expect(auditBrowser.read({}, before)).toEqual(before)
    expect(auditBrowser.read(state({ 'audit.client': { selected_option: { value: 'x' } } }, 2), before)).toEqual(before)
    const all = { selected_option: { value: '*' } }
    expect(auditBrowser.read(state({ 'audit.client': all, 'audit.environment': all }, 3), before)).toEqual({
      ...before,
      client: null,
      environment: null,
    })
  })

  it('forget the client of another organisation', () => {
    const chosen = state({ 'audit.organisation': { selected_option: { value: '310000019' } } }, 3)
    expect(auditBrowser.read(chosen, { ...fullRef, turn: 3 })).toMatchObject({
      organisation: '310000019',
      client: null,
      person: 'U012AB',
      turn: 4,
      trail: [],
    })
  })
})

describe('the place in the list', () => {
  it('fits into a modal however far one turns, and leads back page by page', () => {
    let ref: AuditRef = { ...fullRef, trail: [] }
    for (let page = 1; page <= 40; page += 1) {
      ref = older(ref, { at: at - page, id: 'f'.repeat(64) })
      expect(auditRef.read(auditRef.write(ref))).toEqual(ref)
    }
    expect(newer(ref).trail.at(-1)).toEqual({ at: at - 39, id: 'f'.repeat(64) })
    for (let page = 0; page < 40; page += 1) ref = newer(ref)
    expect(ref.trail).toEqual([])
  })

  it.each(['', '{}', '{"organisation":5}', 'x'.repeat(4000), JSON.stringify({ ...wholeAudit, from: 'i går' })])(
    'is nowhere in what no modal of ours holds: %.20s',
    (text) => {
      expect(auditRef.read(text)).toBeNull()
    },
  )
})
