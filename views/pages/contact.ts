import { html } from 'hono/html'
import type { Text } from '../../src/text/index.ts'
import { handOverForm } from './contact-hand-over.ts'
import { hearsForm, languageForm } from './contact-hears.ts'
import { type ContactShown, contactDetails, organisationName } from './contact-parts.ts'
import { type Html, note, oneButton, page } from './layout.ts'

/** By which link somebody came: one to confirm with, that or one like it used already, or one to manage with. */
export type ContactDoor = 'open' | 'used' | 'manage'

export type ContactPageData = {
  shown: ContactShown
  door: ContactDoor
  /** until when (epoch ms) the link is good, where it ends */
  until: number | null
  /** what was done by the click before */
  said: keyof Text['contact']['page']['said'] | null
}

const headOf = (t: Text, { door, said }: ContactPageData) => {
  const { said: words, used, ...doors } = t.contact.page
  if (said !== null) return words[said]
  return door === 'used' ? used : { ...doors[door], body: null }
}

const confirmForm = (t: Text, { shown, door, until, said }: ContactPageData): Html => {
  const { submit, still, until: good } = t.contact.page.confirm
  if (door === 'used' || said === 'confirmed') return html``
  return html`${oneButton({ label: door === 'open' ? submit : still, action: shown.links.page })}
${until === null ? '' : html`<p class="soft">${good({ at: t.format.dateTime(until) })}</p>`}`
}

/**
 * The one page of a contact without Slack: what is registered of them, and forms to confirm it, choose the language and
 * what to hear, hand over, and leave.
 */
export const contactPage = (t: Text, data: ContactPageData): Html => {
  const { shown } = data
  const words = t.contact.page
  const { state, heading, body } = headOf(t, data)
  return page(t, {
    state,
    heading,
    serviceDesk: shown.serviceDesk,
    body: html`${languageForm(t, shown)}
${body === null ? '' : note('good', [body])}
<p>${words.what({ organisation: organisationName(shown) })}</p>
${contactDetails(t, shown)}
${confirmForm(t, data)}
<p class="soft">${words.kept}</p>
${hearsForm(t, shown)}
<h2>${words.handOver.heading}</h2>
<p>${words.handOver.intro}</p>
${handOverForm(t, shown)}
<p><a href="${shown.links.leave}">${words.leave.link}</a></p>`,
  })
}
