import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { movableClock } from '../helpers/clock.ts'
import { type House, startHouse } from '../helpers/house.ts'
import { rsaKey } from '../helpers/keys.ts'
import { clearDesks, loginValues, newest, onlyNamed, refusals, untilCard, untilModal, words } from '../helpers/walk.ts'

let house: House

beforeAll(async () => {
  house = await startHouse({ now: movableClock().now, wait: async () => {} })
})

afterAll(async () => {
  await house.stop()
})

/** Words that no sentence of the one language has and hardly a screen of the other lacks. */
const norwegian = /\b(ikke|klienten|og|på|som|det)\b/i
const english = /\b(the|your|you|and|with|of)\b/i

/** Words of ours in what is shown, without what people typed, ids and markup. */
const ours = (shown: unknown): string =>
  [...words(shown).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)]
    .map(([, text]) => (text ?? '').replace(/`[^`]*`|<[^>]*>|«[^»]*»|“[^”]*”|:\w+:/g, ''))
    .join('\n')
    .replaceAll(/Vandring|KYSTVERDI KOMMUNE|Innlogging til|Norsk \(bokmål\)|English/g, '')

const walked = new Map<string, string>()

describe.each([
  ['kari', 'Norwegian', english],
  ['oliver', 'English', norwegian],
] as const)('the same walk as %s', (who, language, other) => {
  it(`is in ${language} from the first command to the last`, async () => {
    const actor = house.as(who)
    const name = `Vandring ${who}`
    const seen: [string, unknown][] = []
    const look = (what: string) => seen.push([what, [actor.modal()?.blocks, newest(actor)?.blocks]])

    await actor.command('/client new')
    await untilModal(house, actor, 'client-new')
    look('first question')
    await actor.submit({ environment: 'prod', integration_type: 'idporten' })
    await house.until(() => actor.modal()?.callback_id !== 'client-new')
    look('production without a login')
    await actor.close()
    await actor.submit({ environment: 'test', integration_type: 'idporten' })
    await untilModal(house, actor, 'client-new-details')
    look('details')
    const { errors } = await actor.submit({ ...loginValues(name), public_key: rsaKey(1024).publicPem })
    seen.push(['key error', { text: errors?.public_key }])
    await actor.submit({ public_key: rsaKey().publicJwk })
    await untilModal(house, actor, 'client-created')
    look('created')
    const { client_id } = onlyNamed(house, name)
    const { card, history } = await untilCard(house, actor, client_id)
    seen.push(['card', card?.blocks], ['history', { text: history[0] }])
    await actor.close(undefined, true)
    for (const line of [
      '/client list',
      `/client show ${client_id}`,
      `/client keys ${client_id}`,
      '/client help',
      '/client frobnicate',
      '/client show x',
      '/portvakt',
      '/portvakt whoami',
      '/contacts',
      '/client new idporten prod',
    ]) {
      await actor.command(line)
      await house.until(() => newest(actor)?.blocks !== undefined)
      seen.push([line.replace(client_id, 'ID'), newest(actor)?.blocks])
    }
    await actor.command('/client')
    await untilModal(house, actor, 'client-browser')
    look('browser')
    await actor.close(undefined, true)
    await actor.openHome()
    await house.until(() => actor.desk().home !== null)
    seen.push(['home', actor.desk().home?.blocks])
    await actor.command(`/client deactivate ${client_id}`)
    await untilModal(house, actor, 'client-deactivate')
    look('deactivate')
    await actor.submit({ confirm_name: name })
    await untilModal(house, actor, 'client-deactivated')
    look('deactivated')

    for (const [what, shown] of seen) {
      expect.soft(ours(shown).match(other)?.[0], `${what}: ${ours(shown)}`).toBeUndefined()
      walked.set(`${who} ${what}`, ours(shown))
    }
    await clearDesks(house)
    expect(refusals(house)).toEqual([])
  })
})

describe('both walks', () => {
  it('have no sentence in common', () => {
    expect(walked.size).toBeGreaterThan(30)
    for (const [at, text] of walked) {
      if (!at.startsWith('kari ')) continue
      const others = new Set((walked.get(at.replace('kari ', 'oliver ')) ?? '').split(/\n|\\n/))
      const shared = text
        .split(/\n|\\n/)
        .filter((line) => line.split(/\s+/).filter((word) => /^\p{L}{2,}/u.test(word)).length > 3 && others.has(line))
      expect.soft(shared, at).toEqual([])
    }
  })
})
