import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { NewDelivery } from '../../../src/domain/delivery/delivery.ts'
import type { DeliveryEnd } from '../../../src/domain/delivery/message.ts'
import { addContactTo, forgetContacts } from '../../helpers/contacts.ts'
import { giveHats, userOf } from '../../helpers/hats.ts'
import { type House, organisations, startHouse } from '../../helpers/house.ts'
import { type Actor, actionsIn, clearDesks, refusals, stored, untilModal, words } from '../../helpers/walk.ts'

let house: House
const { kystverdi, fjordlys } = organisations

beforeAll(async () => {
  house = await startHouse({ outside: true, wait: async () => {} })
  await giveHats(house)
})

afterEach(async () => {
  for (const { organisation_number } of [kystverdi, fjordlys]) await forgetContacts(house, organisation_number)
  await clearDesks(house)
  expect(refusals(house)).toEqual([])
})

afterAll(async () => {
  await house.stop()
})

const failed = { state: 'failed', failure: 'refused-message', failureCode: 554 } as const
const unknown = { state: 'unknown', failure: 'dropped-after-data', failureCode: null } as const

/** Mails to so many contacts of an organisation that ended so; in one write, so that the bot never gets to send them. */
const ended = async (count: number, end: DeliveryEnd, { organisation_number }: { organisation_number: string }) => {
  const to: string[] = []
  const rows: (NewDelivery & { id: string })[] = []
  for (let nth = 0; nth < count; nth += 1) {
    const address = `k-${randomUUID()}@kystverdi.example`
    const contact = await addContactTo(house, { email: address, organisationNumber: organisation_number })
    to.push(address)
    rows.push({
      ...({ id: randomUUID(), kind: 'contact-left', lane: 'transactional', channel: 'mail', language: 'nb' } as const),
      ...{ address, data: { contactId: contact.id, name: 'Per Havn' }, organisationNumber: organisation_number },
    })
  }
  await house.world.store.write({}, async (tx) => {
    const token = randomUUID()
    await tx.addDeliveries(rows)
    const claim = { worker: 'test', token, channel: 'mail', size: 50, perOrganisation: 50, leaseMs: 60_000 } as const
    await tx.beginSending(await tx.claimDeliveries(claim))
    await tx.endSending(rows.map(({ id }) => ({ id, token, end })))
    return null
  })
  return to
}

const openList = async (actor: Actor) => {
  await actor.command('/portvakt admin')
  await untilModal(house, actor, 'admin-organisations')
  await actor.click({ action_id: 'undelivered.open' })
  return await untilModal(house, actor, 'undelivered')
}

/** The list, once it says this. */
const untilSaid = async (actor: Actor, part: string): Promise<string> => {
  const there = () => words(actor.modal()?.blocks).includes(part)
  await house.slack.workspace.until(there, 4_000, `“${part}” in ${words(actor.modal()?.blocks)}`)
  return words(actor.modal()?.blocks)
}

/** The question of the button for all, as Slack shows it. */
const question = (blocks: unknown): string =>
  /"text":"([^"]*)"/.exec(
    /"action_id":"undelivered.all".*?"confirm":\{"title":\{[^}]*\},"text":(\{[^}]*\})/.exec(words(blocks))?.[1] ?? '',
  )?.[1] ?? ''

const mailsTo = (addresses: string[]) =>
  addresses.map(
    (address) => house.outside.mailbox.mails().filter(({ envelope }) => envelope.to.includes(address)).length,
  )

const untilSent = (addresses: string[]) =>
  expect.poll(() => mailsTo(addresses), { timeout: 10_000 }).toEqual(addresses.map(() => 1))

const audited = () => (stored(house).audit ?? []).filter(({ action }) => action === 'delivery.send-all-again')

it('sends all again that did not arrive, once however often it is clicked, and tells apart what may have', async () => {
  const ours = [...(await ended(7, failed, kystverdi)), ...(await ended(2, unknown, kystverdi))]
  const theirs = await ended(1, failed, fjordlys)
  const vakt = house.as('vakt')
  const list = await openList(vakt)
  expect(words(list.blocks)).toContain('8 meldinger ikke levert, 2 uvisse')
  expect(question(list.blocks)).toBe(
    '8 meldinger som ikke ble levert, sendes på nytt. 2 meldinger som kanskje kom fram, sendes på nytt: den som alt har fått sin, får den to ganger.',
  )
  await vakt.click({ action_id: 'undelivered.all' })
  await vakt.replayLast()
  const shown = await untilSaid(vakt, '10 meldinger står i kø igjen, 2 av dem kom kanskje fram før.')
  expect(shown).toContain('Ingen meldinger er uleverte eller uvisse nå.')
  expect(actionsIn(vakt.modal()?.blocks)).not.toContain('undelivered.all')
  await untilSent([...ours, ...theirs])
  expect(mailsTo([...ours, ...theirs])).toEqual(Array.from({ length: 10 }, () => 1))

  const lines = audited()
  const by = { actor_user: userOf('vakt').userId, outcome: 'done' }
  expect(lines).toHaveLength(2)
  expect(lines).toContainEqual(expect.objectContaining({ ...by, organisation_number: kystverdi.organisation_number }))
  expect(lines).toContainEqual(expect.objectContaining({ ...by, organisation_number: fjordlys.organisation_number }))
  const values = (stored(house).audit_values ?? []).map(({ value }) => value)
  expect(values).toContain('{"after":{"failed":7,"unknown":2}}')
})

it('leaves alone what failed after the list was read, which nobody has seen', async () => {
  const seen = await ended(2, failed, kystverdi)
  const odd = house.as('odd')
  await openList(odd)
  const later = await ended(1, failed, kystverdi)
  const lines = audited().length
  await odd.click({ action_id: 'undelivered.all' })
  const shown = await untilSaid(odd, '2 meldinger står i kø igjen.')
  expect(shown).toContain('1 melding ikke levert, 0 uvisse')
  await untilSent(seen)
  expect(mailsTo(later)).toEqual([0])
  expect(audited()).toHaveLength(lines + 1)
  // one alone has its own button
  expect(actionsIn(odd.modal()?.blocks).filter((id) => id.startsWith('undelivered.'))).toEqual(['undelivered.again'])
  await odd.click({ action_id: 'undelivered.again' })
  await untilSaid(odd, 'Meldingen står i kø igjen.')
  await untilSent(later)
})

it('says so when another operator was first', async () => {
  const addresses = await ended(2, unknown, kystverdi)
  const [vakt, odd] = [house.as('vakt'), house.as('odd')]
  await vakt.command('/portvakt language en')
  await openList(vakt)
  const list = await openList(odd)
  expect(question(list.blocks)).toBe(
    '2 meldinger som kanskje kom fram, sendes på nytt: den som alt har fått sin, får den to ganger.',
  )
  expect(question(vakt.modal()?.blocks)).toBe(
    '2 messages that may have arrived will be sent again: whoever has it already gets it twice.',
  )
  await odd.click({ action_id: 'undelivered.all' })
  await untilSaid(odd, '2 meldinger står i kø igjen')
  await vakt.click({ action_id: 'undelivered.all' })
  await untilSaid(vakt, 'Nothing was sent again: what you saw was sent again already, or has arrived.')
  await untilSent(addresses)
  await vakt.command('/portvakt language nb')
})
