import type { KnownBlock } from '@slack/types'
import type { Contact } from '../../src/domain/contact/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { button, context, section } from '../kit/blocks.ts'
import { bold, inCode, mrkdwn, stacked } from '../kit/mrkdwn.ts'
import { pages } from '../kit/pages.ts'
import { type ReachShown, reachLine } from './reach-line.ts'
import { scopeWords, stateLine } from './state-words.ts'
import { type ContactsRef, contactsRef, contactValue } from './values.ts'

/** Rows on a page, in a message and in a modal alike. */
export const contactListSize = 8

export type ContactRowData = Pick<
  Contact,
  'id' | 'name' | 'email' | 'kind' | 'scope' | 'clients' | 'bounce' | 'accountGoneAt' | 'verifiedAt' | 'mirrored'
>

/** What was just done; or, as a warning, why it was not. */
export type Notice = string | { warning: string }

export type ContactListData = ContactsRef & {
  rows: readonly ContactRowData[]
  /** of all that match, on every page */
  total: number
  reach: ReachShown
  /** what was just done */
  notice?: Notice
}

export type ListActions = { show: string; previous: string; next: string }

/** One contact: who, of what kind, for what, and how it stands with it. */
export const contactRow = (t: Text, contact: ContactRowData, show: string): KnownBlock =>
  section(
    stacked([
      bold(cut(contact.name, 150)),
      mrkdwn`${cut(contact.email, 254)} · ${t.contact.browse.kinds[contact.kind]} · ${scopeWords(t, contact)} · ${inCode(contact.id)}`,
      stateLine(t, contact),
    ]),
    button({ id: show, text: t.contact.browse.show, value: contactValue.write({ contact: contact.id }) }),
  )

/** What was just done, as a line on top; or why it was not. */
export const noticeLine = (notice: Notice | undefined): KnownBlock[] => {
  if (notice === undefined) return []
  if (typeof notice === 'string') return [section(mrkdwn`:white_check_mark: ${notice}`)]
  return [section(mrkdwn`:warning: *${notice.warning}*`)]
}

const nothing = (t: Text, { total, text }: ContactListData): KnownBlock[] => {
  if (total > 0) return []
  const words = t.contact.browse
  return [section(text === null ? words.none : words.noneMatching({ text: cut(text, 200) }))]
}

/** The contacts without what frames them: notice, reachability, counts, rows and paging. */
export const contactRows = (t: Text, data: ContactListData, to: ListActions): KnownBlock[] => {
  const { text, page, total } = data
  const words = t.contact.browse
  return [
    ...noticeLine(data.notice),
    section(reachLine(t, data.reach)),
    ...(total > 0
      ? [context(words.count({ count: total }), ...(text === null ? [] : [words.searched({ text: cut(text, 200) })]))]
      : []),
    ...nothing(t, data),
    ...data.rows.slice(0, contactListSize).map((one) => contactRow(t, one, to.show)),
    ...pages(
      t,
      { page, size: contactListSize, total },
      { previous: to.previous, next: to.next, value: (target) => contactsRef({ text, page: target }) },
    ),
  ]
}
