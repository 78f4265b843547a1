import { describe, expect, it } from 'vitest'
import { textFor } from '../../../src/text/index.ts'
import { clientCard } from '../../../views/client/card.ts'
import { clientCreated } from '../../../views/client/created.ts'
import { clientKeys } from '../../../views/client/keys.ts'
import { extreme, key, now, registration } from '../samples.ts'

const t = textFor('en')
const day = 86_400_000
const ids = (blocks: unknown) => [...JSON.stringify(blocks).matchAll(/"action_id":"([^"]+)"/g)].map(([, id]) => id)

const card = (
  over: Parameters<typeof registration>[0] = {},
  keys = [key('k1', now + 300 * day)],
  owners: { teamId: string; userId: string }[] = [],
) =>
  clientCard.render(t, {
    environment: 'test',
    client: { from: 'digdir', registration: registration(over), keys },
    owners,
    now,
  }).message

describe('a client’s card', () => {
  it('tells everything in words', () => {
    const json = JSON.stringify(card({ access_token_lifetime: 3600, refresh_token_lifetime: 0, sso_disabled: false }))
    for (const part of [
      'ID-porten',
      'active',
      'On a server',
      'Key (private_key_jwt)',
      '3,600 seconds',
      'Digdir’s default',
      '`https://tjeneste0.etat.no/callback?a=1&amp;b=2`',
      '`openid`',
      '`k1` RS256 · expires 18 September 2027',
    ]) {
      expect(json).toContain(part)
    }
  })

  it.each([
    ['a key', {}, ['keys', 'owners', 'contacts', 'deactivate', 'list']],
    [
      'a secret',
      { token_endpoint_auth_method: 'client_secret_basic' },
      ['secret', 'owners', 'contacts', 'deactivate', 'list'],
    ],
    ['neither', { token_endpoint_auth_method: 'none' }, ['owners', 'contacts', 'deactivate', 'list']],
    ['been deactivated', { active: false }, ['list']],
  ])('offers what can be done to one that has %s', (_, over, verbs) => {
    expect(ids(card(over, []).blocks)).toEqual(verbs.map((verb) => `client-card.${verb}`))
  })

  it('names its owners, or says that everybody may change it', () => {
    expect(JSON.stringify(card())).toContain('Everybody in the organisation can change the client')
    const owned = JSON.stringify(
      card(
        {},
        [],
        [
          { teamId: 'T1', userId: 'U1' },
          { teamId: 'T1', userId: 'U2' },
        ],
      ),
    )
    expect(owned).toContain('<@U1>, <@U2>')
  })

  it('says clearly when it is deactivated, has no key, or was only last seen', () => {
    expect(JSON.stringify(card({ active: false }))).toContain('cannot be brought back')
    expect(JSON.stringify(card({}, []))).toContain('cannot log in before it has one')
    const seen = {
      from: 'store',
      registration: registration(),
      keys: null,
      asOf: now,
      because: 'digdir-unavailable',
    } as const
    const json = JSON.stringify(clientCard.render(t, { environment: 'test', client: seen, owners: [], now }).message)
    expect(json).toContain('as of 22 November 2026, 14:32')
    expect(json).toContain('could not be fetched')
  })

  it('keeps all 40 usual URIs, counts what does not fit, and never loses the buttons', () => {
    const usual = Array.from({ length: 40 }, (_, index) => `https://tjeneste${index}.etat.no/callback`)
    const all = JSON.stringify(card({ redirect_uris: usual }))
    for (const uri of usual) expect(all).toContain(uri)
    const { blocks } = clientCard.render(t, {
      environment: 'test',
      client: { from: 'digdir', registration: extreme, keys: [] },
      owners: [],
      now,
    }).message
    expect(JSON.stringify(blocks)).toMatch(/… and \d+ more/)
    expect(blocks.at(-1)?.type).toBe('actions')
  })
})

describe('keys', () => {
  const keys = (...all: ReturnType<typeof key>[]) =>
    clientKeys.render(t, {
      environment: 'test',
      client_id: 'abc',
      client_name: 'a',
      organisation: '987464291',
      keys: all,
      now,
    }).message

  it.each([
    [now + 31 * day, 'expires 23 December 2026', false],
    [now + 30 * day, 'expires in 30 days', true],
    [now + 1, 'expires in 1 day.', true],
    [now, 'expired 22 November 2026', true],
    [null, 'expiry unknown', false],
  ])('warn in their last 30 days: %s', (exp, words, warns) => {
    const json = JSON.stringify(keys(key('k', exp)))
    expect(json).toContain(words)
    expect(json.includes(':warning:')).toBe(warns)
  })

  it('are removed only after a question, which knows the last one', () => {
    expect(JSON.stringify(keys(key('k', null)))).toContain('k is the last key')
    const json = JSON.stringify(keys(key('k', null), key('l', null)))
    expect(json.match(/"confirm":\{"title"/g)).toHaveLength(2)
    expect(json).toContain('Whatever logs in with k stops')
  })

  it('make room before a sixth', () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map((kid) => key(kid, null))
    expect(ids(keys(...five).blocks)).not.toContain('client-keys.add')
    expect(ids(keys(...five.slice(1)).blocks)).toContain('client-keys.add')
  })
})

describe('what a creation shows', () => {
  const created = (over: object, registered: Parameters<typeof registration>[0] = {}) =>
    JSON.stringify(
      clientCreated.render(t, {
        environment: 'test',
        registration: registration(registered),
        keys: [],
        secret: null,
        wellKnown: ['https://x.no/known'],
        now,
        ...over,
      }).message,
    )

  it('is what to do next, in order', () => {
    const json = created({ keys: [key('k1', null)] })
    expect(json).toMatch(
      /1\. Sign with the private key, and set kid to k1\..*2\. Set up .*`https:\/\/x\.no\/known`.*3\. Wait up to 2 minutes/,
    )
  })

  it('is a way to add the key that is missing', () => {
    expect(created({})).toContain('client-created.add-key')
    expect(created({ keys: [key('k', null)] })).not.toContain('client-created.add-key')
    expect(created({}, { token_endpoint_auth_method: 'none' })).not.toContain('client-created.add-key')
  })

  it('is the secret, letter by letter, with a warning, and never in the notification', () => {
    const secret = 'a`<b>&c'
    const { message } = clientCreated.render(t, {
      environment: 'test',
      registration: registration({ token_endpoint_auth_method: 'client_secret_basic' }),
      keys: [],
      secret,
      wellKnown: [],
      now,
    })
    expect(JSON.stringify(message.blocks)).toContain(JSON.stringify({ type: 'text', text: secret }))
    expect(JSON.stringify(message.blocks)).toContain('shown this once only')
    expect(message.text).not.toContain('a`')
  })
})
