import type { KnownBlock } from '@slack/types'
import type { MembershipStanding } from '../../../src/domain/belonging/change-membership.ts'
import type { Organisation } from '../../../src/domain/belonging/types.ts'
import { cut } from '../../../src/text/format.ts'
import type { Text } from '../../../src/text/index.ts'
import { actions as actionRow, type ButtonWords, button, type Confirm, context, section } from '../../kit/blocks.ts'
import { inCode, mrkdwn, named, person, stacked } from '../../kit/mrkdwn.ts'
import { type Shown, shown } from '../../kit/shown.ts'
import { type DoneData, doneLine } from './done.ts'
import { standingLine } from './how.ts'
import type { PersonRow } from './people.ts'
import { peopleRef, personValue, standingValue, undoValue } from './values.ts'

const id = 'admin-person'
const actions = {
  assign: 'admin-person.assign',
  remove: 'admin-person.remove',
  forget: 'admin-person.forget',
  name: 'admin-person.name',
  unname: 'admin-person.unname',
  undo: 'admin-person.undo',
  people: 'admin-person.people',
} as const

export type PersonData = {
  organisation: Pick<Organisation, 'number' | 'name'>
  row: PersonRow
  before: MembershipStanding
  /** where somebody belongs once what is said of them by name is forgotten */
  otherwise: 'domain' | 'shared' | 'none'
  /** the one who looks: an operator, or the person themselves */
  operator: boolean
  self: boolean
  /** somebody else changed how they stand since the button was drawn: nothing was done */
  meanwhile: boolean
  /** what was just done with them */
  done?: DoneData
}

const short = 60

const forgetConfirm = (t: Text, { otherwise }: PersonData, at: { name: string; organisation: string }): Confirm => {
  const words = t.admin.people.person
  return {
    title: words.forgetTitle,
    text: `${words.forgetThen[otherwise](at)} ${words.forgetMore}`,
    yes: words.forgetYes,
    no: words.forgetNo,
    danger: otherwise === 'none',
  }
}

/** What may be done with somebody, each with what it leads to. */
const acts = (t: Text, data: PersonData): KnownBlock[] => {
  const words = t.admin.people.person
  const { organisation, row, before, operator, self } = data
  if (self) return [context(words.self)]
  if (before?.admin && !operator) return [context(words.adminOnly)]
  const value = standingValue.write({ number: organisation.number, user: row.user, before })
  const at = {
    name: cut(row.name ?? t.admin.people.somebody, short),
    organisation: cut(organisation.name, short),
  }
  const act = (more: Omit<ButtonWords, 'value'>) => button({ ...more, value })
  const removed = before?.state === 'removed'
  const reachable = row.how !== 'closed' && row.how !== 'outside'
  return actionRow(
    reachable && !removed
      ? button({
          id: actions.assign,
          text: before === null ? words.assign : words.changeEnd,
          value: personValue.write({ number: organisation.number, user: row.user }),
        })
      : null,
    operator && (row.how === 'domain' || row.how === 'assigned') && !before?.admin
      ? act({ id: actions.name, text: words.nameAdmin, confirm: words.nameAdminSure(at) })
      : null,
    before?.admin ? act({ id: actions.unname, text: words.unnameAdmin, confirm: words.unnameAdminSure(at) }) : null,
    before === null
      ? null
      : act({
          id: actions.forget,
          text: removed ? words.letIn : words.forget,
          confirm: forgetConfirm(t, data, at),
        }),
    removed
      ? null
      : act({
          id: actions.remove,
          text: words.remove,
          style: 'danger',
          confirm: { ...words.removeSure(at), danger: true },
        }),
  )
}

const doneBlocks = (t: Text, { done, meanwhile }: PersonData): KnownBlock[] => {
  if (meanwhile) return [section(mrkdwn`:warning: ${t.admin.people.person.meanwhile}`)]
  if (done === undefined) return []
  const line = section(mrkdwn`:white_check_mark: ${doneLine(t, done)}`)
  if (done.undo === null) return [line]
  const undo = button({
    id: actions.undo,
    text: t.admin.people.done.undo,
    value: undoValue.write({ change: done.undo }),
  })
  return [{ ...line, accessory: undo }]
}

/** One of an organisation's people, and what may be done with how they belong. */
const render = (t: Text, data: PersonData): Shown => {
  const words = t.admin.people
  const { organisation, row } = data
  const { number } = organisation
  return shown({
    id,
    title: words.person.title,
    environment: null,
    close: t.common.close,
    metadata: personValue.write({ number, user: row.user }),
    blocks: [
      ...doneBlocks(t, data),
      section(
        stacked([
          named(words.person.person, person(row.user.userId)),
          named(words.person.email, row.email === null ? words.noEmail : inCode(cut(row.email, 200))),
          named(words.person.organisation, cut(t.admin.named(organisation), 300)),
          named(words.person.how, standingLine(t, row)),
        ]),
      ),
      ...acts(t, data),
      ...actionRow(
        button({ id: actions.people, text: words.person.back, value: peopleRef({ number, text: null, page: 0 }) }),
      ),
    ],
  })
}

export const adminPerson = { id, actions, metadata: personValue, render }
