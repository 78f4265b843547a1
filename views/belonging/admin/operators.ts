import type { KnownBlock } from '@slack/types'
import type { SlackUser } from '../../../src/domain/belonging/types.ts'
import type { Text } from '../../../src/text/index.ts'
import { button, context, section } from '../../kit/blocks.ts'
import type { ViewValues } from '../../kit/form.ts'
import { mrkdwn, person, type Words } from '../../kit/mrkdwn.ts'
import { pages } from '../../kit/pages.ts'
import { type Shown, shown } from '../../kit/shown.ts'
import { readUser, userPicker } from './user-picker.ts'
import { organisationsRef, organisationsValue, userValue } from './values.ts'

const id = 'admin-operators'
const actions = {
  name: 'admin-operators.name',
  remove: 'admin-operators.remove',
  previous: 'admin-operators.previous',
  next: 'admin-operators.next',
} as const

/** Rows on a page. */
const size = 20

export type OperatorNotice = 'named' | 'removed' | 'notThem' | 'already' | 'fixedAlready' | 'self'

export type OperatorsData = {
  /** `named` null: set by the configuration, for good */
  rows: { user: SlackUser; named: { by: string | null; at: number } | null }[]
  page: number
  total: number
  /** the one who looks, who can't take their own role away */
  self: SlackUser
  notice?: { what: OperatorNotice; user: SlackUser }
}

const notice = (t: Text, { notice: told }: OperatorsData): KnownBlock[] => {
  if (told === undefined) return []
  const words = t.admin.operators[told.what]
  const good = told.what === 'named' || told.what === 'removed'
  return [
    section(
      good
        ? mrkdwn`:white_check_mark: ${person(told.user.userId)} ${words}`
        : mrkdwn`:warning: ${person(told.user.userId)}: ${words}`,
    ),
  ]
}

const row =
  (t: Text, self: SlackUser) =>
  ({ user, named }: OperatorsData['rows'][number]): KnownBlock => {
    const words = t.admin.operators
    if (named === null) return section(mrkdwn`${person(user.userId)} · ${words.fixed}`)
    const by: Words = named.by === null ? '–' : person(named.by)
    const line = mrkdwn`${person(user.userId)} · ${words.since({ date: t.format.date(named.at) })} ${by}`
    if (user.userId === self.userId && user.teamId === self.teamId) return section(line)
    return section(
      line,
      button({
        id: actions.remove,
        text: words.remove,
        value: userValue.write({ user }),
        confirm: { ...words.removeSure, danger: true },
      }),
    )
  }

/** Who the operators are: those of the configuration, and those whom another operator named. */
const render = (t: Text, data: OperatorsData): Shown => {
  const words = t.admin.operators
  const { page, total } = data
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    blocks: [
      ...notice(t, data),
      context(words.intro),
      ...(total === 0 ? [section(words.none)] : data.rows.slice(0, size).map(row(t, data.self))),
      ...pages(
        t,
        { page, size, total },
        {
          previous: actions.previous,
          next: actions.next,
          value: (target) => organisationsRef({ text: null, page: target }),
        },
      ),
      userPicker({
        words: words.placeholder,
        block: `user-${total}-${data.notice?.user.userId ?? ''}`,
        action: actions.name,
        placeholder: t.admin.people.assigning.form.user.placeholder,
        confirm: words.nameSure,
      }),
    ],
  })
}

/** The user id that was chosen. */
const read = (state: ViewValues): string | null => readUser(state, actions.name)

export const adminOperators = { id, actions, metadata: organisationsValue, size, render, read }
