import type { HomeView, KnownBlock } from '@slack/types'
import type { Organisation } from '../../src/domain/belonging/types.ts'
import type { Environment } from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { auditBrowser } from '../audit/browser.ts'
import { adminDone } from '../belonging/admin/done.ts'
import { languageChoice } from '../belonging/language.ts'
import { organisationSwitch } from '../belonging/organisation-switch.ts'
import { serviceDeskAsk } from '../belonging/service-desk-ask.ts'
import { changeValue, wholeList } from '../client/values.ts'
import { contactHome } from '../contact/home.ts'
import type { ReachShown } from '../contact/reach-line.ts'
import { actions as actionRow, button, context, divider, header, section } from '../kit/blocks.ts'
import { limits } from '../kit/limits.ts'
import { bold, mrkdwn, named, person, stacked, type Words } from '../kit/mrkdwn.ts'
import type { Shown } from '../kit/shown.ts'
import { type OrderHomeData, orderHome } from '../order/home.ts'

const id = 'home'
const actions = {
  new: 'home.client-new',
  list: 'home.client-list',
  help: 'home.help',
  resume: 'home.resume',
  look: 'home.look',
  whoami: 'home.whoami',
} as const

/** More than these nobody finishes from a home tab; the list has the rest. */
const mostOpen = 10

/** What somebody is trusted with beside the clients: an organisation's admins and operators. */
export type Trusted = { admin: boolean; audit: boolean }

export type HomeData = {
  trusted: Trusted
  userId: string
  organisation: Pick<Organisation, 'number' | 'name'>
  /** that one may switch to */
  others: readonly Pick<Organisation, 'number' | 'name'>[]
  environments: {
    environment: Environment
    /** whether there is an admin client for it */
    on: boolean
    lookOnly: boolean
    /** active clients as last fetched, null when never */
    clients: number | null
  }[]
  /** how well the organisation can be reached */
  reach: ReachShown
  /** the organisation's orders of test access */
  orders: OrderHomeData
  /** the person's own changes that are not at an end */
  open: {
    change: string
    client_name: string
    environment: Environment
    state: 'half-made' | 'unknown' | 'working' | 'waiting'
  }[]
}

const summary = (t: Text, { environment, on, lookOnly, clients }: HomeData['environments'][number]): Words => {
  const state = !on ? t.home.off : clients === null ? t.home.notFetched : t.home.clients({ count: clients })
  return named(t.common.environmentNames[environment], on && lookOnly ? `${state}, ${t.home.lookOnly}` : state)
}

const openChange =
  (t: Text) =>
  ({ change, client_name: name, environment, state }: HomeData['open'][number]): KnownBlock => {
    const words = {
      'half-made': t.home.halfMade,
      unknown: t.home.unknown,
      working: t.home.working,
      waiting: t.home.waiting,
    }
    const text = mrkdwn`${words[state]({ name })} (${t.common.environments[environment]})`
    const value = changeValue.write({ change })
    if (state === 'working') return section(mrkdwn`:hourglass_flowing_sand: ${text}`)
    const next =
      state === 'half-made' || state === 'waiting'
        ? button({ id: actions.resume, text: t.home.resume, value, style: 'primary' })
        : button({ id: actions.look, text: t.home.look, value })
    return section(state === 'waiting' ? mrkdwn`:lock: ${text}` : mrkdwn`:warning: ${text}`, next)
  }

const homeView = (blocks: KnownBlock[]): HomeView => ({
  type: 'home',
  callback_id: id,
  blocks: blocks.slice(0, limits.blocksInView),
})

const language = (t: Text): KnownBlock[] => [divider, section(bold(t.home.language)), ...languageChoice.blocks(t)]

const trustedButtons = (t: Text, { admin, audit }: Trusted): KnownBlock[] => {
  const buttons = [
    ...(admin ? [button({ id: adminDone.actions.open, text: t.admin.open, value: '{}' })] : []),
    ...(audit ? [button({ id: auditBrowser.actions.open, text: t.audit.open, value: '{}' })] : []),
  ]
  return buttons.length === 0 ? [] : actionRow(...buttons)
}

/** A member's Home tab. */
const render = (t: Text, data: HomeData): HomeView =>
  homeView([
    header(t.home.title),
    section(
      stacked([
        mrkdwn`${t.home.greeting} ${person(data.userId)}`,
        bold(t.home.organisation(data.organisation)),
        ...data.environments.map((one) => summary(t, one)),
      ]),
    ),
    ...organisationSwitch.blocks(t, data),
    context(t.home.what),
    ...actionRow(
      button({ id: actions.new, text: t.home.new, style: 'primary' }),
      button({ id: actions.list, text: t.home.list, value: wholeList('test') }),
      button({ id: actions.whoami, text: t.home.whoami }),
      button({ id: actions.help, text: t.home.help }),
      serviceDeskAsk.askButton(t),
    ),
    ...trustedButtons(t, data.trusted),
    ...(data.open.length > 0
      ? [divider, section(bold(t.home.unfinished)), ...data.open.slice(0, mostOpen).map(openChange(t))]
      : []),
    ...contactHome.render(t, data.reach),
    ...orderHome.render(t, data.orders),
    ...language(t),
  ])

/** The Home tab of somebody who is no member anywhere: the card that says why, as in messages, and the language. */
const renderOutside = (t: Text, card: Shown, trusted: Trusted): HomeView =>
  homeView([...card.message.blocks, ...trustedButtons(t, trusted), ...language(t)])

export const home = { id, actions, render, renderOutside }
