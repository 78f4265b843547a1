import { html } from 'hono/html'
import { giveCredential } from '../../src/domain/client/credential-kinds.ts'
import type { Text } from '../../src/text/index.ts'
import { changeLines } from '../client/change-lines.ts'
import { oneLine } from '../kit/one-line.ts'
import { type ChangeShown, changePart, organisationOf } from './change-part.ts'
import { type Html, oneButton, page } from './layout.ts'

const clearanceIntro = (t: Text, shown: ChangeShown): Html => {
  const { intro, kept, another } = t.pages.clearance
  const words = { requester: oneLine(shown.requester), organisation: organisationOf(shown) }
  return html`<p>${intro(words)}</p><p>${another}</p><p class="soft">${kept}</p>`
}

const introOf = (t: Text, { change }: ChangeShown): string =>
  change.kind === giveCredential.name ? t.pages.credential.login : t.pages.login.intro

/** Where a login link leads: what it is for, until when, and the one button that begins the login. */
export const loginPage = (t: Text, shown: ChangeShown): Html => {
  const { change, serviceDesk } = shown
  const clearance = change.kind === 'clearance.give'
  return page(t, {
    state: t.pages.login.state,
    heading: changeLines(t, change, shown.names).heading,
    environment: change.environment,
    step: clearance ? t.pages.clearance.step : t.pages.login.step,
    serviceDesk,
    body: html`${clearance ? clearanceIntro(t, shown) : html`<p>${introOf(t, shown)}</p>`}
${changePart(t, shown, { warn: true })}
${oneButton({ label: t.pages.login.submit })}
<p>${t.pages.login.until({ at: t.format.dateTime(change.expiresAt) })}</p>
<p class="soft">${(clearance ? t.pages.clearance : t.pages.login).notYou({ serviceDesk })}</p>`,
  })
}
