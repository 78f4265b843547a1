import { describe, expect, it } from 'vitest'
import type { Organisation, SlackPerson } from '../src/domain/belonging/types.ts'
import { AppError } from '../src/errors.ts'
import type { Effect } from '../src/slack/route.ts'
import { assertMay, identityAge, languageOf, organisationOf, resolveViewer } from '../src/viewer.ts'
import { freshStore } from './helpers/databases.ts'

const user = { teamId: 'T1', userId: 'U1' }
const start = Date.UTC(2026, 10, 22, 12)
const faerder: Organisation = { number: '817263992', name: 'FÆRDER KOMMUNE', language: 'nb' }

const slackSays = (over: Partial<SlackPerson> = {}): SlackPerson => ({
  ...user,
  name: 'Kari',
  email: 'kari@faerder.kommune.example',
  emailConfirmed: true,
  kind: 'member',
  locale: 'nb-NO',
  seenAt: start,
  ...over,
})

/** A store that knows one organisation, a clock, and a Slack that counts how often it is asked. */
const house = async () => {
  const store = await freshStore('sqlite')
  await store.write({}, async (tx) => {
    await tx.saveOrganisations([{ ...faerder, domains: ['faerder.kommune.example'] }])
    return null
  })
  const state = { now: start, asked: 0, says: slackSays(), down: false }
  const asks = {
    store,
    vault: { keyVersion: 'k1' },
    now: () => state.now,
    personFromSlack: async () => {
      state.asked += 1
      if (state.down) throw new AppError('slack-unavailable', 'no answer')
      return { ...state.says, seenAt: state.now }
    },
    operators: [],
    defaultLanguage: 'nb' as const,
  }
  return { store, state, resolve: (effect: Effect) => resolveViewer(asks, user, effect) }
}

describe('who asks', () => {
  it('is asked of Slack once, and kept', async () => {
    const { store, state, resolve } = await house()
    const viewer = await resolve('read')
    expect(viewer).toMatchObject({
      user,
      language: 'nb',
      belonging: { as: 'member', organisation: faerder, rule: { by: 'domain' } },
    })
    expect(await store.person(user)).toMatchObject({ person: slackSays(), chosenLanguage: null })
    await resolve('read')
    await resolve('change')
    expect(state.asked).toBe(1)
  })

  it.each<[Effect, number, boolean]>([
    ['read', identityAge.read, false],
    ['read', identityAge.read + 1, true],
    ['change', identityAge.change, false],
    ['change', identityAge.change + 1, true],
    ['known', 365 * 86_400_000, false],
  ])('to %s, known since %i ms: asked again %s', async (effect, age, again) => {
    const { state, resolve } = await house()
    await resolve('read')
    state.now += age
    state.says = slackSays({ email: 'kari@nyetaten.example' })
    const viewer = await resolve(effect)
    expect(state.asked).toBe(again ? 2 : 1)
    expect(viewer?.belonging.as).toBe(again ? 'stranger' : 'member')
  })

  it('is allowed at most a minute of age for a change, and fifteen for a look', () => {
    expect(identityAge).toEqual({ read: 900_000, change: 60_000 })
  })

  it('is nobody to an event about a person whom the bot has never met, and Slack is not asked', async () => {
    const { state, resolve } = await house()
    expect(await resolve('known')).toBeNull()
    expect(state.asked).toBe(0)
  })

  it('is not guessed when Slack has to be asked and does not answer', async () => {
    const { state, resolve } = await house()
    await resolve('read')
    state.down = true
    state.now += identityAge.change + 1
    expect(await resolve('read')).toMatchObject({ belonging: { as: 'member' } })
    await expect(resolve('change')).rejects.toMatchObject({ code: 'slack-unavailable' })
  })

  it('is asked again after user_change, however fresh the identity was', async () => {
    const { store, state, resolve } = await house()
    await resolve('read')
    await store.write({}, async (tx) => {
      await tx.expirePerson(user)
      return null
    })
    state.says = slackSays({ kind: 'deactivated' })
    expect(await resolve('read')).toMatchObject({ belonging: { as: 'stranger', reason: 'deactivated' } })
  })

  it.each<[string, Partial<SlackPerson>, string]>([
    ['without an address', { email: null }, 'no-email'],
    ['of a domain nobody has imported', { email: 'kari@nyetaten.example' }, 'unknown-domain'],
    [
      'of a domain below the organisation’s, which its rule does not cover',
      { email: 'kari@bygg.faerder.kommune.example' },
      'unknown-domain',
    ],
    ['who is a guest', { kind: 'guest' }, 'guest'],
  ])('%s is a stranger, and hears why', async (_who, says, reason) => {
    const { state, resolve } = await house()
    state.says = slackSays(says)
    expect(await resolve('read')).toMatchObject({ belonging: { as: 'stranger', reason } })
  })

  it('whose address is not confirmed is neither, until they confirm it', async () => {
    const { state, resolve } = await house()
    state.says = slackSays({ emailConfirmed: false })
    expect(await resolve('read')).toMatchObject({ belonging: { as: 'unconfirmed' } })
  })

  it.each([
    ['today’s', 'k1', true],
    ['an earlier', 'k0', false],
  ])('is cleared by a number that was hashed with %s key: %s %s', async (_which, keyVersion, cleared) => {
    const { store, state, resolve } = await house()
    await store.write({}, async (tx) => {
      await tx.saveClearance({
        organisationNumber: faerder.number,
        user,
        numberHash: 'a',
        keyVersion,
        givenBy: 'test',
        confirmedBy: null,
        // by the store's own clock too
        expiresAt: Math.max(state.now, Date.now()) + 60_000,
      })
      return null
    })
    expect(await resolve('read')).toMatchObject({ belonging: { as: 'member', cleared } })
  })

  it('reads the language that was chosen, before Slack’s', async () => {
    const { store, resolve } = await house()
    await resolve('read')
    await store.write({}, async (tx) => {
      await tx.chooseLanguage(user, 'en')
      return null
    })
    expect((await resolve('read'))?.language).toBe('en')
  })
})

describe('the language', () => {
  it.each([
    ['nb', 'en-GB', 'nb'],
    ['en', 'nb-NO', 'en'],
    [null, 'nb-NO', 'nb'],
    [null, 'nn-NO', 'nb'],
    [null, 'no-NO', 'nb'],
    [null, 'da-DK', 'nb'],
    [null, 'sv-SE', 'nb'],
    [null, 'nb', 'nb'],
    [null, 'en-US', 'en'],
    [null, 'de-DE', 'en'],
    [null, 'noa-PA', 'en'],
  ] as const)('chosen %s, Slack in %s: %s', (chosen, locale, expected) => {
    expect(languageOf(chosen, locale, 'en')).toBe(expected)
    expect(languageOf(chosen, locale, 'nb')).toBe(expected)
  })

  it.each(['nb', 'en'] as const)('is the house’s own, %s, where nothing is known', (standard) => {
    expect(languageOf(null, null, standard)).toBe(standard)
  })
})

describe('a viewer', () => {
  it('acts for the organisation they belong to, and for none as a stranger', async () => {
    const { state, resolve } = await house()
    const member = await resolve('read')
    expect(member && organisationOf(member)).toEqual(faerder)
    state.says = slackSays({ kind: 'guest' })
    state.now += identityAge.read + 1
    const guest = await resolve('read')
    if (guest === null) throw new Error('no viewer')
    expect(() => organisationOf(guest)).toThrow(expect.objectContaining({ code: 'not-a-member' }))
    expect(() => assertMay(guest, 'client.read', 'test')).toThrow(expect.objectContaining({ code: 'not-a-member' }))
  })
})
