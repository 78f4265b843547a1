import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { giveHats } from '../helpers/hats.ts'
import { type House, organisations, startHouse } from '../helpers/house.ts'
import { dump } from '../helpers/untouched.ts'
import {
  type Actor,
  clearDesks,
  loginValues,
  makeLogin,
  newest,
  onlyNamed,
  stored,
  untilModal,
  words,
} from '../helpers/walk.ts'
import { visitorOf } from '../helpers/walk-login.ts'

let house: House

const sql = [
  `'; drop table registrations; --`,
  `"; drop table changes; --`,
  `x' or '1'='1`,
  `x" or 1=1 --`,
  `') union select id, payload from changes --`,
  `\\'; delete from audit; --`,
  `$1 ? :name @p1 {{x}} \${x}`,
  'x\u0000y',
]
/** Matches everything where it is taken for a pattern. */
const wildcards = ['Bygge_ak', 'B%k', '%sak', 'Bygge[a-z]ak', 'Bygges?k', '^.*gsak$']

beforeAll(async () => {
  house = await startHouse({ outside: true, wait: async () => {} })
  await giveHats(house)
  await makeLogin(house, house.as('kari'), 'Byggesak')
  for (const who of ['astrid', 'oliver', 'cecilie'] as const) await house.as(who).command('/portvakt whoami')
})

afterEach(() => clearDesks(house))

afterAll(async () => {
  await house.stop()
})

/** Nothing was dropped, emptied or let in, and no fault of ours was met. */
const expectWhole = () => {
  const tables = stored(house)
  expect(Object.keys(tables)).toEqual(expect.arrayContaining(['registrations', 'changes', 'audit', 'people', 'logins']))
  expect((tables.audit ?? []).length).toBeGreaterThan(0)
  expect((tables.registrations ?? []).some((row) => words(row).includes('Byggesak'))).toBe(true)
  expect(house.logged()).not.toMatch(/SQLITE_(ERROR|CORRUPT)|syntax error|no such (table|column)/)
  expect(house.logged()).not.toMatch(/"level":(50|60)/)
}

const answered = async (actor: Actor, line: string): Promise<string> => {
  const shown = () => words([newest(actor)?.ts, newest(actor)?.blocks, actor.modal()])
  const before = shown()
  await actor.command(line)
  await house.until(() => shown() !== before && !/Et øyeblikk/.test(shown()))
  return words([newest(actor)?.blocks, actor.modal()?.blocks])
}

describe('SQL in a text field', () => {
  const fields = [
    'client_name',
    'description',
    'client_uri',
    'redirect_uris',
    'post_logout_redirect_uris',
    'public_key',
  ]
  it.each(fields)('of a new client is text: %s', async (field) => {
    const kari = house.as('kari')
    for (const [at, text] of sql.entries()) {
      await kari.command('/client new idporten test')
      await untilModal(house, kari, 'client-new-details')
      const named = { ...loginValues(`Felt ${field} ${at}`), [field]: text }
      const outcome = await kari.submit(named)
      if (outcome.errors) expect(Object.keys(outcome.errors)).toEqual([field])
      else await house.until(() => !/details|working/.test(kari.modal()?.callback_id ?? ''))
      await clearDesks(house)
    }
    expectWhole()
  })

  it('is kept as it was typed', async () => {
    const name = `Robert'); drop table registrations; --`
    await makeLogin(house, house.as('kari'), name)
    expect(onlyNamed(house, name).client_name).toBe(name)
    expect(await answered(house.as('kari'), `/client list ${name}`)).toContain(name)
    expectWhole()
  })

  const commands = [
    '/client list',
    '/client list prod',
    '/client show',
    '/client keys',
    '/client deactivate',
    '/portvakt',
  ]
  it.each([...commands, '/client', '/client secret', '/portvakt audit', '/portvakt language', '/portvakt admin'])(
    'of a command finds nothing and breaks nothing: %s',
    async (command) => {
      for (const actor of [house.as('kari'), house.as('astrid')]) {
        for (const text of sql) {
          const answer = await answered(actor, `${command} ${text}`)
          expect(answer).not.toMatch(/SQLITE|syntax|Noe gikk galt hos oss/i)
          await clearDesks(house)
        }
      }
      expectWhole()
    },
  )

  it.each([
    ['astrid', '/portvakt admin', 'admin-people'],
    ['vakt', '/portvakt admin', 'admin-organisations'],
    ['kari', '/client', 'client-browser'],
  ] as const)('of a search in a modal, by %s in %s', async (who, line, modal) => {
    const actor = house.as(who)
    await actor.command(line)
    await untilModal(house, actor, modal)
    for (const text of [...sql, ...wildcards]) {
      await actor.submit({ search: text })
      await untilModal(house, actor, modal)
      expect(words(actor.modal()?.blocks), text).not.toMatch(/DIREKTORATET|Byggesak<|U0OLIVER/)
    }
    expectWhole()
  })

  it('of a question to the service desk, and of an answer', async () => {
    const ukjent = house.as('ukjent')
    await ukjent.command('/portvakt whoami')
    await ukjent.click({ action_id: 'service-desk-ask.open' })
    await untilModal(house, ukjent, 'service-desk-ask')
    await ukjent.submit({ question: sql.join('\n') })
    await house.until(() => words(house.as('vakt').messages('C0PORTVAKT')).includes('drop table'))
    expectWhole()
  })

  it('of what a menu is asked for', async () => {
    const kari = house.as('kari')
    await kari.command('/client new maskinporten test')
    await untilModal(house, kari, 'client-new-details')
    for (const text of [...sql, ...wildcards])
      expect(await kari.suggest('scopes', 'client-new-details.scopes', text)).toBeTruthy()
    const astrid = house.as('astrid')
    await astrid.command('/portvakt audit')
    await untilModal(house, astrid, 'audit')
    expect(words(await astrid.suggest('filters-0', 'audit.client', 'Bygg'))).toContain('Byggesak')
    for (const text of [...sql.filter((one) => /[a-z]{3}/.test(one)), ...wildcards]) {
      const found = await astrid.suggest('filters-0', 'audit.client', text)
      expect(words(found), text).not.toContain('Byggesak')
    }
    expectWhole()
  })

  it('of who somebody is: name, address and locale', async () => {
    const oliver = house.as('oliver')
    for (const text of sql) {
      await house.slack.workspace.changeUser(oliver.id, { name: text, handle: text, locale: text })
      await oliver.command('/portvakt whoami')
      await house.slack.workspace.changeUser(oliver.id, { email: `${text}@kystverdi.example` })
      await oliver.command('/portvakt whoami')
    }
    expectWhole()
  })

  it('of a link, a state, a cookie and a header', async () => {
    const before = dump(house)
    for (const text of sql) {
      const part = encodeURIComponent(text)
      const visitor = visitorOf(house, { headers: { 'user-agent': encodeURI(text), cookie: `portvakt-x=${part}` } })
      for (const path of [`/login/${part}`, `/link/${part}`, `/login/done/${part}`, `/login/callback?state=${part}`]) {
        expect([400, 404]).toContain((await visitor.get(path)).status)
      }
    }
    expect({ ...dump(house), attempts: [] }).toEqual({ ...before, attempts: [] })
    expectWhole()
  })
})

describe('a wildcard', () => {
  it.each(wildcards)('in the search of clients finds nothing that it would match: %s', async (text) => {
    const kari = house.as('kari')
    expect(await answered(kari, '/client list test Byggesak')).toContain('*Byggesak*')
    expect(await answered(kari, `/client list test ${text}`)).not.toContain('*Byggesak*')
  })

  it.each(['%', '_', '%%', '\\%', '*', '?', "'"])('alone finds nothing of others: %s', async (text) => {
    const ingrid = house.as('ingrid')
    expect(await answered(ingrid, `/client list test ${text}`)).not.toContain('Byggesak')
    const found = await house.world.store.peopleOf({
      organisationNumber: organisations.direktoratet.organisation_number,
      text,
      page: 0,
      size: 50,
    })
    expect(words(found)).not.toContain('kystverdi')
  })
})
