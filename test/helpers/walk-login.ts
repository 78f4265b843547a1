import { randomInt } from 'node:crypto'
import type { SimpleValues } from '../../sandbox/slack/values.ts'
import type { Change } from '../../src/domain/change.ts'
import { type Choice, logInAs } from '../sandbox/idporten/login.ts'
import { createBrowser } from '../web/browser.ts'
import { hearProduction } from './contacts.ts'
import type { House } from './house.ts'
import { type Actor, loginValues, untilModal, words } from './walk.ts'

/** The buttons of the bot's pages, as they are in bokmål. */
export const labels = { carryOut: 'Utfør', confirm: 'Bekreft adressen', logOut: 'Logg ut av ID-porten' } as const

/**
 * A browser in front of the running bot, behind a proxy that names its address: one of its own, so that what others
 * guess wrongly is not counted against it.
 */
export const visitorOf = (house: House, how: { address?: string; headers?: Record<string, string> } = {}) => {
  const address = how.address ?? `198.18.${randomInt(256)}.${randomInt(256)}`
  const send = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url)
    const headers = Object.fromEntries(request.headers)
    const body = request.body === null ? {} : { body: await request.text() }
    return await fetch(`${house.url}${pathname}${search}`, {
      method: request.method,
      redirect: 'manual',
      headers,
      ...body,
    })
  }
  const headers = { 'x-forwarded-for': address, ...how.headers }
  return createBrowser({ fetch: send }, house.env.PUBLIC_URL ?? '', { headers })
}

export type Visitor = ReturnType<typeof visitorOf>

/** An address at the bot as a path. */
export const pathOf = (address: URL | string): string => {
  const { pathname, search } = new URL(address)
  return `${pathname}${search}`
}

/** The path of the login link in whatever is shown. */
export const loginLinkIn = (shown: unknown): string => {
  const [, path] = /https?:\/\/[^"/]+(\/login\/[\w.-]+)/.exec(words(shown)) ?? []
  if (path === undefined) throw new Error(`no login link in ${words(shown)}`)
  return path
}

export type Proposed = { path: string; change: Change }

/** The change that a login link is for. */
export const changeOfPath = async (house: House, path: string): Promise<Change> => {
  const change = await house.world.store.change(path.split('/').at(-1)?.split('.')[0] ?? '')
  if (change === null) throw new Error(`no change behind ${path}`)
  return change
}

/** Asks for a new client in production in Slack, as far as the modal with the login link, and leaves that open. */
export const proposeClient = async (
  house: House,
  actor: Actor,
  name: string,
  more: SimpleValues = {},
): Promise<Proposed> => {
  await hearProduction(house)
  await actor.command('/client new idporten prod')
  await untilModal(house, actor, 'client-new-details')
  const outcome = await actor.submit({ ...loginValues(name), ...more })
  if (outcome.errors) throw new Error(words(outcome.errors))
  const path = loginLinkIn(await untilModal(house, actor, 'client-step-up'))
  return { path, change: await changeOfPath(house, path) }
}

/** Opens a login link and presses its button; gives the address at ID-porten. */
export const beginLogin = async (visitor: Visitor, path: string): Promise<URL> => {
  const begun = await visitor.post(path)
  if (begun.location === null) throw new Error(`no login began: ${begun.status} ${begun.heading}`)
  return new URL(begun.location)
}

/** Goes where ID-porten sends the browser, and on to the page after the login if it comes so far. */
export const comeBack = async (visitor: Visitor, callback: URL | string) => {
  const back = await visitor.get(pathOf(callback))
  return back.location === null ? back : await visitor.get(pathOf(back.location))
}

/** A whole login: gives the page that the browser ends at. */
export const logIn = async (visitor: Visitor, path: string, choice: Choice = {}) =>
  await comeBack(visitor, await logInAs(await beginLogin(visitor, path), choice))

/** The click on the page after a login. */
export const carryOut = async (visitor: Visitor, page: Awaited<ReturnType<Visitor['get']>>) =>
  await visitor.post(page.path, { proof: page.proof(labels.carryOut) })

/** Every request that could have changed something at Digdir's production. */
export const changesAtProd = (house: House): string[] =>
  house.digdir.prod
    .requests()
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path}`)
