import type { Environment } from '../../src/domain/client/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, section } from '../kit/blocks.ts'
import { bold, mrkdwn } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { type ContactRowData, contactRow } from './rows.ts'
import { addValue, allContacts, contactsRef } from './values.ts'

const id = 'contact-of-client'
const actions = {
  show: 'contact-of-client.show',
  add: 'contact-of-client.add',
  list: 'contact-of-client.list',
} as const

/** More of them than these stand in the list of all. */
const most = 20

export type ContactsOfClientData = {
  environment: Environment
  client_id: string
  client_name: string
  rows: readonly ContactRowData[]
}

/** Who is told when something happens to one client. */
const render = (t: Text, { environment, client_id, client_name, rows }: ContactsOfClientData): Shown => {
  const words = t.contact.browse.ofClient
  return shown({
    id,
    title: words.title,
    environment,
    close: t.common.close,
    summary: words.heading({ name: cut(client_name, 250) }),
    blocks: [
      section(bold(words.heading({ name: cut(client_name, 250) }))),
      ...(rows.length === 0 ? [section(mrkdwn`:warning: *${words.none}*`)] : []),
      ...rows.slice(0, most).map((one) => contactRow(t, one, actions.show)),
      ...(rows.length > most ? [context(t.common.more({ count: rows.length - most }))] : []),
      ...actionRow(
        button({ id: actions.add, text: words.add, value: addValue.write({ for: { environment, client_id } }) }),
        button({ id: actions.list, text: words.all, value: contactsRef(allContacts) }),
      ),
    ],
  })
}

export const contactsOfClient = { id, actions, render }
