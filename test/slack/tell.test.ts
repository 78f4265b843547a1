import { describe, expect, it } from 'vitest'
import { createVault } from '../../src/adapters/vault.ts'
import { askClearance, giveClearance } from '../../src/domain/belonging/clearance-kinds.ts'
import { requestMembership } from '../../src/domain/belonging/request-membership.ts'
import type { Language, SlackUser } from '../../src/domain/belonging/types.ts'
import type { Change } from '../../src/domain/change.ts'
import { createTurns } from '../../src/domain/turns.ts'
import { AppError, type ErrorCode } from '../../src/errors.ts'
import { createLog } from '../../src/log.ts'
import type { SlackApi } from '../../src/slack/client.ts'
import { createSurfaces } from '../../src/slack/surface.ts'
import type { TellDeps } from '../../src/slack/tell/deps.ts'
import { createTell } from '../../src/slack/tell/tell.ts'
import { errorCard } from '../../views/kit/error-card.ts'
import type { Message } from '../../views/kit/shown.ts'
import { freshStore } from '../helpers/databases.ts'
import { proposal } from '../views/belonging/proposal.ts'

const at = Date.parse('2026-11-22T13:32:00Z')
const person = (userId: string): SlackUser => ({ teamId: 'T1', userId })
const asker = person('U1ASKER')
const admin = person('U3ADMIN')
const named = person('U4NAMED')

type Posted = { channel: string; ts: string; text: string; all: string; edits: number }

/** A Slack that remembers what stands where; a channel or person among `failing` fails. */
const fakeSlack = (failing: Map<string, ErrorCode> = new Map()) => {
  const standing: Posted[] = []
  let next = 0
  const look = (channel: string) => {
    const code = failing.get(channel)
    if (code) throw new AppError(code, `Slack fails in ${channel}`)
  }
  const slack: Pick<SlackApi, 'post' | 'update' | 'updateView'> = {
    async post(channel: string, message: Pick<Message, 'text'> & Partial<Message>) {
      look(channel)
      next += 1
      const posted = { channel, ts: `${next}.0`, text: message.text, all: JSON.stringify(message), edits: 0 }
      standing.push(posted)
      return { channel, ts: posted.ts }
    },
    async update(channel: string, ts: string, message: Message) {
      look(channel)
      const found = standing.find((one) => one.channel === channel && one.ts === ts)
      if (!found) throw new AppError('view-gone', 'message_not_found')
      Object.assign(found, { text: message.text, all: JSON.stringify(message), edits: found.edits + 1 })
    },
    updateView: async () => ({ id: 'V1', hash: '1' }),
  }
  return { slack: slack as SlackApi, standing, failing }
}

const world = async (over: Partial<TellDeps> = {}) => {
  const store = await freshStore('sqlite', { now: () => at })
  await store.write({}, async (tx) => {
    await tx.saveOrganisations([
      { number: '310000019', name: 'KYSTVERDI KOMMUNE', language: 'nb', domains: ['kystverdi.example'] },
    ])
    await tx.saveMembership({
      user: admin,
      organisationNumber: '310000019',
      state: 'assigned',
      admin: true,
      until: null,
      givenBy: 'test',
    })
    return null
  })
  const fake = fakeSlack()
  let logged = ''
  const languages: Record<string, Language> = { [admin.userId]: 'en' }
  const tell = createTell({
    store,
    vault: createVault(Buffer.alloc(32, 1).toString('base64')),
    turns: createTurns(),
    now: () => at,
    slack: fake.slack,
    surfaces: createSurfaces({ slack: fake.slack, now: () => at }),
    log: createLog('info', {
      write(line: string) {
        logged += line
      },
    }),
    teamId: async () => 'T1',
    languageOf: async ({ userId }) => languages[userId] ?? 'nb',
    defaultLanguage: 'nb',
    operators: ['U2VAKT'],
    operationsChannel: 'C1DESK',
    publicUrl: 'https://portvakt.example.no',
    loginOn: true,
    issuers: { maskinporten: { test: 'https://test.example', prod: 'https://prod.example' } },
    serviceDeskMail: 'servicedesk@digdir.no',
    ...over,
  } as TellDeps)
  const add = async (change: Change): Promise<Change> => {
    await store.write({}, async (tx) => {
      await tx.addChange(change)
      return null
    })
    return change
  }
  const move = async (
    id: string,
    patch: Parameters<Parameters<Parameters<typeof store.write>[1]>[0]['moveChange']>[2],
  ) => {
    const change = await store.change(id)
    await store.write({}, async (tx) => {
      await tx.moveChange(id, change?.version ?? 0, patch)
      return null
    })
    const moved = await store.change(id)
    if (!moved) throw new Error('no change')
    return moved
  }
  return { ...fake, store, tell, add, move, logged: () => logged }
}

const where = (standing: Posted[]) => standing.map(({ channel }) => channel).sort()

describe('the cards of a proposal', () => {
  it('are posted once to those who wait and those who decide, whoever asks and how often', async () => {
    const { tell, add, standing } = await world()
    const change = await add(proposal(requestMembership.name))
    await Promise.all([tell.proposal(change), tell.proposal(change), tell.proposal(change)])
    expect(where(standing)).toEqual(['C1DESK', 'U1ASKER', 'U3ADMIN'])
  })

  it('speak the language of whoever reads, and the default one in the channel', async () => {
    const { tell, add, standing } = await world()
    await tell.proposal(await add(proposal(requestMembership.name)))
    const of = (channel: string) => standing.find((one) => one.channel === channel)?.all
    expect(of('C1DESK')).toContain('Godkjenn')
    expect(of('U3ADMIN')).toContain('Approve')
  })

  it('follow the stored change, also when an older picture of it comes later', async () => {
    const { tell, add, move, standing } = await world()
    const asked = await add(proposal(requestMembership.name))
    await tell.proposal(asked)
    await move('c1', { state: 'declined', decision: { by: admin, at } })
    await tell.proposal(asked)
    expect(where(standing)).toEqual(['C1DESK', 'U1ASKER', 'U3ADMIN'])
    for (const { all, channel } of standing) {
      // whoever waited hears who it was in the answer
      expect(all).toContain(channel === 'U1ASKER' ? 'Besvart' : '<@U3ADMIN>')
      expect(all).not.toContain('membership-request.approve')
    }
  })

  it('are posted to nobody new once it is over', async () => {
    const { tell, add, standing } = await world()
    await tell.proposal(await add(proposal(requestMembership.name, { state: 'expired' })))
    expect(standing).toEqual([])
  })

  it('are posted anew where somebody deleted them while it is open', async () => {
    const { tell, add, standing } = await world()
    const change = await add(proposal(requestMembership.name))
    await tell.proposal(change)
    standing.splice(
      standing.findIndex(({ channel }) => channel === 'C1DESK'),
      1,
    )
    await tell.proposal(change)
    expect(where(standing)).toEqual(['C1DESK', 'U1ASKER', 'U3ADMIN'])
  })

  it('go to each operator where there is no channel, those of the configuration and those named', async () => {
    const { tell, add, standing, store } = await world({ operationsChannel: null })
    await store.write({}, async (tx) => {
      await tx.saveOperator(person('U9NAMED'), 'person:T1:U2VAKT')
      await tx.saveOperator(person('U2VAKT'), 'person:T1:U9NAMED')
      return null
    })
    const own = { ...proposal(askClearance.name), payload: { user: asker, organisationNumber: '310000019' } }
    await tell.proposal(await add(own))
    expect(where(standing)).toEqual(['U1ASKER', 'U2VAKT', 'U9NAMED'])
  })

  it('of who is cleared: the admins are asked once the person has logged in, the link is the person’s alone', async () => {
    const { tell, add, move, standing } = await world()
    const payload = { user: named, organisationNumber: '310000019' }
    await tell.proposal(await add(proposal(giveClearance.name, { payload, requester: person('U2VAKT') })))
    expect(where(standing)).toEqual(['C1DESK', 'U4NAMED'])
    const links = standing.filter(({ all }) => all.includes('https://portvakt.example.no/login/c1.'))
    expect(links.map(({ channel }) => channel)).toEqual(['U4NAMED'])
    await tell.proposal(await move('c1', { loginId: 'l1' }))
    expect(where(standing)).toEqual(['C1DESK', 'U3ADMIN', 'U4NAMED'])
    expect(standing.some(({ all }) => all.includes('/login/'))).toBe(false)
  })

  it('say who mends it where no login is set up', async () => {
    const { tell, add, standing } = await world({ loginOn: false })
    const payload = { user: named, organisationNumber: '310000019' }
    await tell.proposal(await add(proposal(giveClearance.name, { payload })))
    expect(standing.find(({ channel }) => channel === 'U4NAMED')?.all).toContain('registrere Portvakt hos ID-porten')
  })

  it('of a kind that has none are none', async () => {
    const { tell, add, standing } = await world()
    await tell.proposal(await add(proposal('client.create')))
    expect(standing).toEqual([])
  })
})

describe('a Slack that fails', () => {
  it('for one keeps no other from being told, and is logged', async () => {
    const { tell, add, standing, failing, logged } = await world()
    failing.set('C1DESK', 'slack-refused')
    const change = await add(proposal(requestMembership.name))
    await tell.proposal(change)
    expect(where(standing)).toEqual(['U1ASKER', 'U3ADMIN'])
    expect(logged()).toContain('a card of a proposal could not be kept')
    failing.clear()
    await tell.proposal(change)
    expect(where(standing)).toEqual(['C1DESK', 'U1ASKER', 'U3ADMIN'])
  })

  it('before the workspace is known tells those whose cards need no channel', async () => {
    const { tell, add, standing } = await world({
      teamId: async () => {
        throw new AppError('slack-unavailable', 'no auth.test')
      },
    })
    const change = await add(proposal(requestMembership.name))
    await tell.proposal(change)
    expect(where(standing)).toEqual(['U1ASKER', 'U3ADMIN'])
  })

  it('says whether an outcome reached whom it concerns, or never will', async () => {
    const { tell, add, failing } = await world()
    const change = await add({ ...proposal(requestMembership.name), state: 'expired' })
    const reach = () => tell.reach({ state: 'expired', change })
    expect(await reach()).toBe(true)
    failing.set(asker.userId, 'slack-unavailable')
    expect(await reach()).toBe(false)
    failing.set(asker.userId, 'slack-refused')
    expect(await reach()).toBe(true)
  })

  it('throws to nobody', async () => {
    const { tell, add, failing } = await world()
    for (const channel of ['C1DESK', 'U1ASKER', 'U3ADMIN']) failing.set(channel, 'slack-unavailable')
    const change = await add(proposal(requestMembership.name, { state: 'declined', decision: { by: admin, at } }))
    await tell.proposal(change)
    await tell.outcome({ state: change.state, change })
    await tell.person(asker, (t) => errorCard.render(t, { code: 'internal', details: {}, serviceDesk: 'x' }))
    expect(
      await tell.operations('question-desk:1', (t) =>
        errorCard.render(t, { code: 'internal', details: {}, serviceDesk: 'x' }),
      ),
    ).toEqual([])
  })
})

describe('an outcome', () => {
  const told = async (change: Change) => {
    const { tell, add, standing } = await world()
    await tell.outcome({ state: change.state, change: await add(change) })
    return standing.map(({ channel, text }) => `${channel}: ${text}`)
  }
  const decision = { by: admin, at }

  it.each<[string, Partial<Change>, string[]]>([
    ['a yes', { state: 'done', decision }, ['U1ASKER: Du hører nå til KYSTVERDI KOMMUNE (310000019).']],
    ['a no', { state: 'declined', decision }, ['U1ASKER: Du ble ikke bekreftet i KYSTVERDI KOMMUNE (310000019).']],
    ['no answer', { state: 'expired' }, ['U1ASKER: Ingen svarte på om du hører til KYSTVERDI KOMMUNE (310000019).']],
    [
      'a yes that came to nothing',
      { state: 'failed', decision },
      [expect.stringContaining('kunne ikke') as unknown as string],
    ],
    ['one’s own withdrawal', { state: 'declined', decision: { by: asker, at } }, []],
    ['nothing yet', {}, []],
  ])('of a request to belong: %s', async (_, over, expected) => {
    expect(await told(proposal(requestMembership.name, over))).toEqual(expected)
  })

  it('of a clearance reaches the person, and the one who named them or asked', async () => {
    const payload = { user: named, organisationNumber: '310000019' }
    const done = await told(proposal(giveClearance.name, { payload, state: 'done', decision }))
    expect(done.sort().map((line) => line.split(':')[0])).toEqual(['U1ASKER', 'U4NAMED'])
    const declined = await told(proposal(askClearance.name, { payload, state: 'declined', decision }))
    expect(declined).toEqual(['U1ASKER: Det ble ikke noe av klareringen for KYSTVERDI KOMMUNE (310000019).'])
    expect(await told(proposal(askClearance.name, { payload, state: 'done', decision }))).toEqual([])
  })
})

describe('a card of the service desk’s', () => {
  it('stands once under its subject, and is edited in place', async () => {
    const { tell, standing } = await world()
    const card = (code: ErrorCode) => (t: Parameters<typeof errorCard.render>[0]) =>
      errorCard.render(t, { code, details: {}, serviceDesk: 'x' })
    const [first] = await tell.operations('question-desk:1', card('internal'))
    const [second] = await tell.operations('question-desk:1', card('store-busy'))
    expect(second?.ts).toBe(first?.ts)
    expect(standing).toHaveLength(1)
    expect(standing[0]?.edits).toBe(1)
  })
})
