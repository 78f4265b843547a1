import type { KnownBlock } from '@slack/types'
import type { Text } from '../../src/text/index.ts'
import { actions, button, context } from './blocks.ts'

export type Paging = {
  /** zero-based */
  page: number
  size: number
  total: number
}

/** The last page that has rows; a list that shrank must not leave anybody on an empty one. */
export const lastPage = ({ size, total }: Omit<Paging, 'page'>): number => Math.max(0, Math.ceil(total / size) - 1)

/**
 * `Showing 9–16 of 250` and buttons for the pages that there are; nothing when all fits on one.
 *
 * @param value what a button that leads to `page` carries
 */
export const pages = (
  t: Text,
  paging: Paging,
  to: { previous: string; next: string; value(page: number): string },
): KnownBlock[] => {
  const { size, total } = paging
  const last = lastPage(paging)
  if (last === 0) return []
  const page = Math.min(paging.page, last)
  const from = page * size + 1
  return [
    context(t.common.shown({ from, to: Math.min(total, from + size - 1), total })),
    ...actions(
      page > 0 ? button({ id: to.previous, text: t.common.previous, value: to.value(page - 1) }) : null,
      page < last ? button({ id: to.next, text: t.common.next, value: to.value(page + 1) }) : null,
    ),
  ]
}
