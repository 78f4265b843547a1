import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, section } from '../kit/blocks.ts'
import { mrkdwn } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'

const id = 'order-export'
const actions = { open: 'order-export.open' } as const

export type OrderExportData = {
  /** whose orders by name; null: all organisations' */
  organisation: string | null
  /** where the file is fetched, and until when (epoch ms); null: this bot has no address of its own */
  link: { url: string; expiresAt: number } | null
}

/** The way to a file of orders: a page, since only a person at a browser may take it away. */
const render = (t: Text, { organisation, link }: OrderExportData): Shown => {
  const words = t.order.browse.exported
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    blocks:
      link === null
        ? [section(mrkdwn`:warning: ${words.off}`)]
        : [
            section(organisation === null ? words.all : words.organisation({ organisation: cut(organisation, 250) })),
            section(mrkdwn`:information_source: ${words.personal}`),
            // the browser opens it by itself; Slack tells of the click all the same
            ...actionRow(button({ id: actions.open, text: words.open, url: link.url, style: 'primary' })),
            context(words.until({ at: link.expiresAt })),
          ],
  })
}

export const orderExport = { id, actions, render }
