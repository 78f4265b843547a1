import { html } from 'hono/html'
import { giveCredential, takeCredential } from '../../src/domain/client/credential-kinds.ts'
import type { ErrorCode, ErrorDetails } from '../../src/errors.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { type ChangeLine, doneHeading, givenOf } from '../client/change-lines.ts'
import { oneLine } from '../kit/one-line.ts'
import { type ChangeShown, changePart, type LogOutForm, logOutPart, organisationOf } from './change-part.ts'
import { type Html, note, page, pairs } from './layout.ts'

/** What a change came to. `half-made`: the client is there and its key is not. */
export type Became = 'working' | 'done' | 'failed' | 'half-made' | 'unknown' | 'declined' | 'expired'

export type BecameData = {
  shown: ChangeShown
  became: Became
  /** what was made, as far as there is something */
  made: { clientId: string | null; kid: string | null }
  /** in clear, on the one page that answers the click; null everywhere else */
  secret: string | null
  /** there was a secret, and it was shown before */
  secretGone: boolean
  failure: { code: ErrorCode; details: ErrorDetails } | null
  /** the log's name for this request */
  reference?: string
  /** this page again, where what it says may soon be another thing */
  look: string | null
  logOut: LogOutForm
}

/** What Digdir says of the fields: more, or longer, nobody reads. */
const mostFields = 15
const longestReason = 300

const headingOf = (t: Text, { became, shown }: BecameData): { state: string; heading: string } => {
  const words = t.pages.became
  const { change } = shown
  if (became === 'done') return { state: words.done.state, heading: doneHeading(t, change) }
  if (became === 'half-made') {
    const where = t.common.inEnvironment[change.environment ?? 'prod']
    return { state: words.halfMade.state, heading: words.halfMade.heading({ where }) }
  }
  return words[became]
}

const pairsOf = (lines: ChangeLine[]): Html => (lines.length === 0 ? html`` : pairs(lines))

/** What Maskinporten told of an admin client that was given. */
const givenLines = (t: Text, shown: ChangeShown): ChangeLine[] => {
  const given = givenOf(shown.change)
  if (given === null) return []
  const words = t.pages.credential
  const { environment, clientId, kid, scopes, replaced } = given
  return [
    { label: words.environment, value: t.common.environmentNames[environment] },
    { label: words.take.client, value: clientId },
    { label: words.take.key, value: t.pages.change.kid({ kid }) },
    { label: words.done.owner, value: organisationOf(shown) },
    { label: words.done.scopes, value: scopes },
    ...(replaced === null ? [] : [{ label: words.done.replaced, value: words.own(replaced) }]),
  ]
}

/** What is new; where the client is not, its id is among the change's own lines. */
const madePart = (t: Text, { made, shown }: BecameData): Html => {
  const { kind } = shown.change
  if (kind === giveCredential.name || kind === takeCredential.name) return pairsOf(givenLines(t, shown))
  const clientId = kind === 'client.create' ? made.clientId : null
  const lines = [
    ...(clientId === null ? [] : [{ label: t.client.created.clientId, value: clientId }]),
    ...(made.kid === null ? [] : [{ label: t.client.created.keys, value: t.pages.change.kid({ kid: made.kid }) }]),
  ]
  return pairsOf(lines)
}

/** A field rather than text: it can be reached and selected with the keyboard, and wraps where there is no room. */
const secretPart = (t: Text, secret: string): Html => html`<div class="note">
<label for="secret">${t.pages.secret.label}</label>
<textarea id="secret" rows="3" readonly autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="secret-once secret-copy">${secret}</textarea>
<p id="secret-copy">${t.pages.secret.copy}</p>
<p id="secret-once">${t.pages.secret.once} ${t.client.secret.life}</p>
</div>`

const reasons = (t: Text, { failure, shown, reference }: BecameData): string[] => {
  if (failure === null) return []
  const { code, details } = failure
  const words = t.errors[code]({
    ...details,
    serviceDesk: shown.serviceDesk,
    ...(reference !== undefined && { reference }),
  })
  const { correlationId, fields = [] } = details
  return [
    words.what,
    ...fields.slice(0, mostFields).map(({ field, reason }) => cut(oneLine(`${field}: ${reason}`), longestReason)),
    words.next,
    ...(correlationId === undefined ? [] : [t.common.digdirReference({ id: correlationId })]),
    ...(reference === undefined ? [] : [t.common.reference({ id: reference })]),
  ]
}

/** How long it takes before it works, or before what is gone stops working. */
const soon = (t: Text, { shown }: BecameData): string[] => {
  switch (shown.change.kind) {
    case 'clearance.give':
      return []
    case giveCredential.name:
      return [t.pages.credential.done.works]
    case takeCredential.name:
      return [t.pages.credential.done.left]
    case 'client.deactivate':
    case 'key.remove':
      return [t.client.deactivated.soon]
    default:
      return [t.pages.became.done.soon]
  }
}

const told = (t: Text, data: BecameData): Html => {
  const words = t.pages.became
  switch (data.became) {
    case 'done': {
      // nobody is to close a page that holds a secret
      const back = data.secret === null ? [words.done.back] : []
      return html`${note('good', [...soon(t, data), ...back])}
${data.secret === null ? '' : secretPart(t, data.secret)}
${data.secretGone ? note('warning', [t.pages.secret.gone]) : ''}`
    }
    case 'working': {
      const look = data.look === null ? '' : html`<p><a href="${data.look}">${words.working.look}</a></p>`
      return html`<p>${words.working.body}</p>${look}`
    }
    case 'failed':
      return note('bad', reasons(t, data))
    case 'half-made':
      return html`<p>${words.halfMade.body}</p>${note('bad', reasons(t, data))}`
    case 'unknown':
      return note('bad', [words.unknown.body])
    case 'declined':
      return html`<p>${words.declined.body}</p>`
    case 'expired':
      return note('bad', [words.expired.body])
  }
}

/** What became of a change, for whoever carried it out or comes back to its link. */
export const becamePage = (t: Text, data: BecameData): Html =>
  page(t, {
    ...headingOf(t, data),
    environment: givenOf(data.shown.change)?.environment ?? data.shown.change.environment,
    serviceDesk: data.shown.serviceDesk,
    body: html`${told(t, data)}
${madePart(t, data)}
${givenOf(data.shown.change) === null ? changePart(t, data.shown, { warn: false }) : ''}
${logOutPart(t, data.logOut)}`,
  })
