import { html } from 'hono/html'
import type { Change } from '../../src/domain/change.ts'
import type { Text } from '../../src/text/index.ts'
import { type ChangeLine, type ChangeNames, changeLines } from '../client/change-lines.ts'
import { oneLine } from '../kit/one-line.ts'
import { type Html, note, oneButton, pairs } from './layout.ts'

/** A change as its pages show it, with the names that go with it. */
export type ChangeShown = {
  change: Pick<Change, 'kind' | 'payload' | 'environment' | 'result' | 'createdAt' | 'expiresAt'>
  /** `name` null: it is not known by name */
  organisation: { number: string; name: string | null }
  /** who asked for it in Slack */
  requester: string
  names: ChangeNames
  /** `SERVICE_DESK_MAIL` */
  serviceDesk: string
}

/** Where the browser ends its login, and the proof that the form came from our page; null: nothing to end. */
export type LogOutForm = { action: string; proof: string } | null

/** `FÆRDER KOMMUNE (817263992)` */
export const organisationOf = ({ organisation: { number, name } }: ChangeShown): string =>
  name === null ? number : `${oneLine(name)} (${number})`

/** Whose change it is, all that it says, and who asked for it; with `warn` what it does to others. */
export const changePart = (t: Text, shown: ChangeShown, how: { warn: boolean }): Html => {
  const { lines, warnings } = changeLines(t, shown.change, shown.names)
  const { labels } = t.pages.change
  // a clearance names its organisation among its own lines
  const owner =
    shown.change.kind === 'clearance.give' ? [] : [{ label: labels.organisation, value: organisationOf(shown) }]
  const around: ChangeLine[] = [
    ...owner,
    ...lines,
    { label: labels.requester, value: oneLine(shown.requester) },
    { label: labels.askedAt, value: t.format.dateTime(shown.change.createdAt) },
  ]
  return html`${pairs(around)}${how.warn ? note('warning', warnings) : ''}`
}

export const logOutPart = (t: Text, form: LogOutForm): Html =>
  form === null ? html`` : oneButton({ ...form, label: t.pages.logOut.submit, quiet: true })
