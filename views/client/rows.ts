import type { KnownBlock } from '@slack/types'
import type { Environment, Registration } from '../../src/domain/client/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { actions, button, context, divider, section } from '../kit/blocks.ts'
import { bold, inCode, mrkdwn, stacked } from '../kit/mrkdwn.ts'
import { pages } from '../kit/pages.ts'
import { clientValue, listRef } from './values.ts'

/** Rows on a page, in a message and in a modal alike. */
export const clientListSize = 8

export type ClientListData = {
  environment: Environment
  /** what was searched for */
  text: string | null
  /** whether inactive ones are in the rows */
  inactive: boolean
  page: number
  rows: Pick<Registration, 'client_id' | 'client_name' | 'integration_type' | 'active'>[]
  /** of all that match, on every page */
  total: number
  /** how many of those that match are inactive, shown or not */
  inactiveCount: number
  /** epoch ms of the last complete fetch, null when there was none */
  fetchedAt: number | null
  freshness: 'fresh' | 'checking' | 'unreachable'
  /** made with a supplier's access: clients made elsewhere may not show */
  supplier: boolean
}

export type ListActions = { show: string; previous: string; next: string; inactive: string; new: string }

const row =
  (t: Text, data: ClientListData, show: string) =>
  (client: ClientListData['rows'][number]): KnownBlock =>
    section(
      stacked([
        bold(cut(client.client_name, 250)),
        mrkdwn`${t.client.types[client.integration_type] ?? client.integration_type} · ${
          client.active ? t.client.active : mrkdwn`:no_entry: *${t.client.inactive}*`
        } · ${inCode(client.client_id)}`,
      ]),
      button({
        id: show,
        text: t.client.list.show,
        value: clientValue.write({ environment: data.environment, client_id: client.client_id }),
      }),
    )

const nothing = (t: Text, data: ClientListData): string | null => {
  if (data.total > 0) return null
  if (data.fetchedAt === null && data.freshness === 'checking') return null
  if (data.fetchedAt === null && data.freshness === 'unreachable') return t.client.list.neverFetched
  if (data.text !== null) return t.client.list.noneMatching({ text: data.text })
  if (data.inactiveCount > 0 && !data.inactive) return t.client.list.noneActive
  return t.client.list.none({ where: t.common.inEnvironment[data.environment] })
}

const age = (t: Text, { freshness, fetchedAt }: ClientListData): string | null => {
  if (freshness === 'checking') return t.client.list.checking
  return freshness === 'unreachable' && fetchedAt !== null ? t.client.list.asOf({ at: fetchedAt }) : null
}

const summaryLines = (t: Text, data: ClientListData): string[] => {
  const active = data.inactive ? data.total - data.inactiveCount : data.total
  return [
    ...(data.total + data.inactiveCount > 0
      ? [t.client.list.count({ count: active, inactive: data.inactiveCount })]
      : []),
    ...(data.text === null ? [] : [t.client.list.searched({ text: data.text })]),
    ...[age(t, data)].filter((line) => line !== null),
  ]
}

/** The list of clients, without what frames it: counts, age, rows, paging, and what can be done from here. */
export const clientRows = (t: Text, data: ClientListData, to: ListActions): KnownBlock[] => {
  const { environment, text, inactive, page, total } = data
  const lines = summaryLines(t, data)
  const empty = nothing(t, data)
  const toggle = listRef({ environment, text, inactive: !inactive, page: 0 })
  return [
    ...(lines.length > 0 ? [context(...lines)] : []),
    ...(empty === null ? [] : [section(empty)]),
    ...data.rows.slice(0, clientListSize).map(row(t, data, to.show)),
    ...pages(
      t,
      { page, size: clientListSize, total },
      {
        previous: to.previous,
        next: to.next,
        value: (target) => listRef({ environment, text, inactive, page: target }),
      },
    ),
    ...(total > 0 ? [divider] : []),
    ...actions(
      button({ id: to.new, text: t.client.list.new, ...(total === 0 && { style: 'primary' as const }) }),
      inactive || data.inactiveCount > 0
        ? button({
            id: to.inactive,
            text: inactive ? t.client.list.hideInactive : t.client.list.showInactive,
            value: toggle,
          })
        : null,
    ),
    ...(data.supplier ? [context(t.client.list.supplier)] : []),
  ]
}
