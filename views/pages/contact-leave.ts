import { html } from 'hono/html'
import type { Text } from '../../src/text/index.ts'
import { backToContact, type ContactShown, contactDetails } from './contact-parts.ts'
import { type Html, note, oneButton, page } from './layout.ts'

/**
 * What it costs to leave, and the button that does it.
 *
 * @param others how many other contacts the organisation has
 */
export const leavePage = (t: Text, shown: ContactShown, others: number): Html => {
  const { leave } = t.contact.page
  const remain =
    others > 0
      ? html`<p>${leave.others({ count: others })}</p>`
      : html`${note('warning', [leave.nobody])}<p><a href="${shown.links.handOver}">${leave.handOver}</a></p>`
  return page(t, {
    state: leave.state,
    heading: leave.heading,
    serviceDesk: shown.serviceDesk,
    body: html`<p>${leave.effect}</p>
${remain}
${contactDetails(t, shown)}
${oneButton({ label: leave.button, action: shown.links.leave })}
<p class="soft">${leave.trace}</p>
${backToContact(t, shown)}`,
  })
}

/** Who was the contact is none any more. */
export const leftPage = (t: Text, { serviceDesk }: { serviceDesk: string }): Html => {
  const { state, heading, body, undo } = t.contact.page.leave.done
  return page(t, { state, heading, serviceDesk, body: html`${note('good', [body])}<p>${undo}</p>` })
}
