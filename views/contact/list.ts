import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button } from '../kit/blocks.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { type ContactListData, contactListSize, contactRows } from './rows.ts'
import { addAnywhere } from './values.ts'

const id = 'contact-list'
const actions = {
  show: 'contact-list.show',
  previous: 'contact-list.previous',
  next: 'contact-list.next',
  add: 'contact-list.add',
} as const

/** The contacts as a private message; paged in place. */
const render = (t: Text, data: ContactListData): Shown =>
  shown({
    id,
    title: t.contact.browse.title,
    environment: null,
    close: t.common.close,
    blocks: [
      ...contactRows(t, data, actions),
      ...actionRow(button({ id: actions.add, text: t.contact.browse.add, value: addAnywhere })),
    ],
  })

export const contactList = { id, actions, size: contactListSize, render }
