import type { KnownBlock } from '@slack/types'
import type { Organisation, SlackUser } from '../../../src/domain/belonging/types.ts'
import { cleanText } from '../../../src/domain/client/typed.ts'
import { cut } from '../../../src/text/format.ts'
import type { Text } from '../../../src/text/index.ts'
import { actions as actionRow, button, context, section } from '../../kit/blocks.ts'
import { defineForm, type ViewValues } from '../../kit/form.ts'
import { modal } from '../../kit/modal.ts'
import { bold, inCode, mrkdwn, person, stacked } from '../../kit/mrkdwn.ts'
import { pages } from '../../kit/pages.ts'
import { message, type Shown } from '../../kit/shown.ts'
import { type Standing, standingLine } from './how.ts'
import { organisationValue, type PeopleRef, peopleRef, peopleValue, personValue } from './values.ts'

const id = 'admin-people'
const actions = {
  search: 'admin-people.search',
  show: 'admin-people.show',
  previous: 'admin-people.previous',
  next: 'admin-people.next',
  assign: 'admin-people.assign',
  clearances: 'admin-people.clearances',
  channel: 'admin-people.channel',
  ownClient: 'admin-people.own-client',
  back: 'admin-people.back',
} as const

/** Rows on a page. */
const size = 10

const form = defineForm({ id, fields: { search: { kind: 'text', optional: true, dispatch: true } } })

export type PersonRow = Standing & { user: SlackUser; name: string | null; email: string | null }

export type PeopleData = PeopleRef & {
  organisation: Pick<Organisation, 'number' | 'name'>
  rows: PersonRow[]
  total: number
  /** there is a page of the organisation to go back to */
  operator: boolean
  /** whoever reads it may give the organisation an admin client of its own */
  ownClient: boolean
}

const row =
  (t: Text, number: string) =>
  (one: PersonRow): KnownBlock => {
    const email = one.email === null ? t.admin.people.noEmail : inCode(cut(one.email, 200))
    return section(
      stacked([mrkdwn`${person(one.user.userId)} · ${email}`, standingLine(t, one)]),
      button({ id: actions.show, text: t.admin.people.show, value: personValue.write({ number, user: one.user }) }),
    )
  }

const counted = (t: Text, { text, total }: PeopleData): KnownBlock => {
  const words = t.admin.people
  if (total > 0) return context(words.count({ count: total }))
  return section(text === null ? words.none : words.noneMatching({ text: cut(text, 200) }))
}

const listed = (t: Text, data: PeopleData): KnownBlock[] => {
  const { number, text } = data
  const value = organisationValue.write({ number })
  return [
    counted(t, data),
    ...data.rows.slice(0, size).map(row(t, number)),
    ...pages(
      t,
      { page: data.page, size, total: data.total },
      { previous: actions.previous, next: actions.next, value: (page) => peopleRef({ number, text, page }) },
    ),
    ...actionRow(
      button({ id: actions.assign, text: t.admin.people.assign, value }),
      button({ id: actions.clearances, text: t.admin.people.clearances, value }),
      button({ id: actions.channel, text: t.admin.organisation.channel, value }),
      data.ownClient ? button({ id: actions.ownClient, text: t.admin.ownClient.open, value }) : null,
      data.operator ? button({ id: actions.back, text: t.admin.organisation.back, value }) : null,
    ),
  ]
}

/** The people of an organisation, each with how they belong; searched and paged. */
const render = (t: Text, data: PeopleData): Shown => {
  const words = t.admin.people
  const heading = section(bold(cut(words.of(data.organisation), 300)))
  return {
    view: modal({
      id,
      title: words.title,
      environment: null,
      close: t.common.close,
      submit: words.submit,
      metadata: peopleRef(data),
      blocks: [heading, ...form.render({ t: words.form, values: { search: data.text ?? '' } }), ...listed(t, data)],
    }),
    message: message({ title: words.title, environment: null, blocks: [heading, ...listed(t, data)] }),
  }
}

/** What is asked for now: a new search begins at the first page. */
const read = (state: ViewValues, { number }: PeopleRef): PeopleRef => ({
  number,
  text: cleanText(form.read(state).search) || null,
  page: 0,
})

export const adminPeople = { id, actions, metadata: peopleValue, size, render, read }
