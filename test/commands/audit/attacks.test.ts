import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { textFor } from '../../../src/text/index.ts'
import { auditBrowser } from '../../../views/audit/browser.ts'
import { type AuditRef, wholeAudit } from '../../../views/audit/values.ts'
import { asBot, forgedClick, unusedTrigger } from '../../helpers/forge.ts'
import { organisations, type Person } from '../../helpers/house.ts'
import { type Actor, clearDesks, newest, refusals, unnamed, untilModal, words } from '../../helpers/walk.ts'
import { browser } from '../../views/audit/samples.ts'
import { type AuditHouse, auditHouse, direktoratet, kystverdi, nobodys, openAudit, untilSaid } from './world.ts'

let w: AuditHouse
let theirs: { at: number; id: string }
let ours: { at: number; id: string }
const theirClient = 'b1b1b1b1-5a55-4f2f-9a77-0f4f3f1a2b3c'
const secret = 'Direktoratets hemmelige prosjekt'

beforeAll(async () => {
  w = await auditHouse()
  await w.client(theirClient, secret, direktoratet)
  await w.client('a-1', 'Byggesak')
  theirs = await w.line({
    organisationNumber: direktoratet,
    actor: w.by('ingrid'),
    subject: `client:${theirClient}`,
    values: { after: { client_name: secret } },
  })
  ours = await w.line()
})

afterEach(async () => {
  const seen = words([w.house.as('astrid').desk(), w.house.as('kari').desk()])
  expect(seen).not.toContain(secret)
  expect(seen).not.toContain(organisations.direktoratet.name)
  await clearDesks(w.house)
  expect(refusals(w.house)).toEqual([])
})

afterAll(async () => {
  await w.house.stop()
})

/** What the person was answered, without what Slack makes up for each. */
const answer = (actor: Actor): string =>
  unnamed(words([actor.modal()?.callback_id, actor.modal()?.blocks, newest(actor)?.blocks]))

/** Opens a modal of the bot's whose metadata somebody has tampered with. */
const tampered = async (actor: Actor, ref: AuditRef) => {
  const { view } = auditBrowser.render(
    textFor('nb'),
    browser({ ref, scope: { all: true }, names: { clients: {}, organisations: {} }, more: true }),
  )
  await asBot(w.house, 'views.open', { trigger_id: await unusedTrigger(w.house, actor), view })
  await untilModal(w.house, actor, 'audit')
}

describe('an admin who asks for another organisation', () => {
  it.each<[string, (actor: Actor, number: string) => Promise<unknown>]>([
    ['by its number after the command', (actor, number) => actor.command(`/portvakt audit ${number}`)],
    ['by its number and a client of its', (actor, number) => actor.command(`/portvakt audit ${number} ${theirClient}`)],
    [
      'by turning the page of a tampered modal',
      async (actor, number) => {
        await tampered(actor, { ...wholeAudit, organisation: number })
        await actor.click({ action_id: 'audit.older' })
        await untilModal(w.house, actor, 'error')
      },
    ],
    [
      'by a filter in a tampered modal',
      async (actor, number) => {
        await tampered(actor, { ...wholeAudit, organisation: number })
        await actor.click({ action_id: 'audit.environment', value: 'test' })
        await untilModal(w.house, actor, 'error')
      },
    ],
    [
      'by a choice that nobody offered',
      (actor, number) => forgedClick(w.house, actor, 'audit.choose', { organisation: number }),
    ],
  ])('%s gets the answer for one that nobody knows', async (_, asks) => {
    const astrid = w.house.as('astrid')
    const answers: string[] = []
    for (const number of [direktoratet, nobodys]) {
      await asks(astrid, number)
      await w.house.until(() => /Vi fant ikke/.test(answer(astrid)))
      answers.push(answer(astrid))
      await clearDesks(w.house)
    }
    expect(answers[0]).toBe(answers[1])
  })

  it('gets no suggestions of its clients, and none of organisations', async () => {
    const astrid = w.house.as('astrid')
    await tampered(astrid, { ...wholeAudit, organisation: direktoratet })
    expect(await astrid.suggest('filters-0', 'audit.client', '')).toEqual({ options: [] })
    expect(await astrid.suggest('filters-0', 'audit.organisation', '')).toEqual({ options: [] })
  })

  it('gets the answer for an unknown line for one of its lines', async () => {
    const astrid = w.house.as('astrid')
    const answers: string[] = []
    for (const value of [theirs, { ...ours, id: theirs.id }, { ...theirs, id: 'finnes-ikke' }]) {
      await forgedClick(w.house, astrid, 'audit.show', value)
      await w.house.until(() => /Vi fant ikke/.test(answer(astrid)))
      answers.push(answer(astrid))
    }
    expect(new Set(answers).size).toBe(1)
  })

  it('sees the same of its client as of one that is nowhere', async () => {
    const astrid = w.house.as('astrid')
    const answers: string[] = []
    for (const id of [theirClient, 'c2c2c2c2-5a55-4f2f-9a77-0f4f3f1a2b3c']) {
      await openAudit(w.house, astrid, id)
      expect(await untilSaid(w.house, astrid, 'Ingen linjer passer')).toContain(`*Klient:* \`${id}\``)
      answers.push(answer(astrid).replaceAll(id, ''))
    }
    expect(answers[0]).toBe(answers[1])
  })
})

describe('who may not read the audit', () => {
  it.each<[string, Person, RegExp]>([
    ['a member', 'kari', /ikke rett til/],
    ['a cleared member', 'cecilie', /ikke rett til/],
    ['a guest', 'gjest', /gjest/],
  ])('%s is told so, whatever they click', async (_, who, expected) => {
    const actor = w.house.as(who)
    await actor.command('/portvakt audit')
    await w.house.until(() => expected.test(words(newest(actor)?.blocks)))
    for (const [action, value] of [
      ['audit.open', {}],
      ['audit.show', ours],
      ['audit.choose', { organisation: kystverdi }],
    ] as const) {
      await forgedClick(w.house, actor, action, value)
      await w.house.until(() => expected.test(words(newest(actor)?.blocks)))
    }
    expect(words(actor.desk())).not.toContain('Ny nøkkel')
  })

  it('an admin who is one no more sees nothing further in a modal that is open', async () => {
    const astrid = w.house.as('astrid')
    await openAudit(w.house, astrid)
    await w.admin(false)
    try {
      await astrid.click({ action_id: 'audit.environment', value: 'test' })
      await untilModal(w.house, astrid, 'error')
      await untilSaid(w.house, astrid, /ikke rett til/)
    } finally {
      await w.admin(true)
    }
  })
})

describe('an operator', () => {
  it('gets an unknown organisation’s answer too, and those of all others', async () => {
    const odd = w.house.as('odd')
    await odd.command(`/portvakt audit ${nobodys}`)
    await w.house.until(() => /Vi fant ikke/.test(words(newest(odd)?.blocks)))
    await openAudit(w.house, odd)
    await odd.click({ action_id: 'audit.show', value: JSON.stringify(theirs) })
    await untilModal(w.house, odd, 'audit-line')
    expect(words(odd.modal()?.blocks)).toContain(`client_name: ${secret}`)
  })
})
