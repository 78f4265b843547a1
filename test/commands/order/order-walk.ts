import { exec } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'
import type { SimpleValues } from '../../../sandbox/slack/values.ts'
import type { Order } from '../../../src/domain/order/types.ts'
import { type House, organisations } from '../../helpers/house.ts'
import { type Actor, untilModal, words } from '../../helpers/walk.ts'

export const supplier = organisations.leverandor
export const bank = organisations.banken

/** What an order B needs beside what is filled in already. */
export const fictionalValues = (more: SimpleValues = {}): SimpleValues => ({
  supplier_test_contact_phone: '40 00 00 00',
  production_data_consent: ['yes'],
  ...more,
})

export const existingValues = (more: SimpleValues = {}): SimpleValues => ({
  ...fictionalValues(),
  customer_organisation_number: bank.organisation_number,
  customer_name: bank.name,
  customer_test_contact_name: 'Berit Nordang',
  customer_test_contact_email: 'berit.nordang@eksempelbanken.example',
  customer_test_contact_phone: '22 00 00 00',
  ...more,
})

export const directValues = (more: SimpleValues = {}): SimpleValues => ({
  test_contact_phone: '22 00 00 00',
  same_contact: ['yes'],
  legal_basis: 'rapporteringspliktig',
  legal_basis_letter: 'a',
  ...more,
})

/** Opens the form of a kind, and sends it; resolves with what it was answered. */
export const fill = async (actor: Actor, house: House, kind: Order['kind'], values: SimpleValues) => {
  await actor.command(`/test-access new ${kind}`)
  await untilModal(house, actor, 'test-access-details')
  return await actor.submit(values)
}

/** A draft as its preview shows it. */
export const draft = async (house: House, actor: Actor, kind: Order['kind'], values: SimpleValues) => {
  const outcome = await fill(actor, house, kind, values)
  if (outcome.errors) throw new Error(words(outcome.errors))
  return await untilModal(house, actor, 'test-access-preview')
}

/** Drafts and sends an order; the card stands in its modal. */
export const order = async (house: House, actor: Actor, kind: Order['kind'], values: SimpleValues): Promise<Order> => {
  await draft(house, actor, kind, values)
  await actor.submit({})
  await untilModal(house, actor, 'order-card')
  return await newestOrder(house)
}

export const allOrders = async (house: House): Promise<Order[]> =>
  (await house.world.store.orders({ page: 0, size: 200 })).rows

export const newestOrder = async (house: House): Promise<Order> => {
  const [first] = await allOrders(house)
  if (first === undefined) throw new Error('there is no order')
  return first
}

/** An order as it is stored now. */
export const now = async (house: House, { id }: Pick<Order, 'id'>): Promise<Order> => {
  const found = await house.world.store.order(id)
  if (found === null) throw new Error(`no ${id}`)
  return found
}

/** Looks at an order's card in a modal of its own. */
export const look = async (house: House, actor: Actor, { id }: Pick<Order, 'id'>) => {
  if (actor.modal() !== undefined) await actor.close(undefined, true)
  await actor.command('/test-access')
  await untilModal(house, actor, 'order-browser')
  await actor.click({ action_id: 'order-browser.show', value: JSON.stringify({ order: id }) })
  return await untilModal(house, actor, 'order-card')
}

/** Clicks a button of the card in front, and waits for the modal that it opens. */
export const press = async (house: House, actor: Actor, button: string, opens: string) => {
  await actor.click({ action_id: `order-card.${button}` })
  return await untilModal(house, actor, opens)
}

const run = promisify(exec)

/** Runs a command of the bot's in a shell, as its owner would, with their key in a file. */
export const runWithKey = async (command: string, privatePem: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'portvakt-token-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const key = join(folder, 'key.pem')
  await writeFile(key, privatePem, { mode: 0o600 })
  const { stdout } = await run(command, { env: { ...process.env, KEY: key } })
  return stdout.trim()
}

/** The shell command in a view of next steps. */
export const commandIn = (blocks: unknown): string => {
  const texts = [...words(blocks).matchAll(/"type":"text","text":("(?:[^"\\]|\\.)*")/g)].map(
    ([, text = '""']) => JSON.parse(text) as string,
  )
  const found = texts.find((text) => text.includes('openssl'))
  if (found === undefined) throw new Error('no command in the view')
  return found
}
