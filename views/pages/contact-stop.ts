import { html } from 'hono/html'
import type { ContactTopic } from '../../src/domain/contact/types.ts'
import type { Text } from '../../src/text/index.ts'
import { oneLine } from '../kit/one-line.ts'
import { backToContact, type ContactShown } from './contact-parts.ts'
import { type Html, note, oneButton, page } from './layout.ts'

/**
 * Where the unsubscribe link of a mail leads: what stops, what does not, and the one button that does it.
 *
 * @param topic null: all that is not critical
 */
export const stopPage = (t: Text, shown: ContactShown, topic: ContactTopic | null): Html => {
  const { state, heading, headingAll, effect, effectAll, critical, submit } = t.contact.page.stop
  const email = oneLine(shown.contact.email)
  const named = topic === null ? null : t.contact.page.hears.topics[topic].label
  return page(t, {
    state,
    heading: named === null ? headingAll : heading({ topic: named }),
    serviceDesk: shown.serviceDesk,
    body: html`<p>${named === null ? effectAll({ email }) : effect({ email, topic: named })}</p>
<p>${critical}</p>
${oneButton({ label: submit, action: shown.links.stop })}
${backToContact(t, shown)}`,
  })
}

/** It is not sent any more. */
export const stoppedPage = (t: Text, shown: ContactShown, topic: ContactTopic | null): Html => {
  const { state, heading, body, bodyAll } = t.contact.page.stop.done
  const line = topic === null ? bodyAll : body({ topic: t.contact.page.hears.topics[topic].label })
  return page(t, {
    state,
    heading,
    serviceDesk: shown.serviceDesk,
    body: html`${note('good', [line])}<p>${t.contact.page.stop.critical}</p>${backToContact(t, shown)}`,
  })
}
