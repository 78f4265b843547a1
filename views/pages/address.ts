import { html } from 'hono/html'
import type { Text } from '../../src/text/index.ts'
import { oneLine } from '../kit/one-line.ts'
import { type Html, note, oneButton, page, pairs } from './layout.ts'

export type AddressData = {
  email: string
  /** as Slack shows the user */
  person: string
  serviceDesk: string
}

const who = (t: Text, { email, person }: AddressData): Html =>
  pairs([
    { label: t.pages.address.email, value: oneLine(email) },
    { label: t.pages.address.person, value: oneLine(person) },
  ])

/** Where the link in the mail leads: whose address it is said to be, and the one button that confirms it. */
export const addressPage = (t: Text, data: AddressData & { until: number }): Html => {
  const { state, heading, intro, until, notYou, submit } = t.pages.address
  return page(t, {
    state,
    heading,
    serviceDesk: data.serviceDesk,
    body: html`<p>${intro}</p>
${who(t, data)}
${oneButton({ label: submit })}
<p>${until({ at: t.format.dateTime(data.until) })}</p>
<p class="soft">${notYou}</p>`,
  })
}

/** The address is confirmed; `already`: it was before this click. */
export const addressConfirmedPage = (t: Text, data: AddressData & { already: boolean }): Html => {
  const { confirmedState, confirmed, already, back } = t.pages.address
  return page(t, {
    state: confirmedState,
    heading: data.already ? already : confirmed,
    serviceDesk: data.serviceDesk,
    body: html`${note('good', [back])}${who(t, data)}`,
  })
}
