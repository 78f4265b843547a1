import { describe, expect, it } from 'vitest'
import { homeFor } from '../../commands/home/home.ts'
import { beginChange } from '../../src/domain/begin-change.ts'
import type { Change, Surface } from '../../src/domain/change.ts'
import type { AnyKind } from '../../src/domain/change-kind.ts'
import { addKey } from '../../src/domain/client/add-key.ts'
import { createClient } from '../../src/domain/client/create-client.ts'
import { AppError, type ErrorCode } from '../../src/errors.ts'
import { tellInterrupted } from '../../src/jobs/tell-interrupted.ts'
import { createLog } from '../../src/log.ts'
import type { Ask, Services } from '../../src/slack/route.ts'
import { textFor } from '../../src/text/index.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { asker, clientWorld, member, publicKey } from '../helpers/client-world.ts'

const payload = {
  metadata: {
    client_name: 'Byggesak',
    description: 'Byggesak for innbyggere',
    integration_type: 'maskinporten' as const,
    application_type: 'web' as const,
    token_endpoint_auth_method: 'private_key_jwt' as const,
    scopes: ['eksempel:data.read'],
  },
  key: null,
}
const interruptedAfter = 120_001

type Refusal = (userId: string, where: Surface) => ErrorCode | TypeError | undefined

/** The job, with a Slack that writes down what it showed to whom, and refuses as `refuse` says. */
const job = () => {
  const world = clientWorld()
  const told: { userId: string; where: Surface['kind']; content: Shown }[] = []
  const slack: { refuse: Refusal } = { refuse: () => undefined }
  const surfaces: Services['surfaces'] = {
    async show({ userId }, content, where) {
      const refused = slack.refuse(userId, where)
      if (refused instanceof Error) throw refused
      if (refused) throw new AppError(refused, 'no')
      told.push({ userId, where: where.kind, content })
      return where
    },
  }
  let logged = ''
  const log = createLog('warn', {
    write(line: string) {
      logged += line
    },
  })
  const cards: string[] = []
  const nothing = async () => undefined
  const tell: Services['tell'] = {
    outcome: nothing,
    reach: async () => true,
    card: nothing,
    person: nothing,
    operations: async () => [],
    order: async () => {},
    proposal: async ({ id, state }) => void cards.push(`${id} ${state}`),
  }
  const services = { ...world.deps, surfaces, tell, serviceDeskMail: 'desk@etat.example' }
  const asked = async (userId: string, over: Partial<Change> = {}, kind: AnyKind = createClient as never) => {
    const { change } = await beginChange(
      world.deps,
      kind,
      { ...world.asked(over.payload ?? payload), requester: { teamId: 'T1', userId } },
      `${userId}-${kind.name}`,
    )
    const { payload: _, ...left } = over
    world.store.leave(change.id, left)
    return change.id
  }
  return {
    ...world,
    services,
    told,
    cards,
    slack,
    asked,
    logged: () => logged,
    round: () => tellInterrupted(services, log),
    stateOf: (id: string) => world.store.change(id)?.state,
  }
}

const applying = { state: 'applying' as const, step: 'posting' }

describe('people whose change was interrupted', () => {
  it('and those who decided on it see on their card what became of it', async () => {
    const { asked, pass, round, cards } = job()
    const decision = { by: { teamId: 'T1', userId: 'U9' }, at: 1 }
    const request = { kind: 'membership.request', environment: null, decision }
    const decided = await asked('U1', { ...request, state: 'approved' })
    const halfway = await asked('U2', { ...request, state: 'applying' })
    await asked('U3', applying)
    pass(121_000)
    await round()
    expect(cards.sort()).toEqual([`${decided} expired`, `${halfway} expired`])
  })

  it('are told once, one by one', async () => {
    const { asked, pass, round, told, stateOf } = job()
    const ids = [await asked('U1', applying), await asked('U2', applying)]
    pass(interruptedAfter)
    expect(await round()).toBe(2)
    pass(interruptedAfter)
    expect(await round()).toBe(0)
    expect(told.map(({ userId, content }) => [userId, content.view.callback_id])).toEqual([
      ['U1', 'client-unknown'],
      ['U2', 'client-unknown'],
    ])
    expect(ids.map(stateOf)).toEqual(['unknown', 'unknown'])
  })

  it('are told in a later round when Slack was down, and keep nobody else waiting', async () => {
    const { asked, pass, round, told, stateOf, slack } = job()
    const ids = [await asked('U1', applying), await asked('U2', applying)]
    pass(interruptedAfter)
    slack.refuse = (userId) => (userId === 'U1' ? 'slack-unavailable' : undefined)
    expect(await round()).toBe(1)
    expect(told.map(({ userId }) => userId)).toEqual(['U2'])
    expect(ids.map(stateOf)).toEqual(['applying', 'unknown'])
    slack.refuse = () => undefined
    pass(interruptedAfter)
    expect(await round()).toBe(1)
    expect(told.map(({ userId }) => userId)).toEqual(['U2', 'U1'])
  })

  it.each(['slack-refused', 'view-gone'] as const)(
    'and whose account is closed (%s) are passed over, and the log says so',
    async (code) => {
      const { asked, pass, round, told, stateOf, slack, logged } = job()
      const ids = [await asked('U1', applying), await asked('U2', applying)]
      pass(interruptedAfter)
      slack.refuse = (userId) => (userId === 'U1' ? code : undefined)
      expect(await round()).toBe(2)
      expect(told.map(({ userId }) => userId)).toEqual(['U2'])
      expect(ids.map(stateOf)).toEqual(['unknown', 'unknown'])
      expect(logged()).toMatch(new RegExp(`"change":"${ids[0]}".*nobody to tell of it`))
    },
  )

  it('are told in a direct message when Slack refuses the place they asked from', async () => {
    const { asked, pass, round, told, slack } = job()
    await asked('U1', { ...applying, surface: { kind: 'message', channel: 'C1', ts: '1.1' } })
    pass(interruptedAfter)
    slack.refuse = (_, where) => (where.kind === 'message' ? 'slack-refused' : undefined)
    expect(await round()).toBe(1)
    expect(told.map(({ where }) => where)).toEqual(['direct'])
  })

  it('are told in a later round when the fault is our own', async () => {
    const { asked, pass, round, stateOf, slack, logged } = job()
    const id = await asked('U1', applying)
    pass(interruptedAfter)
    slack.refuse = () => new TypeError('bug')
    expect(await round()).toBe(0)
    expect(stateOf(id)).toBe('applying')
    expect(logged()).toContain('"level":50')
  })
})

describe('people whose change was never begun', () => {
  it('hear that no client was made, with the button that opens the form as it was', async () => {
    const { asked, pass, round, told, stateOf } = job()
    const id = await asked('U1')
    pass(interruptedAfter)
    expect(await round()).toBe(1)
    expect(stateOf(id)).toBe('expired')
    const message = JSON.stringify(told[0]?.content.message)
    expect(message).toContain('Ingenting er gjort')
    expect(message).toContain('client-not-made.again')
    expect(message).toContain(id)
  })

  it('hear of another kind that nothing was done', async () => {
    const { asked, pass, round, told, stateOf } = job()
    const id = await asked('U1', { payload: { clientId: 'client-1', key: publicKey('k1') } }, addKey as never)
    pass(interruptedAfter)
    expect(await round()).toBe(1)
    expect(stateOf(id)).toBe('expired')
    expect(told[0]?.content.view.callback_id).toBe('error')
    expect(JSON.stringify(told[0]?.content.message)).toContain('Ingenting er gjort')
  })

  it('see it as being worked on at Home until it is the job’s, also when Slack was down meanwhile', async () => {
    const { asked, pass, round, services, slack, stateOf } = job()
    const id = await asked(asker.userId)
    const ask = { viewer: { user: asker, belonging: member }, t: textFor('nb') } as unknown as Ask<unknown>
    const home = async () =>
      JSON.stringify(await homeFor(ask, { ...services, environmentsOn: ['test'] } as unknown as Services))
    expect(await home()).toContain('Byggesak')
    pass(120_000)
    expect(await home()).toContain('Byggesak')
    pass(1)
    expect(await home()).not.toContain('Byggesak')
    slack.refuse = () => 'slack-unavailable'
    expect(await round()).toBe(0)
    expect(stateOf(id)).toBe('approved')
    expect(await home()).not.toContain('Byggesak')
  })
})
