import { html } from 'hono/html'
import type { Text } from '../../src/text/index.ts'
import { type Html, page } from './layout.ts'

/** After a logout, here or at ID-porten. */
export const loggedOutPage = (t: Text, { serviceDesk }: { serviceDesk: string }): Html => {
  const { state, heading, body } = t.pages.logOut
  return page(t, { state, heading, serviceDesk, body: html`<p>${body}</p>` })
}

/** A login that was ended before it was used. `again`: where a new one begins, null when there is nothing to log in to. */
export const loginEndedPage = (
  t: Text,
  { serviceDesk, again }: { serviceDesk: string; again: string | null },
): Html => {
  const { state, ended, endedBody } = t.pages.logOut
  const link = again === null ? '' : html`<p><a href="${again}">${t.pages.problem.again}</a></p>`
  return page(t, { state, heading: ended, serviceDesk, body: html`<p>${endedBody}</p>${link}` })
}
