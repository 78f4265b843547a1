import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context } from '../kit/blocks.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { noticeLine } from './rows.ts'
import { allContacts, contactsRef } from './values.ts'

const id = 'contact-removed'
const actions = { list: 'contact-removed.list' } as const

export type ContactRemovedData = {
  /** null: it was gone before, so that nobody knows whose it was */
  contact: { name: string; id: string } | null
  /** it had been put into Digdir's portal */
  mirrored: boolean
}

/** A contact is gone. */
const render = (t: Text, { contact, mirrored }: ContactRemovedData): Shown => {
  const words = t.contact.browse
  const line =
    contact === null ? words.remove.already : words.notices.removed({ name: cut(contact.name, 150), id: contact.id })
  return shown({
    id,
    title: words.remove.removed,
    environment: null,
    close: t.common.close,
    summary: line,
    blocks: [
      ...noticeLine(line),
      ...(mirrored ? [context(words.remove.portal)] : []),
      ...actionRow(button({ id: actions.list, text: words.list, value: contactsRef(allContacts) })),
    ],
  })
}

export const contactRemoved = { id, actions, render }
