import type { KnownBlock } from '@slack/types'
import type { Organisation, SlackUser } from '../../src/domain/belonging/types.ts'
import type { Change } from '../../src/domain/change.ts'
import type { Text } from '../../src/text/index.ts'
import { changeValue } from '../client/values.ts'
import { actions as actionRow, type ButtonWords, button, type Confirm, context, section } from '../kit/blocks.ts'
import { inCode, mrkdwn, named, person, stacked, type Words } from '../kit/mrkdwn.ts'
import { decidedLine } from './decided.ts'

/** Somebody who is to get a right, and where. */
export type Concerned = {
  user: SlackUser
  /** null: none is known */
  email: string | null
  organisation: Pick<Organisation, 'number' | 'name'>
}

type Question = {
  /** whom it is about */
  of: Concerned
  labels: { person: string; email: string; noEmail: string; organisation: string }
  /** what else there is to know */
  more?: Words[]
  /** what a yes means, or what it waits for */
  means: Words
  /** null: there is nothing to say yes to yet */
  yes: Pick<ButtonWords, 'id' | 'text' | 'confirm'> | null
  no: { id: string; text: string; confirm: Confirm }
}

/** What somebody is asked to say yes or no to, with both buttons; how it was decided, once it is. */
export const toDecide = (
  t: Text,
  change: Change,
  { of, labels, more = [], means, yes, no }: Question,
): KnownBlock[] => {
  const decided = decidedLine(t, change)
  const value = changeValue.write({ change: change.id })
  return [
    section(
      stacked([
        named(labels.person, person(of.user.userId)),
        named(labels.email, of.email === null ? labels.noEmail : inCode(of.email)),
        named(labels.organisation, mrkdwn`${of.organisation.name} (${of.organisation.number})`),
        ...more,
      ]),
    ),
    ...(decided
      ? [context(decided)]
      : [
          section(means),
          ...actionRow(
            yes && button({ ...yes, value, style: 'primary' }),
            button({ ...no, value, style: 'danger', confirm: { ...no.confirm, danger: true } }),
          ),
        ]),
  ]
}
