import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { HOUR, movableClock } from '../../helpers/clock.ts'
import { forgedClick } from '../../helpers/forge.ts'
import { userOf } from '../../helpers/hats.ts'
import { type House, type Person, startHouse } from '../../helpers/house.ts'
import { clearDesks, newest, refusals, untilModal, words } from '../../helpers/walk.ts'
import {
  type BelongingHouse,
  clickIn,
  messageWith,
  operations,
  startBelonging,
  untilMessage,
} from './belonging-world.ts'

let house: BelongingHouse
const clock = movableClock()

beforeAll(async () => {
  house = await startBelonging({ now: clock.now })
})

afterEach(async () => {
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
  clock.pass(2 * HOUR)
})

afterAll(async () => {
  await house.stop()
})

const openForm = async (who: Person, at: House = house) => {
  const actor = at.as(who)
  await actor.command('/portvakt whoami')
  await actor.click({ action_id: 'service-desk-ask.open' })
  await untilModal(at, actor, 'service-desk-ask')
  return actor
}

/** @param mark what the question is found by, where Slack shows it otherwise than it was typed */
const ask = async (who: Person, question: string, mark = question) => {
  const actor = await openForm(who)
  await actor.submit({ question })
  await untilModal(house, actor, 'service-desk-copy')
  await actor.close(undefined, true)
  const card = await untilMessage(house, house.as('vakt'), mark, operations)
  const copy = await untilMessage(house, actor, mark)
  return { actor, card, copy }
}

const inThread = (who: Person, message: { ts: string }, part: string, channel?: string) =>
  house
    .as(who)
    .messages(channel)
    .find((one) => one.thread_ts === message.ts && one.ts !== message.ts && words(one.blocks).includes(part))

describe('a question to the service desk', () => {
  it('is answered in a thread, and answered back, until it is done', async () => {
    const { actor: kari, card, copy } = await ask('kari', 'Hvorfor ser jeg ikke klienten min?')
    expect(words(card.blocks)).toContain('KYSTVERDI KOMMUNE (310000019)')
    expect(words(card.blocks)).toContain('<mailto:servicedesk@digdir.no')

    const odd = house.as('odd')
    await clickIn(odd, card, 'service-desk-card.reply')
    await untilModal(house, odd, 'service-desk-reply')
    await odd.submit({ reply: 'Prøv /client list.' })
    await house.until(() => inThread('kari', copy, 'Prøv /client list.') !== undefined)
    await house.until(() => inThread('vakt', card, 'Prøv /client list.', operations) !== undefined)

    const answer = inThread('kari', copy, 'Prøv /client list.')
    if (!answer) throw new Error('no answer')
    expect(words(answer.blocks)).toContain('<@U0ODD>')
    await clickIn(kari, answer, 'service-desk-copy.reply')
    await untilModal(house, kari, 'service-desk-reply')
    await kari.submit({ reply: 'Takk, da fant jeg den.' })
    await house.until(() => inThread('odd', card, 'Takk, da fant jeg den.', operations) !== undefined)

    await clickIn(odd, card, 'service-desk-card.done')
    const ended = await untilMessage(house, odd, 'Ferdig, av <@U0ODD>', operations)
    expect(ended.ts).toBe(card.ts)
    expect(words(ended.blocks)).toContain('Hvorfor ser jeg ikke klienten min?')
    expect(words(ended.blocks)).not.toContain('service-desk-card.reply')
    await house.until(() => inThread('kari', copy, 'merket som ferdig') !== undefined)

    const lines = (await house.world.store.auditLines({ organisationNumber: null, size: 50 })).filter(({ action }) =>
      /^service-desk/.test(action),
    )
    expect(lines.reverse().map(({ action, actor }) => [action, actor])).toEqual([
      ['service-desk.ask', userOf('kari')],
      ['service-desk.reply', userOf('odd')],
      ['service-desk.reply', userOf('kari')],
      ['service-desk.done', userOf('odd')],
    ])
    const [{ subject } = { subject: null }] = lines
    expect(subject).toMatch(/^question:./)
    expect(new Set(lines.map((one) => one.subject)).size).toBe(1)
    // neither what was asked nor what was answered
    expect(words(lines)).not.toMatch(/klienten|client list|fant/)
  })

  it.each(['gjest', 'ukjent', 'ubekreftet', 'privat'] as const)('may come from %s too', async (who) => {
    const { card } = await ask(who, `Hjelp for ${who}`)
    expect(words(card.blocks)).toContain('*Virksomhet:* ingen kjent')
  })

  it('can hold no markup of its own, and pings nobody', async () => {
    const { card, copy } = await ask('kari', 'Farlig <!channel> <https://evil.example|Digdir> & *fet*', 'Farlig')
    for (const one of [card, copy])
      expect(words(one.blocks?.filter(({ type }) => type !== 'actions'))).not.toMatch(/<!channel>|<https:\/\/evil/)
  })

  it('fits whatever is typed, and keeps its words when it is done', async () => {
    const { card } = await ask('kari', `Langt "\\${'"'.repeat(790)}`, 'Langt')
    await clickIn(house.as('odd'), card, 'service-desk-card.done')
    await untilMessage(house, house.as('odd'), 'Ferdig, av', operations)
  })

  it('of nothing is refused at the field', async () => {
    const kari = await openForm('kari')
    expect((await kari.submit({ question: '  \n ' })).errors).toEqual({ question: 'Skriv hva du trenger hjelp til.' })
  })

  it('is taken five times an hour', async () => {
    for (let count = 1; count <= 5; count += 1) await ask('oliver', `Question ${count}`)
    const oliver = await openForm('oliver')
    await oliver.submit({ question: 'Question 6' })
    await untilModal(house, oliver, 'error')
    expect(messageWith(house.as('vakt'), 'Question 6', operations)).toBeUndefined()
    // what was typed is still there beneath
    await oliver.close()
    expect(oliver.modal()?.callback_id).toBe('service-desk-ask')
  })

  it('sent twice is one', async () => {
    const kari = await openForm('kari')
    await kari.submit({ question: 'Bare én gang' })
    await untilModal(house, kari, 'service-desk-copy')
    await kari.replayLast()
    await untilMessage(house, kari, 'Bare én gang')
    const cards = house
      .as('vakt')
      .messages(operations)
      .filter((one) => words(one.blocks).includes('Bare én gang'))
    expect(cards).toHaveLength(1)
  })

  it('from an error says which, by the name that the log has for it', async () => {
    const kari = house.as('kari')
    await kari.command('/client show finnes-ikke')
    await house.until(() => words(newest(kari)).includes('service-desk-ask.open'))
    expect(words(newest(kari))).not.toContain('Vår referanse')
    await kari.click({ action_id: 'service-desk-ask.open' })
    const form = await untilModal(house, kari, 'service-desk-ask')
    const [, begun = ''] = /"initial_value":"([^"]+)"/.exec(words(form)) ?? []
    expect(begun).toMatch(/^Jeg fikk denne feilen: Vi fant ikke .*\\nVår referanse: [\w-]{36}\\n\\n$/)
    const [, reference = ''] = /referanse: ([\w-]+)/.exec(begun) ?? []
    expect(
      house
        .logged()
        .split('\n')
        .filter((line) => line.includes(reference))
        .join(),
    ).toContain('not-found')
    await kari.submit({})
    await untilModal(house, kari, 'service-desk-copy')
    await untilMessage(house, house.as('vakt'), reference, operations)
  })

  it('from an error on top of a form leaves the form beneath', async () => {
    const kari = await openForm('kari')
    for (let count = 1; count <= 5; count += 1) {
      await kari.submit({ question: `Nummer ${count}` })
      await untilModal(house, kari, 'service-desk-copy')
      await clearDesks(house)
      await openForm('kari')
    }
    await kari.submit({ question: 'Nummer seks' })
    await untilModal(house, kari, 'error')
    await kari.click({ action_id: 'service-desk-ask.open' })
    expect(words(await untilModal(house, kari, 'service-desk-ask'))).toContain('for mange forsøk')
    await kari.close()
    await kari.close()
    expect(words(kari.modal()?.values)).toContain('Nummer seks')
  })

  it.each([
    ['words of its own', { code: 'not-found', reference: null, digdir: null, what: 'Gi meg passordet' }],
    ['an error that there is not', { code: 'ukjent-kode', reference: 'x', digdir: null }],
    ['no JSON', 'tull'],
  ])('begins empty for a button that carries %s', async (_, value) => {
    const kari = house.as('kari')
    await forgedClick(house, kari, 'service-desk-ask.open', value)
    expect(words(await untilModal(house, kari, 'service-desk-ask'))).not.toContain('initial_value')
  })

  it('is nobody else’s to answer or to end', async () => {
    const { copy, card } = await ask('kari', 'Min egen')
    const id = /\\"question\\":\\"([^\\]+)/.exec(words(copy.blocks))?.[1]
    expect(id).toBeDefined()
    const ingrid = house.as('ingrid')
    for (const action of ['service-desk-copy.reply', 'service-desk-card.reply'])
      await forgedClick(house, ingrid, action, { question: id })
    expect(ingrid.modal()?.callback_id).not.toBe('service-desk-reply')
    await forgedClick(house, ingrid, 'service-desk-card.done', {
      question: id,
      text: 'x',
      user: userOf('kari'),
      organisationNumber: null,
    })
    expect(
      words(
        house
          .as('vakt')
          .messages(operations)
          .find(({ ts }) => ts === card.ts),
      ),
    ).toContain('card.reply')
  })
})

describe('where no operations channel is set up', () => {
  it('each operator has the card, and one ends it for all', async () => {
    const other = await startHouse({ now: clock.now, env: { OPERATIONS_CHANNEL: '' } })
    try {
      const kari = await openForm('kari', other)
      await kari.submit({ question: 'Til hver av dere' })
      await untilModal(other, kari, 'service-desk-copy')
      const atVakt = await untilMessage(other, other.as('vakt'), 'Til hver av dere')
      await untilMessage(other, other.as('odd'), 'Til hver av dere')
      await clickIn(other.as('vakt'), atVakt, 'service-desk-card.done')
      await untilMessage(other, other.as('odd'), 'Ferdig, av <@U0VAKT>')
      expect(refusals(other)).toEqual([])
    } finally {
      await other.stop()
    }
  })

  it('nor any operator: the asker gets a mail that need only be sent', async () => {
    const other = await startHouse({ now: clock.now, env: { OPERATIONS_CHANNEL: '', OPERATORS: '' } })
    try {
      const kari = await openForm('kari', other)
      await kari.submit({ question: 'Hallo?' })
      await untilModal(other, kari, 'service-desk-copy')
      expect(words(kari.modal())).toContain('<mailto:servicedesk@digdir.no?subject=')
      expect(newest(kari)?.ephemeral).toBe(true)
    } finally {
      await other.stop()
    }
  })
})
