import { html } from 'hono/html'
import type { Text } from '../../src/text/index.ts'
import { type Html, note, oneButton, page } from './layout.ts'

type Ended = { serviceDesk: string }

/** A link whose time is over: nothing of what is registered is shown for it, and a new one goes to the address. */
export const contactLinkExpiredPage = (t: Text, { serviceDesk, newLink }: Ended & { newLink: string }): Html => {
  const { state, heading, body, submit } = t.contact.page.expired
  return page(t, {
    state,
    heading,
    serviceDesk,
    body: html`<p>${body}</p>${oneButton({ label: submit, action: newLink })}`,
  })
}

/** A new link goes to the registered address. */
export const contactLinkSentPage = (t: Text, { serviceDesk }: Ended): Html => {
  const { state, heading, body } = t.contact.page.expired.sent
  return page(t, { state, heading, serviceDesk, body: note('good', [body]) })
}

/** A link of ours to somebody who is no contact any more, or has another address. */
export const contactGonePage = (t: Text, { serviceDesk }: Ended): Html => {
  const { state, heading, body, again } = t.contact.page.gone
  return page(t, { state, heading, serviceDesk, body: html`<p>${body}</p><p>${again}</p>` })
}
