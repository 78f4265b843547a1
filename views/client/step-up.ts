import type { KnownBlock } from '@slack/types'
import type { Change } from '../../src/domain/change.ts'
import { giveCredential } from '../../src/domain/client/credential-kinds.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, section } from '../kit/blocks.ts'
import { limits } from '../kit/limits.ts'
import { bold, inCode, type Mrkdwn, mrkdwn, named, stacked } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { splitMrkdwn } from '../kit/split.ts'
import { type ChangeLine, type ChangeNames, changeLines } from './change-lines.ts'
import { changeValue } from './values.ts'

const id = 'client-step-up'
const actions = { open: 'client-step-up.open', cancel: 'client-step-up.cancel' } as const

export type ClientStepUpData = {
  change: Change
  names: ChangeNames
  /** of the page that leads to the login, for this person and this change alone */
  url: string
}

/** More than these sections nobody reads in Slack; the page shows it all. */
const mostSections = 12

/** Only the clock of the reader's own place: it is at most ten minutes away. */
const timeOf = (t: Text, at: number): Mrkdwn => ({
  mrkdwn: `<!date^${Math.floor(at / 1000)}^{time}|${t.format.time(at)}>`,
})

const lineOf = ({ label, value }: ChangeLine): Mrkdwn =>
  typeof value === 'string'
    ? named(label, value)
    : stacked([mrkdwn`*${label}:*`, ...value.map((one) => mrkdwn`• ${inCode(one, 2500)}`)])

/** Every value, as far as a modal has room; a note where it has not. */
const content = (t: Text, lines: readonly ChangeLine[]): KnownBlock[] => {
  const parts = splitMrkdwn(stacked(lines.map(lineOf)).mrkdwn, limits.section)
  return [
    ...parts.slice(0, mostSections).map((mrkdwn) => section({ mrkdwn })),
    ...(parts.length > mostSections ? [context(t.client.production.stepUp.more)] : []),
  ]
}

/**
 * A change in production that waits for the person's own login (design section 2): what exactly it is, until when, the
 * link, and the way out. The same for a modal and for a message.
 */
const render = (t: Text, { change, names, url }: ClientStepUpData): Shown => {
  const words = t.client.production.stepUp
  const { heading, lines, warnings } = changeLines(t, change, names)
  return shown({
    id,
    title: words.title,
    environment: change.environment,
    close: t.common.close,
    summary: heading,
    blocks: [
      section(bold(heading)),
      ...content(t, lines),
      ...(warnings.length > 0 ? [section(stacked(warnings.map((warning) => mrkdwn`:warning: ${warning}`)))] : []),
      section(change.kind === giveCredential.name ? t.pages.credential.login : words.why),
      ...actionRow(
        button({ id: actions.open, text: words.open, url, style: 'primary' }),
        button({ id: actions.cancel, text: words.cancel, value: changeValue.write({ change: change.id }) }),
      ),
      context(mrkdwn`${words.until} ${timeOf(t, change.expiresAt)}.`, words.own, words.updates),
    ],
  })
}

export const clientStepUp = { id, actions, render }
