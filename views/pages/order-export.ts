import { html } from 'hono/html'
import type { Text } from '../../src/text/index.ts'
import { oneLine } from '../kit/one-line.ts'
import { type Html, oneButton, page } from './layout.ts'

export type OrderExportPage = {
  /** whose orders by name; null: all organisations' */
  organisation: string | null
  serviceDesk: string
}

/** What a file of orders holds, and the one button that fetches it. */
export const orderExportPage = (t: Text, { organisation, serviceDesk }: OrderExportPage): Html => {
  const { state, heading, organisation: of, all, holds, traced, submit } = t.order.export
  return page(t, {
    state,
    heading,
    serviceDesk,
    body: html`<p>${organisation === null ? all : of({ organisation: oneLine(organisation) })}</p>
<p>${holds}</p>
${oneButton({ label: submit })}
<p class="soft">${traced}</p>`,
  })
}
