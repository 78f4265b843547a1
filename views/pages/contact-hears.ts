import { html, raw } from 'hono/html'
import { contactTopics } from '../../src/domain/contact/types.ts'
import type { Text } from '../../src/text/index.ts'
import type { ContactShown } from './contact-parts.ts'
import type { Html } from './layout.ts'

type Choice = { id: string; label: string; hint: string; checked: boolean; value: string | null }

/** A checkbox with a line below it. Without a value it is one that can't be changed. */
const choice = ({ id, label, hint, checked, value }: Choice): Html => {
  const sent = value === null ? raw(' disabled') : html` name="hears" value="${value}"`
  return html`<div class="choice">
<input type="checkbox" id="${id}"${sent}${raw(checked ? ' checked' : '')} aria-describedby="${id}-hint">
<label for="${id}">${label}</label>
<p id="${id}-hint">${hint}</p>
</div>`
}

/** The form of what a contact wants to hear; what is critical stands there too, with the reason why it stays. */
export const hearsForm = (t: Text, { contact, links }: ContactShown): Html => {
  const { heading, critical, topics, submit } = t.contact.page.hears
  const always = choice({ id: 'hear-critical', ...critical, checked: true, value: null })
  const chosen = contactTopics.map((topic) =>
    choice({ id: `hear-${topic}`, ...topics[topic], checked: contact.hears.includes(topic), value: topic }),
  )
  return html`<h2 id="hears">${heading}</h2>
<form method="post" action="${links.preferences}" aria-labelledby="hears">
<input type="hidden" name="part" value="hears">
${always}
${chosen}
<button type="submit" class="quiet">${submit}</button>
</form>`
}

/** One press, and the page and the notices are in the other language; the button speaks that language. */
export const languageForm = (t: Text, { links }: Pick<ContactShown, 'links'>): Html => {
  const other = t.language === 'nb' ? 'en' : 'nb'
  return html`<form method="post" action="${links.preferences}">
<input type="hidden" name="part" value="language">
<input type="hidden" name="language" value="${other}">
<button type="submit" class="plain" lang="${other}">${t.contact.page.otherLanguage}</button>
</form>`
}
