import type { KnownBlock } from '@slack/types'
import type { Organisation } from '../../src/domain/belonging/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { organisationsRef } from '../belonging/admin/values.ts'
import { actions as actionRow, button, context, section } from '../kit/blocks.ts'
import { bold, mrkdwn, stacked } from '../kit/mrkdwn.ts'
import { pages } from '../kit/pages.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { type ReachShown, reachLevel, reachReasonWords } from './reach-line.ts'
import { pageValue } from './values.ts'

const id = 'all-reach'
const actions = {
  open: 'all-reach.open',
  previous: 'all-reach.previous',
  next: 'all-reach.next',
  back: 'all-reach.back',
} as const

/** Rows on a page. */
const size = 15

export type AllReachData = {
  rows: readonly (ReachShown & { organisation: Pick<Organisation, 'number' | 'name'> })[]
  page: number
  total: number
}

const row =
  (t: Text) =>
  (one: AllReachData['rows'][number]): KnownBlock => {
    const { contacts } = one.facts
    const { number, name } = one.organisation
    return section(
      stacked([
        bold(cut(t.admin.named({ name, number }), 300)),
        mrkdwn`${reachLevel(t, one)} · ${t.contact.reach.all.counted({ contacts })}`,
        reachReasonWords(t, one),
      ]),
    )
  }

/** How well each organisation can be reached, the worst first: counts alone, no contact of anybody's. For operators. */
const render = (t: Text, data: AllReachData): Shown => {
  const words = t.contact.reach.all
  const { page, total } = data
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    blocks: [
      context(words.intro),
      ...(total === 0 ? [section(words.none)] : data.rows.slice(0, size).map(row(t))),
      ...pages(
        t,
        { page, size, total },
        { previous: actions.previous, next: actions.next, value: (target) => pageValue.write({ page: target }) },
      ),
      ...actionRow(button({ id: actions.back, text: words.back, value: organisationsRef({ text: null, page: 0 }) })),
    ],
  })
}

export const allReach = { id, actions, size, render }
