import type { KnownBlock } from '@slack/types'
import type { AuditLine } from '../../src/domain/audit/store.ts'
import type { Text } from '../../src/text/index.ts'
import { button, section } from '../kit/blocks.ts'
import { bold, type Mrkdwn, mrkdwn, stacked, type Words } from '../kit/mrkdwn.ts'
import { type AuditNames, lineWords, organisationWords, type ToldLine } from './line-words.ts'
import { lineValue } from './values.ts'
import { when } from './when.ts'

/** What of a line the list tells. */
export type ListedLine = ToldLine & Pick<AuditLine, 'id' | 'at' | 'organisationNumber'>

/** How the rows of a list are drawn. */
export type RowsData = {
  names: AuditNames
  /** they may be of several organisations, so that each says of which */
  all: boolean
  /** the action id of the button to the whole line */
  show: string
  /** `SERVICE_DESK_MAIL` */
  serviceDesk: string
}

/** One thing after the other. */
const beside = (parts: (Words | null)[]): Mrkdwn =>
  parts
    .filter((part) => part !== null)
    .reduce<Mrkdwn>((all, part, at) => (at === 0 ? mrkdwn`${part}` : mrkdwn`${all} · ${part}`), mrkdwn``)

/** Which organisation's it is, where that is no matter of course and not said already. */
const ownerWords = ({ names, all }: RowsData, { organisationNumber: number, subject }: ListedLine): Words | null =>
  !all || number === null || subject === `organisation:${number}` ? null : organisationWords(names, number)

/** One line in the list: what and what came of it, why not, about what, who and when; with a button to all of it. */
export const auditRow =
  (t: Text, data: RowsData) =>
  (line: ListedLine): KnownBlock => {
    const { action, outcome, why, subject, actor, environment } = lineWords(t, line, data)
    const about = [subject, ownerWords(data, line)].filter((part) => part !== null)
    return section(
      stacked([
        beside([mrkdwn`${bold(action)}: ${outcome}`, environment]),
        ...(why === null ? [] : [why]),
        ...(about.length === 0 ? [] : [beside(about)]),
        beside([actor, when(t, line.at)]),
      ]),
      button({ id: data.show, text: t.audit.show, value: lineValue.write({ at: line.at, id: line.id }) }),
    )
  }
