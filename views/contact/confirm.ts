import type { KnownBlock } from '@slack/types'
import type { Contact } from '../../src/domain/contact/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, section } from '../kit/blocks.ts'
import { bold, inCode, mrkdwn, stacked } from '../kit/mrkdwn.ts'
import { pages } from '../kit/pages.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { type Notice, noticeLine } from './rows.ts'
import { type AllSeen, allSeenRef, seenRef } from './seen.ts'
import { scopeWords } from './state-words.ts'
import { pageValue } from './values.ts'

const id = 'contact-confirm'
const actions = {
  one: 'contact-confirm.one',
  all: 'contact-confirm.all',
  previous: 'contact-confirm.previous',
  next: 'contact-confirm.next',
} as const

/** Rows on a page. */
const size = 10

export type ContactConfirmData = AllSeen & {
  rows: readonly Contact[]
  page: number
  total: number
  notice?: Notice
}

const row =
  (t: Text) =>
  (contact: ContactConfirmData['rows'][number]): KnownBlock => {
    const words = t.contact.browse
    const { confirmedAt } = contact
    const what = [words.kinds[contact.kind], scopeWords(t, contact)].join(' · ')
    return section(
      stacked([
        mrkdwn`${bold(cut(contact.name, 150))} ${inCode(contact.id)}`,
        `${cut(contact.email, 254)} · ${what}`,
        confirmedAt === null ? words.confirm.never : words.confirm.last({ at: confirmedAt }),
      ]),
      button({ id: actions.one, text: words.confirm.one, value: seenRef(contact) }),
    )
  }

/** Are they still right? One click for one of them, or for all. */
const render = (t: Text, data: ContactConfirmData): Shown => {
  const words = t.contact.browse
  const { page, total } = data
  return shown({
    id,
    title: words.confirm.title,
    environment: null,
    close: t.common.close,
    blocks: [
      ...noticeLine(data.notice),
      ...(total === 0
        ? [section(words.none)]
        : [context(words.confirm.intro), ...data.rows.slice(0, size).map(row(t))]),
      ...pages(
        t,
        { page, size, total },
        { previous: actions.previous, next: actions.next, value: (target) => pageValue.write({ page: target }) },
      ),
      ...actionRow(
        total === 0
          ? null
          : button({
              id: actions.all,
              text: words.confirmAll,
              value: allSeenRef(data),
              style: 'primary',
              confirm: words.confirmAllSure,
            }),
      ),
    ],
  })
}

export const contactConfirm = { id, actions, size, render }
