import { html } from 'hono/html'
import type { Text } from '../../src/text/index.ts'
import { oneLine } from '../kit/one-line.ts'
import { backToContact, type ContactShown } from './contact-parts.ts'
import { summaryOf, textField } from './form-parts.ts'
import { type Html, note, page } from './layout.ts'

type Words = Text['contact']['page']['handOver']['faults']

/** What was typed of the colleague, as it was typed. */
export type HandOverTyped = { name: string; email: string }

/** What is wrong with each of the two. */
export type HandOverFaults = { name?: keyof Words['name']; email?: keyof Words['email'] }

const wrongsOf = (t: Text, faults: HandOverFaults) => {
  const words = t.contact.page.handOver.faults
  return {
    name: faults.name === undefined ? undefined : words.name[faults.name],
    email: faults.email === undefined ? undefined : words.email[faults.email],
  }
}

/** The form by which a contact names the colleague who takes over. */
export const handOverForm = (
  t: Text,
  { links }: Pick<ContactShown, 'links'>,
  typed: HandOverTyped = { name: '', email: '' },
  faults: HandOverFaults = {},
): Html => {
  const { name, email, submit } = t.contact.page.handOver
  const wrongs = wrongsOf(t, faults)
  return html`<form method="post" action="${links.handOver}" novalidate>
${textField({ id: 'colleague-name', name: 'name', label: name, typed: typed.name, wrong: wrongs.name })}
${textField({ id: 'colleague-email', name: 'email', label: email, typed: typed.email, mail: true, wrong: wrongs.email })}
<button type="submit" class="quiet">${submit}</button>
</form>`
}

/** What is wrong with both, as a list of its own. */
const summary = (t: Text, faults: HandOverFaults): Html => {
  const { name, email } = wrongsOf(t, faults)
  return summaryOf(t.contact.page.handOver.wrong, [
    { id: 'colleague-name', wrong: name },
    { id: 'colleague-email', wrong: email },
  ])
}

/** The form on a page of its own, with what is wrong with what was typed. */
export const handOverPage = (
  t: Text,
  shown: ContactShown,
  typed?: HandOverTyped,
  faults: HandOverFaults = {},
): Html => {
  const { state, heading, intro } = t.contact.page.handOver
  const isWrong = Object.keys(faults).length > 0
  return page(t, {
    state: isWrong ? t.pages.problem.state : state,
    heading,
    serviceDesk: shown.serviceDesk,
    body: html`${isWrong ? summary(t, faults) : ''}<p>${intro}</p>
${handOverForm(t, shown, typed, faults)}
${backToContact(t, shown)}`,
  })
}

/** The colleague has taken over, and who was the contact is none any more. */
export const handedOverPage = (t: Text, { name, serviceDesk }: { name: string; serviceDesk: string }): Html => {
  const { state, heading, body, undo } = t.contact.page.handOver.done
  return page(t, {
    state,
    heading,
    serviceDesk,
    body: html`${note('good', [body({ name: oneLine(name) })])}<p>${undo}</p>`,
  })
}
