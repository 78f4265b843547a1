import type { KnownBlock } from '@slack/types'
import { z } from 'zod'
import type { Delivery } from '../../src/domain/delivery/delivery.ts'
import type { UndeliveredState } from '../../src/domain/delivery/store.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, section } from '../kit/blocks.ts'
import { buttonValueOf } from '../kit/metadata.ts'
import { bold, inCode, mrkdwn, person, stacked, type Words } from '../kit/mrkdwn.ts'
import { pages } from '../kit/pages.ts'
import { type Shown, shown } from '../kit/shown.ts'

const id = 'undelivered'
const actions = {
  open: 'undelivered.open',
  again: 'undelivered.again',
  all: 'undelivered.all',
  previous: 'undelivered.previous',
  next: 'undelivered.next',
} as const

/** Rows on a page. */
const size = 8

/** Which page one looks at; of a row's button also which row. */
export type UndeliveredRef = { page: number }
const page = z.number().int().min(0)
const pageValue = buttonValueOf<UndeliveredRef>(z.strictObject({ page }))
const rowValue = buttonValueOf<UndeliveredRef & { id: string }>(z.strictObject({ page, id: z.string().min(1).max(64) }))
/** When the list was read, epoch ms: what failed later nobody has seen. */
const allValue = buttonValueOf<UndeliveredRef & { seenAt: number }>(
  z.strictObject({ page, seenAt: z.number().int().min(0) }),
)

export type UndeliveredData = UndeliveredRef & {
  seenAt: number
  rows: readonly Pick<
    Delivery,
    'id' | 'kind' | 'channel' | 'address' | 'state' | 'failure' | 'failureCode' | 'attempts' | 'createdAt'
  >[]
  total: number
  failed: number
  unknown: number
  notice?: 'sentAgain' | 'notAgain' | Record<UndeliveredState, number>
}

const addressee = ({ channel, address }: UndeliveredData['rows'][number]): Words =>
  channel === 'slack' && /^[UW][A-Z0-9]+$/.test(address) ? person(address) : inCode(address, 254)

const row = (t: Text, data: UndeliveredData, one: UndeliveredData['rows'][number]): KnownBlock => {
  const words = t.contact.undelivered
  const isUnknown = one.state === 'unknown'
  return section(
    stacked([
      bold(cut(words.kind(one.kind), 200)),
      mrkdwn`${words.channels[one.channel]} ${addressee(one)}`,
      `${words.states[isUnknown ? 'unknown' : 'failed']}: ${words.reason(one.failure ?? 'interrupted', one.failureCode)}`,
      words.at({ at: one.createdAt, attempts: one.attempts }),
    ]),
    button({
      id: actions.again,
      text: words.again,
      value: rowValue.write({ page: data.page, id: one.id }),
      ...(isUnknown && { confirm: words.againSure }),
    }),
  )
}

/** All of them at once, where there is more than one; how many of them may have arrived stands in the question. */
const all = (t: Text, { page, seenAt, total, failed, unknown }: UndeliveredData): KnownBlock[] => {
  const words = t.contact.undelivered
  if (total < 2) return []
  const confirm = words.allAgainSure({ failed, unknown })
  return actionRow(button({ id: actions.all, text: words.allAgain, value: allValue.write({ page, seenAt }), confirm }))
}

const noticeWords = (t: Text, notice: NonNullable<UndeliveredData['notice']>): string => {
  const words = t.contact.undelivered
  return typeof notice === 'string' ? words[notice] : words.sentAllAgain(notice)
}

/** What could not be delivered, and what nobody knows of, for operators (design section 6). */
const render = (t: Text, data: UndeliveredData): Shown => {
  const words = t.contact.undelivered
  const { failed, unknown, notice } = data
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    blocks: [
      ...(notice ? [section(mrkdwn`:information_source: ${noticeWords(t, notice)}`)] : []),
      section(words.intro),
      context(data.total === 0 ? words.none : words.count({ failed, unknown })),
      ...all(t, data),
      ...data.rows.slice(0, size).map((one) => row(t, data, one)),
      ...pages(
        t,
        { page: data.page, size, total: data.total },
        { previous: actions.previous, next: actions.next, value: (at) => pageValue.write({ page: at }) },
      ),
    ],
  })
}

export const undelivered = { id, actions, size, pageValue, rowValue, allValue, render }
