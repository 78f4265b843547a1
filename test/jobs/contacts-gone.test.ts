import { describe, expect, it } from 'vitest'
import type { SlackPerson, SlackUser } from '../../src/domain/belonging/types.ts'
import { addContact } from '../../src/domain/contact/add-contact.ts'
import { AppError } from '../../src/errors.ts'
import { lookForGone } from '../../src/jobs/contacts-gone.ts'
import { heroy, user } from '../helpers/belonging-world.ts'
import { contactContent, contactUseWorld } from '../helpers/contact-world.ts'
import { type Engine, eachEngine } from '../helpers/databases.ts'

const hour = 60 * 60_000

/** Contacts of Herøy's who are in Slack, and what Slack says of people. */
const world = async (engine: Engine, ...emails: [email: string, who: SlackUser | null][]) => {
  const all = await contactUseWorld(engine)
  const { deps, store } = all
  for (const [email, who] of emails) {
    const content = contactContent({ email, name: email.split('@')[0] ?? '' })
    const asked = { organisationNumber: heroy.number, content, user: who, once: email, verify: false }
    await addContact(deps, user('hanne'), asked)
  }
  const kinds = new Map<string, SlackPerson['kind']>()
  const asked: string[] = []
  let down = false
  const person = async (who: SlackUser): Promise<SlackPerson> => {
    asked.push(who.userId)
    if (down) throw new AppError('slack-unavailable', 'no answer')
    if (who.userId === 'UNOBODY') throw new AppError('slack-refused', 'user_not_found')
    const kind = kinds.get(who.userId) ?? 'member'
    return { ...who, name: null, email: null, emailConfirmed: true, kind, locale: null, seenAt: deps.now() }
  }
  return {
    ...all,
    asked,
    say: (who: SlackUser, kind: SlackPerson['kind']) => kinds.set(who.userId, kind),
    fail: (is: boolean) => {
      down = is
    },
    look: (after: string | null = null) => lookForGone({ ...deps, person }, after),
    gone: async () => (await store.contactsOf(heroy.number)).filter((one) => one.accountGoneAt !== null),
  }
}

const hanne = user('hanne')
const colleague = { teamId: 'T1', userId: 'UNEVERMET' }

eachEngine((engine) => {
  it('flags the same day who is gone, tells the others once, and takes the flag away when they are back', async () => {
    const { look, say, gone, sent, pass, asked, store, deps } = await world(
      engine,
      ['hanne@heroy.kommune.example', hanne],
      ['ola@heroy.kommune.example', colleague],
      ['vakt@heroy.kommune.example', null],
    )
    pass(24 * hour)
    expect(await look()).toEqual({ after: null, gone: 0, back: 0 })
    expect(asked.sort()).toEqual([hanne.userId, colleague.userId].sort())
    say(colleague, 'deactivated')
    expect(await look()).toMatchObject({ gone: 0 })
    pass(24 * hour)
    const both = await Promise.all([look(), look()])
    expect(both.reduce((sum, one) => sum + one.gone, 0)).toBe(1)
    expect(await gone()).toMatchObject([{ email: 'ola@heroy.kommune.example', accountGoneAt: deps.now() }])
    const told = ['contact-account-gone UHANNE', 'contact-account-gone vakt@heroy.kommune.example']
    expect(await sent()).toEqual(told)
    pass(24 * hour)
    await look()
    expect(await sent()).toEqual(told)
    say(colleague, 'member')
    pass(24 * hour)
    expect(await look()).toMatchObject({ gone: 0, back: 1 })
    expect(await gone()).toEqual([])
    expect(await sent()).toEqual(told)
    const lines = await store.auditLines({ organisationNumber: heroy.number, size: 20 })
    expect(lines.filter(({ actor }) => 'program' in actor && actor.program === 'slack')).toHaveLength(2)
  })
})

describe('a round', () => {
  it('asks the admins where nobody else is left to be told', async () => {
    const { look, say, sent, pass } = await world('sqlite', ['ola@heroy.kommune.example', colleague])
    say(colleague, 'deactivated')
    pass(24 * hour)
    await look()
    expect(await sent()).toEqual(['admin-contacts-empty UADMIN'])
  })

  it('stops while Slack does not answer, and goes on after the last one it could look at', async () => {
    const { look, say, fail, pass, asked, gone } = await world(
      'sqlite',
      ['vakt@heroy.kommune.example', null],
      ['ola@heroy.kommune.example', colleague],
      ['hanne@heroy.kommune.example', hanne],
    )
    say(colleague, 'deactivated')
    pass(24 * hour)
    fail(true)
    const { after } = await look()
    expect(after).toBe('CON-1')
    expect(asked).toEqual([colleague.userId])
    fail(false)
    expect(await look(after)).toMatchObject({ after: null, gone: 1 })
    expect(asked).toEqual([colleague.userId, colleague.userId, hanne.userId])
    expect(await gone()).toHaveLength(1)
  })

  it('passes over somebody whom Slack does not know', async () => {
    const { look, pass, asked } = await world(
      'sqlite',
      ['x@heroy.kommune.example', { teamId: 'T1', userId: 'UNOBODY' }],
      ['hanne@heroy.kommune.example', hanne],
    )
    pass(24 * hour)
    expect(await look()).toMatchObject({ after: null, gone: 0 })
    expect(asked).toEqual(['UNOBODY', hanne.userId])
  })

  it('asks Slack fifty times at most', async () => {
    const many = Array.from({ length: 60 }, (_, at): [string, SlackUser] => [
      `k${at}@heroy.kommune.example`,
      { teamId: 'T1', userId: `U${at}` },
    ])
    const { look, pass, asked } = await world('sqlite', ...many)
    pass(24 * hour)
    const { after } = await look()
    expect(asked).toHaveLength(50)
    expect(await look(after)).toMatchObject({ after: null })
    expect(new Set(asked).size).toBe(60)
  })
})
