import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseUrl } from '../helpers/databases.ts'
import { giveHats } from '../helpers/hats.ts'
import { type House, startHouse } from '../helpers/house.ts'
import { type Actor, clearDesks, makeLogin, newest, onlyNamed, untilModal, words } from '../helpers/walk.ts'
import { proposeClient, visitorOf } from '../helpers/walk-login.ts'

let house: House

/** What PostgreSQL alone would understand, or choke on. */
const sql = [
  `'; drop table registrations cascade; --`,
  `$$; select pg_sleep(10); $$`,
  `E'\\\\047 or 1=1`,
  `x'::text || (select payload from changes limit 1) || '`,
  '{"a":1}',
  '{1,2}',
  'NaN',
  '\\x00',
]

beforeAll(async () => {
  house = await startHouse({ databaseUrl: await databaseUrl('postgres'), outside: true, wait: async () => {} })
  await giveHats(house)
  await makeLogin(house, house.as('kari'), 'Byggesak')
})

afterAll(async () => {
  await house.stop()
})

const answered = async (actor: Actor, line: string): Promise<string> => {
  const shown = () => words([newest(actor)?.ts, newest(actor)?.blocks, actor.modal()])
  const before = shown()
  await actor.command(line)
  await house.until(() => shown() !== before && !/Et øyeblikk/.test(shown()))
  const answer = words([newest(actor)?.blocks, actor.modal()?.blocks])
  await clearDesks(house)
  return answer
}

describe('on PostgreSQL', () => {
  const commands = ['/client list', '/client show', '/client', '/portvakt audit', '/client deactivate']
  it.each(commands)('what is typed after a command is text: %s', async (command) => {
    for (const actor of [house.as('kari'), house.as('astrid')]) {
      for (const text of sql) expect(await answered(actor, `${command} ${text}`), text).not.toMatch(/Vår referanse/)
    }
    expect(await answered(house.as('kari'), '/client list Byggesak')).toContain('*Byggesak*')
  })

  it.each(sql)('the name and description of a client are text: %j', async (text) => {
    const name = `Navn ${text}`
    await makeLogin(house, house.as('kari'), name, { description: text })
    // what follows is the mark by which the bot finds it again
    expect(onlyNamed(house, name).description.startsWith(`${text} [`)).toBe(true)
    expect(house.logged()).not.toMatch(/invalid byte sequence|syntax error|"level":(50|60)/)
  })

  it('a search in the administration is text', async () => {
    const vakt = house.as('vakt')
    await vakt.command('/portvakt admin')
    await untilModal(house, vakt, 'admin-organisations')
    for (const text of sql) {
      await vakt.submit({ search: text })
      await untilModal(house, vakt, 'admin-organisations')
    }
    expect(house.logged()).not.toMatch(/"level":(50|60)/)
  })

  it('a link is text, and the tables stand', async () => {
    for (const text of sql) {
      const part = encodeURIComponent(text)
      for (const path of [`/login/${part}`, `/link/${part}`, `/login/callback?state=${part}`])
        expect([400, 404]).toContain((await visitorOf(house).get(path)).status)
    }
    const { path } = await proposeClient(house, house.as('cecilie'), 'Står fortsatt')
    expect((await visitorOf(house).get(path)).status).toBe(200)
    expect(onlyNamed(house, 'Byggesak').active).toBe(true)
  })
})
