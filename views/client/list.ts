import type { Text } from '../../src/text/index.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { type ClientListData, clientListSize, clientRows } from './rows.ts'

const id = 'client-list'
const actions = {
  show: 'client-list.show',
  previous: 'client-list.previous',
  next: 'client-list.next',
  inactive: 'client-list.inactive',
  new: 'client-list.new',
} as const

/** The clients as a private message; paged in place. */
const render = (t: Text, data: ClientListData): Shown =>
  shown({
    id,
    title: t.client.list.title,
    environment: data.environment,
    close: t.common.close,
    summary: t.client.list.heading({ where: t.common.inEnvironment[data.environment] }),
    blocks: clientRows(t, data, actions),
  })

export const clientList = { id, actions, size: clientListSize, render }
