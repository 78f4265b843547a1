import Database from 'better-sqlite3'
import type { Client } from '../../sandbox/digdir/model.ts'
import type { View } from '../../sandbox/protocol.ts'
import type { SimpleValues } from '../../sandbox/slack/values.ts'
import { type House, organisations, people } from './house.ts'

export type Actor = ReturnType<House['as']>

/** Anything shown, as one text to look in. */
export const words = (shown: unknown): string => JSON.stringify(shown ?? null)

/** Without what is new each time: Slack's names of blocks, and ours of the very request. */
export const unnamed = (shown: string): string =>
  shown.replaceAll(/"block_id":"[^"]*"|\\"reference\\":\\"[^"\\]*\\"|(Vår referanse|Our reference): [\w-]+/g, '')

/** The newest message that the person sees in their conversation with the bot, threads left out. */
export const newest = (actor: Actor) =>
  actor
    .messages()
    .filter((one) => one.thread_ts === undefined || one.thread_ts === one.ts)
    .at(-1)

/** The ids of all that can be clicked in blocks. */
export const actionsIn = (blocks: unknown): string[] =>
  [...words(blocks).matchAll(/"action_id":"([^"]+)"/g)].map(([, id]) => id ?? '')

/** The modal in front, once it has this callback id. */
export const untilModal = async (house: House, actor: Actor, callbackId: string): Promise<View> => {
  const there = () => actor.modal()?.callback_id === callbackId
  // sooner than a test gives up, so that it can say what was there instead
  await house.slack.workspace.until(there, 4_000).catch(() => {
    throw new Error(
      `no ${callbackId} in front, but ${actor.modal()?.callback_id ?? 'no modal'}: ${words(actor.modal()?.blocks ?? newest(actor))}`,
    )
  })
  const view = actor.modal()
  if (view === undefined) throw new Error('the modal was closed')
  return view
}

/** The details form of a type, as `/client new <type>` opens it. */
export const openDetails = async (house: House, actor: Actor, type: 'idporten' | 'maskinporten'): Promise<View> => {
  await actor.command(`/client new ${type}`)
  return await untilModal(house, actor, 'client-new-details')
}

/** Closes every modal of everybody, so that a test begins with an empty desk. */
export const clearDesks = async (house: House): Promise<void> => {
  for (const { id } of Object.values(people)) {
    const actor = house.slack.workspace.as(id)
    if (actor.modal() !== undefined) await actor.close(undefined, true)
  }
}

/** What an ID-porten form needs at least. */
export const loginValues = (name: string): SimpleValues => ({
  client_name: name,
  description: `Innlogging til ${name}`,
  redirect_uris: 'https://tjeneste.kystverdi.example/callback',
  post_logout_redirect_uris: 'https://tjeneste.kystverdi.example/',
})

/** Fills and submits the details of an ID-porten client; what comes of it is the caller's to await. */
export const submitLogin = async (house: House, actor: Actor, name: string, more: SimpleValues = {}) => {
  await openDetails(house, actor, 'idporten')
  return await actor.submit({ ...loginValues(name), ...more })
}

/** The card of a client in a person's direct messages, and the history in its thread. */
export const cardOf = (actor: Actor, clientId: string) => {
  const all = actor.messages()
  const threads = new Set(all.map((one) => one.thread_ts).filter((ts) => ts !== undefined))
  const card = all.find((one) => threads.has(one.ts) && words(one.blocks).includes(clientId))
  return {
    card,
    history: all.filter((one) => one.thread_ts !== undefined && one.thread_ts === card?.ts).map((one) => one.text),
  }
}

/** The card and its history, once that has so many lines. */
export const untilCard = async (house: House, actor: Actor, clientId: string, lines = 1) => {
  await house.slack.workspace.until(
    () => cardOf(actor, clientId).history.length >= lines,
    4_000,
    `a card with ${lines} lines`,
  )
  return cardOf(actor, clientId)
}

/** An ID-porten client made through the bot, modals closed again. */
export const makeLogin = async (house: House, actor: Actor, name: string, more: SimpleValues = {}): Promise<Client> => {
  const outcome = await submitLogin(house, actor, name, more)
  if (outcome.errors) throw new Error(words(outcome.errors))
  await untilModal(house, actor, 'client-created')
  await untilCard(house, actor, onlyNamed(house, name).client_id)
  await actor.close(undefined, true)
  return onlyNamed(house, name)
}

/** Kystverdi's (or another's) clients at Digdir's test environment with a name. */
export const named = (
  house: House,
  name: string,
  orgno: string = organisations.kystverdi.organisation_number,
): Client[] => house.digdir.test.registry.clients(orgno).filter((one) => one.client_name === name)

/** The one client with a name. @throws when there is none, or a second one */
export const onlyNamed = (house: House, name: string, orgno?: string): Client => {
  const [first, second] = named(house, name, orgno)
  if (first === undefined || second !== undefined) throw new Error(`${second ? 'several' : 'no'} clients named ${name}`)
  return first
}

/** Key ids of a client at Digdir. */
export const kidsAt = (house: House, clientId: string): string[] =>
  house.digdir.test.registry.client(clientId)?.keys?.keys.map((key) => key.kid) ?? []

/** Errors of Slack's that come of what people do: a modal closed meanwhile, a request sent twice, an unknown address. */
const ofPeople = new Set(['not_found', 'exchanged_trigger_id', 'users_not_found'])

/** What Slack itself refused: what a person was told of, and the bot's calls that were wrong. */
export const refusals = (house: House): string[] => {
  const { workspace } = house.slack
  const told = Object.values(people).flatMap((one) =>
    workspace
      .as(one.id)
      .desk()
      .toasts.map((toast) => `${one.name}: ${toast.title} ${toast.detail ?? ''}`),
  )
  const calls = workspace.calls
    .filter(({ answer }) => answer.ok === false && !ofPeople.has(String(answer.error)))
    .map(({ method, answer }) => `${method}: ${words(answer)}`)
  return [...told, ...calls]
}

const table = (database: Database.Database, name: string) => database.prepare(`select * from "${name}"`).all()

/** The bot's whole database (SQLite) as rows by table. */
export const stored = (house: House): Record<string, Record<string, unknown>[]> => {
  const database = new Database((house.env.DATABASE_URL ?? '').replace(/^file:/, ''), { readonly: true })
  try {
    const names = database.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[]
    return Object.fromEntries(names.map((name) => [name, table(database, name) as Record<string, unknown>[]]))
  } finally {
    database.close()
  }
}

/** Everything that outlives a modal: the database, the log, every message of every conversation. */
export const kept = (house: House): string => {
  const { workspace } = house.slack
  const messages = workspace.people().map((one) => workspace.as(one.id).desk().messages)
  return words([
    stored(house),
    house.logged(),
    messages,
    workspace.calls.filter((call) => call.method.startsWith('chat.')),
  ])
}
