import { cleanText } from '../../src/domain/client/typed.ts'
import { environments } from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { defineForm, type ViewValues } from '../kit/form.ts'
import { modal } from '../kit/modal.ts'
import type { Shown } from '../kit/shown.ts'
import { clientList } from './list.ts'
import { type ClientListData, clientListSize, clientRows } from './rows.ts'
import { type ListRef, listRef, listValue } from './values.ts'

const id = 'client-browser'
const actions = {
  environment: 'client-browser.environment',
  search: 'client-browser.search',
  show: 'client-browser.show',
  previous: 'client-browser.previous',
  next: 'client-browser.next',
  inactive: 'client-browser.inactive',
  new: 'client-browser.new',
} as const

const fields = {
  environment: { kind: 'select', values: environments, dispatch: true },
  search: { kind: 'text', optional: true, dispatch: true },
} as const

const form = defineForm({ id, fields })

/**
 * The clients as a modal: environment and search on top, each told at once; the submit button searches too, since
 * Slack demands one where there are inputs. Where the modal is gone, the same list is a message.
 */
const render = (t: Text, data: ClientListData): Shown => ({
  view: modal({
    id,
    title: t.client.list.title,
    environment: data.environment,
    close: t.common.close,
    submit: t.client.list.search,
    metadata: listRef(data),
    blocks: [
      ...form.render({ t: t.forms[id], values: { environment: data.environment, search: data.text ?? '' } }),
      ...clientRows(t, data, actions),
    ],
  }),
  message: clientList.render(t, data).message,
})

/** What is asked for now: a new environment or search begins at the first page. */
const read = (state: ViewValues, before: ListRef): ListRef => {
  const { environment, search } = form.read(state)
  return {
    environment: environment ?? before.environment,
    text: cleanText(search) || null,
    inactive: before.inactive,
    page: 0,
  }
}

export const clientBrowser = { id, actions, metadata: listValue, size: clientListSize, render, read }
