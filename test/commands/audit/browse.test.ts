import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { forgedClick } from '../../helpers/forge.ts'
import { people } from '../../helpers/house.ts'
import { actionsIn, clearDesks, refusals, untilModal, words } from '../../helpers/walk.ts'
import { type AuditHouse, auditHouse, direktoratet, kystverdi, linesIn, openAudit, untilSaid } from './world.ts'

let w: AuditHouse
let keys: { at: number; id: string }[] = []
let theirs: { at: number; id: string }
const ids = (places: { id: string }[]) => places.map(({ id }) => id)

beforeAll(async () => {
  w = await auditHouse()
  await w.client('a-1', 'Byggesak')
  await w.client('a-2', '<!channel> *Skole*', kystverdi, 'prod')
  await w.client('b-1', 'Direktoratets', direktoratet)
  theirs = await w.line({ organisationNumber: direktoratet, actor: w.by('ingrid'), subject: 'client:b-1' })
  for (let n = 0; n < 23; n += 1) keys.push(await w.line({ values: { after: { kid: `k${n}` } } }))
  keys.push(
    await w.line({
      action: 'client.deactivate',
      outcome: 'failed',
      code: 'digdir-unavailable',
      actor: w.by('cecilie'),
      environment: 'prod',
      subject: 'client:a-2',
    }),
  )
  keys = keys.reverse()
})

afterEach(async () => {
  await clearDesks(w.house)
  expect(refusals(w.house)).toEqual([])
})

afterAll(async () => {
  await w.house.stop()
})

describe('an admin of an organisation', () => {
  it('sees the own organisation’s lines, newest first, and nobody else’s', async () => {
    const astrid = w.house.as('astrid')
    const view = await openAudit(w.house, astrid)
    expect(linesIn(astrid)).toEqual(ids(keys.slice(0, 10)))
    const said = words(view.blocks)
    expect(said).toContain('*Deaktivering av klient*: :x: mislyktes · :red_circle: *Produksjon*')
    expect(said).toContain('Digdirs selvbetjening svarer ikke nå')
    expect(said).toContain(`<@${people.cecilie.id}>`)
    expect(said).toContain('Klient Byggesak (`a-1`)')
    expect(said).toContain('&lt;!channel&gt; *Skole*')
    expect(said).not.toContain('<!channel>')
    expect(said).not.toContain('Direktoratets')
    expect(actionsIn(view.blocks)).not.toContain('audit.organisation')
  })

  it('turns through all of it once, and back', async () => {
    const astrid = w.house.as('astrid')
    await openAudit(w.house, astrid)
    const seen = [linesIn(astrid)]
    while (actionsIn(astrid.modal()?.blocks).includes('audit.older')) {
      const before = words(linesIn(astrid))
      await astrid.click({ action_id: 'audit.older' })
      await w.house.until(() => words(linesIn(astrid)) !== before)
      seen.push(linesIn(astrid))
      expect(seen.length).toBeLessThan(10)
    }
    // those that the house wrote itself at its start are nobody's organisation's
    expect(seen.flat()).toEqual(ids(keys))
    for (const page of seen.slice(0, -1).reverse()) {
      await astrid.click({ action_id: 'audit.newer' })
      await w.house.until(() => words(linesIn(astrid)) === words(page))
    }
    expect(actionsIn(astrid.modal()?.blocks)).not.toContain('audit.newer')
  })

  it('turns one page by a double click', async () => {
    const astrid = w.house.as('astrid')
    await openAudit(w.house, astrid)
    await Promise.all([astrid.click({ action_id: 'audit.older' }), astrid.click({ action_id: 'audit.older' })])
    await w.house.until(() => linesIn(astrid)[0] === keys[10]?.id)
    expect(linesIn(astrid)).toEqual(ids(keys.slice(10, 20)))
  })

  it('looks at one person, one environment, one client, some days, and at everything again', async () => {
    const astrid = w.house.as('astrid')
    await openAudit(w.house, astrid)
    await astrid.click({ action_id: 'audit.person', value: people.cecilie.id })
    await untilSaid(w.house, astrid, 'Gjort av')
    expect(linesIn(astrid)).toEqual(ids(keys.slice(0, 1)))
    await astrid.click({ action_id: 'audit.environment', value: 'test' })
    await untilSaid(w.house, astrid, 'Ingen linjer passer')
    await astrid.click({ action_id: 'audit.all' })
    await w.house.until(() => linesIn(astrid).length === 10)
    const { options = [] } = await astrid.suggest('filters-1', 'audit.client', 'bygge')
    expect(options).toEqual([{ text: 'Byggesak (testmiljø)', value: 'a-1' }])
    await astrid.click({ action_id: 'audit.client', value: 'a-1' })
    await untilSaid(w.house, astrid, '*Klient:* Byggesak')
    expect(linesIn(astrid)).toEqual(ids(keys.slice(1, 11)))
    await astrid.click({ action_id: 'audit.from', value: '2001-01-01' })
    await untilSaid(w.house, astrid, 'Fra og med')
    await astrid.click({ action_id: 'audit.to', value: '2001-01-02' })
    await untilSaid(w.house, astrid, 'Ingen linjer passer')
    await astrid.click({ action_id: 'audit.from', value: '2001-01-03' })
    await untilSaid(w.house, astrid, 'Fra-datoen er senere')
  })

  it('is offered the own organisation’s clients alone, and what was typed where it may be an id', async () => {
    const astrid = w.house.as('astrid')
    await openAudit(w.house, astrid)
    const offered = async (text: string) =>
      ((await astrid.suggest('filters-0', 'audit.client', text)).options ?? []).map(({ value }) => value)
    expect(await offered('')).toEqual(['*', 'a-1', 'a-2'])
    expect(await offered('direktoratets')).toEqual([])
    expect(await offered('7d0c0b1e-5a55-4f2f-9a77-0f4f3f1a2b3c')).toEqual(['7d0c0b1e-5a55-4f2f-9a77-0f4f3f1a2b3c'])
    await astrid.click({ action_id: 'audit.client', value: '7d0c0b1e-5a55-4f2f-9a77-0f4f3f1a2b3c' })
    await untilSaid(w.house, astrid, 'Ingen linjer passer')
  })

  it('sees a line in full on top of the list, and goes back to it', async () => {
    const astrid = w.house.as('astrid')
    await w.effect(async (tx) => void (await tx.sealAudit(1_000)))
    await openAudit(w.house, astrid, 'test')
    const second = keys[1]
    await astrid.click({ action_id: 'audit.show', value: JSON.stringify({ at: second?.at, id: second?.id }) })
    const view = await untilModal(w.house, astrid, 'audit-line')
    expect(words(view.blocks)).toContain('kid: k22')
    expect(words(view.blocks)).toMatch(/Linje \d+ i kjeden/)
    expect(words(view.blocks)).toMatch(/"[0-9a-f]{64}"/)
    await astrid.close()
    expect(linesIn(astrid)).toEqual(ids(keys.slice(1, 11)))
  })

  it('opens it by any button that leads to it', async () => {
    const astrid = w.house.as('astrid')
    await forgedClick(w.house, astrid, 'audit.open', {})
    await untilModal(w.house, astrid, 'audit')
    expect(linesIn(astrid)).toEqual(ids(keys.slice(0, 10)))
  })

  it('leaves no trace by reading', async () => {
    const count = async () => (await w.house.world.store.auditLines({ organisationNumber: null, size: 100 })).length
    const before = await count()
    const astrid = w.house.as('astrid')
    await openAudit(w.house, astrid, 'prod')
    await astrid.click({ action_id: 'audit.show' })
    await untilModal(w.house, astrid, 'audit-line')
    expect(await count()).toBe(before)
  })
})

describe('an operator', () => {
  it('of no organisation sees all of them, those of none too, and is told how to export', async () => {
    const odd = w.house.as('odd')
    const said = words((await openAudit(w.house, odd)).blocks)
    expect(said).toContain('alle virksomheter')
    expect(said).toContain('npm run admin -- audit export')
    expect(said).toContain(`KYSTVERDI KOMMUNE (${kystverdi})`)
    await openAudit(w.house, odd, direktoratet)
    expect(linesIn(odd)).toEqual([theirs.id])
    expect(words(odd.modal()?.blocks)).toContain('Klient Direktoratets (`b-1`)')
    const store = await w.house.world.store.auditLines({ organisationNumber: null, size: 100 })
    expect(store.some(({ organisationNumber }) => organisationNumber === null)).toBe(true)
    await odd.click({ action_id: 'audit.all' })
    await untilSaid(w.house, odd, 'alle virksomheter')
    await odd.click({ action_id: 'audit.older' })
    await w.house.until(() => linesIn(odd)[0] === keys[10]?.id)
    await odd.click({ action_id: 'audit.older' })
    await untilSaid(w.house, odd, 'Import av virksomheter')
    expect(words(odd.modal()?.blocks)).toContain('Programmet admin')
  })

  it('chooses an organisation, whose clients are then offered', async () => {
    const vakt = w.house.as('vakt')
    await openAudit(w.house, vakt)
    const { options = [] } = await vakt.suggest('filters-0', 'audit.organisation', 'direktorat')
    expect(options).toEqual([{ text: `DIREKTORATET FOR EKSEMPLER (${direktoratet})`, value: direktoratet }])
    await vakt.click({ action_id: 'audit.organisation', value: direktoratet })
    await untilSaid(w.house, vakt, 'Det som er gjort for DIREKTORATET FOR EKSEMPLER')
    expect(linesIn(vakt)).toEqual([theirs.id])
    const clients = await vakt.suggest('filters-1', 'audit.client', '')
    expect((clients.options ?? []).map(({ value }) => value)).toEqual(['*', 'b-1'])
  })
})

describe('what is typed after the command', () => {
  it.each([
    ['the name of one client', 'byggesak', 'Klient:* Byggesak'],
    ['a client’s id', 'a-1', 'Klient:* Byggesak'],
    ['a client’s id and an environment', 'prod a-2', 'Miljø:* Produksjon'],
    [
      'the id of a client that is gone',
      '7D0C0B1E-5A55-4F2F-9A77-0F4F3F1A2B3C',
      '`7d0c0b1e-5a55-4f2f-9a77-0f4f3f1a2b3c`',
    ],
    ['a mention', '<@U0CECILIE|cecilie>', `Gjort av:* <@${people.cecilie.id}>`],
    ['a person’s id', 'U0CECILIE', `Gjort av:* <@${people.cecilie.id}>`],
    ['a person’s name', '@astrid', `Gjort av:* <@${people.astrid.id}>`],
    ['the own organisation’s number', kystverdi, 'Det som er gjort for KYSTVERDI KOMMUNE'],
    ['nothing that is there', 'finnes ikke', 'Fant ingenting som passer til «finnes ikke»'],
    ['a shout', '<!here>', 'Fant ingenting som passer til «&lt;!here&gt;»'],
    ['SQL', "' or 1=1 --", 'Fant ingenting'],
  ])('may be %s', async (_, typed, expected) => {
    const astrid = w.house.as('astrid')
    await openAudit(w.house, astrid, typed)
    expect(words(astrid.modal()?.blocks)).toContain(expected)
  })

  it('is asked about where it may mean several things', async () => {
    await w.client('a-3', 'Byggesak', kystverdi, 'prod')
    const astrid = w.house.as('astrid')
    await openAudit(w.house, astrid, 'byggesak')
    const said = words(astrid.modal()?.blocks)
    expect(said).toContain('Flere passer til «byggesak»')
    expect(said).toContain('Klient *Byggesak* (produksjon) `a-3`')
    await astrid.click({ action_id: 'audit.choose', value: JSON.stringify({ client: 'a-3' }) })
    await untilSaid(w.house, astrid, 'Klient:* Byggesak (produksjon)')
    expect(words(astrid.modal()?.blocks)).not.toContain('Flere passer')
    expect(linesIn(astrid)).toEqual([])
  })

  it('is an organisation’s name for an operator of none', async () => {
    const odd = w.house.as('odd')
    await openAudit(w.house, odd, 'direktoratet')
    expect(linesIn(odd)).toEqual([theirs.id])
    await openAudit(w.house, odd, 'byggesak')
    expect(words(odd.modal()?.blocks)).toContain('Fant ingen virksomhet som passer til «byggesak»')
    await openAudit(w.house, odd, `${kystverdi} a-1`)
    expect(linesIn(odd)).toEqual(ids(keys.slice(1, 11)))
  })

  it('is answered in English to whom has chosen it', async () => {
    const odd = w.house.as('odd')
    await odd.command('/portvakt language en')
    const said = words((await openAudit(w.house, odd, `${kystverdi} prod`)).blocks)
    expect(said).toContain('What was done for KYSTVERDI KOMMUNE, newest first.')
    expect(said).toContain('*Environment:* Production')
    expect(said).toContain('*Deactivation of a client*: :x: failed · :red_circle: *Production*')
    await odd.command('/portvakt language nb')
  })
})
