import { html } from 'hono/html'
import type { Text } from '../../src/text/index.ts'
import { changeLines } from '../client/change-lines.ts'
import { type ChangeShown, changePart, type LogOutForm, logOutPart } from './change-part.ts'
import { type Html, oneButton, page } from './layout.ts'

export type CarryOutData = {
  shown: ChangeShown
  /** shows that the form came from this page, in the browser that logged in */
  proof: string
  /** epoch ms: the end of the login, or of the change */
  until: number
  logOut: LogOutForm
}

/** After the login: the exact change once more, and the one button that carries it out (design section 2). */
export const carryOutPage = (t: Text, { shown, proof, until, logOut }: CarryOutData): Html => {
  const words = t.pages.carryOut
  return page(t, {
    state: words.state,
    heading: changeLines(t, shown.change, shown.names).heading,
    environment: shown.change.environment,
    step: words.step,
    serviceDesk: shown.serviceDesk,
    body: html`<p>${words.intro}</p>
${changePart(t, shown, { warn: true })}
${oneButton({ label: words.submit, proof })}
<p>${words.until({ at: t.format.dateTime(until) })}</p>
<p>${words.notNow}</p>
${logOutPart(t, logOut)}`,
  })
}

/** After the login of somebody who is to be cleared: it is another person's turn now. */
export const clearanceProvedPage = (t: Text, { shown, logOut }: Pick<CarryOutData, 'shown' | 'logOut'>): Html => {
  const words = t.pages.clearance
  return page(t, {
    state: words.provedState,
    heading: words.proved,
    serviceDesk: shown.serviceDesk,
    body: html`<p>${words.provedBody}</p>
${changePart(t, shown, { warn: false })}
<p>${words.provedNext}</p>
${logOutPart(t, logOut)}`,
  })
}
