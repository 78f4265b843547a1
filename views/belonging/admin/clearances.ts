import type { KnownBlock } from '@slack/types'
import type { Organisation, SlackUser } from '../../../src/domain/belonging/types.ts'
import { cut } from '../../../src/text/format.ts'
import type { Text } from '../../../src/text/index.ts'
import { actions as actionRow, button, context, section } from '../../kit/blocks.ts'
import type { ViewValues } from '../../kit/form.ts'
import { bold, mrkdwn, person } from '../../kit/mrkdwn.ts'
import { pages } from '../../kit/pages.ts'
import { type Shown, shown } from '../../kit/shown.ts'
import { readUser, userPicker } from './user-picker.ts'
import { peopleRef, peopleValue, personValue } from './values.ts'

const id = 'admin-clearances'
const actions = {
  remove: 'admin-clearances.remove',
  give: 'admin-clearances.give',
  ask: 'admin-clearances.ask',
  previous: 'admin-clearances.previous',
  next: 'admin-clearances.next',
  people: 'admin-clearances.people',
} as const

/** Rows on a page. */
const size = 10

export type ClearanceNotice = 'given' | 'asked' | 'removed' | 'notTheirs' | 'already' | 'waiting'

export type ClearancesData = {
  organisation: Pick<Organisation, 'number' | 'name'>
  page: number
  rows: { user: SlackUser; expiresAt: number }[]
  total: number
  /** names people; an admin asks for them */
  operator: boolean
  /** what was just done with somebody, or why not */
  notice?: { what: ClearanceNotice; user: SlackUser }
}

const done: readonly ClearanceNotice[] = ['given', 'asked', 'removed']

const notice = (t: Text, { notice: told }: ClearancesData): KnownBlock[] => {
  if (told === undefined) return []
  const words = t.admin.people.clearance[told.what]
  return [
    section(
      done.includes(told.what)
        ? mrkdwn`:white_check_mark: ${person(told.user.userId)} ${words}`
        : mrkdwn`:warning: ${person(told.user.userId)}: ${words}`,
    ),
  ]
}

const row =
  (t: Text, { organisation }: ClearancesData) =>
  ({ user, expiresAt }: ClearancesData['rows'][number]): KnownBlock => {
    const words = t.admin.people.clearance
    return section(
      mrkdwn`${person(user.userId)} ${words.until({ date: t.format.date(expiresAt) })}`,
      button({
        id: actions.remove,
        text: words.remove,
        value: personValue.write({ number: organisation.number, user }),
        confirm: { ...words.removeSure({ organisation: cut(organisation.name, 60) }), danger: true },
      }),
    )
  }

const picker = (t: Text, { operator, notice: told, total }: ClearancesData): KnownBlock => {
  const words = t.admin.people.clearance
  return userPicker({
    words: operator ? words.givePlaceholder : words.askPlaceholder,
    block: `user-${total}-${told?.user.userId ?? ''}`,
    action: operator ? actions.give : actions.ask,
    placeholder: t.admin.people.assigning.form.user.placeholder,
    confirm: operator ? words.giveSure : words.askSure,
  })
}

/** Who may change an organisation's production, and until when. */
const render = (t: Text, data: ClearancesData): Shown => {
  const words = t.admin.people.clearance
  const { organisation, page, total } = data
  const { number } = organisation
  const at = (target: number) => peopleRef({ number, text: null, page: target })
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    metadata: at(page),
    blocks: [
      ...notice(t, data),
      section(bold(cut(words.of(organisation), 300))),
      context(words.intro),
      ...(total === 0 ? [section(words.none)] : data.rows.slice(0, size).map(row(t, data))),
      ...pages(t, { page, size, total }, { previous: actions.previous, next: actions.next, value: at }),
      picker(t, data),
      ...actionRow(button({ id: actions.people, text: t.admin.people.person.back, value: at(0) })),
    ],
  })
}

/** The user id that was chosen, whether to name or to ask for. */
const read = (state: ViewValues): string | null => readUser(state, actions.give) ?? readUser(state, actions.ask)

export const adminClearances = { id, actions, metadata: peopleValue, size, render, read }
