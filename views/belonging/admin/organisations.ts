import type { KnownBlock } from '@slack/types'
import type { OrganisationDetails } from '../../../src/domain/belonging/store.ts'
import { cleanText } from '../../../src/domain/client/typed.ts'
import { cut } from '../../../src/text/format.ts'
import type { Text } from '../../../src/text/index.ts'
import { allReach } from '../../contact/all-reach.ts'
import { undelivered } from '../../contact/undelivered.ts'
import { actions as actionRow, button, context, section } from '../../kit/blocks.ts'
import { defineForm, type ViewValues } from '../../kit/form.ts'
import { modal } from '../../kit/modal.ts'
import { bold, mrkdwn, stacked } from '../../kit/mrkdwn.ts'
import { pages } from '../../kit/pages.ts'
import { message, type Shown } from '../../kit/shown.ts'
import { type OrganisationsRef, organisationsRef, organisationsValue, organisationValue } from './values.ts'

const id = 'admin-organisations'
const actions = {
  search: 'admin-organisations.search',
  show: 'admin-organisations.show',
  previous: 'admin-organisations.previous',
  next: 'admin-organisations.next',
  new: 'admin-organisations.new',
  operators: 'admin-organisations.operators',
} as const

/** Rows on a page. */
const size = 10

const form = defineForm({ id, fields: { search: { kind: 'text', optional: true, dispatch: true } } })

export type OrganisationsData = OrganisationsRef & {
  rows: Pick<OrganisationDetails, 'number' | 'name' | 'domains'>[]
  total: number
}

const row =
  (t: Text) =>
  ({ number, name, domains }: OrganisationsData['rows'][number]): KnownBlock =>
    section(
      stacked([
        bold(cut(name, 250)),
        mrkdwn`${number} · ${domains.length === 0 ? t.admin.organisations.noDomains : cut(domains.join(', '), 500)}`,
      ]),
      button({ id: actions.show, text: t.admin.organisations.show, value: organisationValue.write({ number }) }),
    )

const counted = (t: Text, { text, total }: OrganisationsData): KnownBlock => {
  const words = t.admin.organisations
  if (total > 0) return context(words.count({ count: total }))
  return section(text === null ? words.none : words.noneMatching({ text: cut(text, 200) }))
}

const listed = (t: Text, data: OrganisationsData): KnownBlock[] => [
  counted(t, data),
  ...data.rows.slice(0, size).map(row(t)),
  ...pages(
    t,
    { page: data.page, size, total: data.total },
    {
      previous: actions.previous,
      next: actions.next,
      value: (page) => organisationsRef({ text: data.text, page }),
    },
  ),
  ...actionRow(
    button({ id: actions.new, text: t.admin.organisations.new }),
    button({ id: actions.operators, text: t.admin.organisations.operators }),
    button({ id: allReach.actions.open, text: t.contact.reach.all.open }),
    button({ id: undelivered.actions.open, text: t.contact.undelivered.open }),
  ),
]

/** All organisations, searched and paged: where an operator begins. */
const render = (t: Text, data: OrganisationsData): Shown => {
  const words = t.admin.organisations
  return {
    view: modal({
      id,
      title: words.title,
      environment: null,
      close: t.common.close,
      submit: words.submit,
      metadata: organisationsRef(data),
      blocks: [...form.render({ t: words.form, values: { search: data.text ?? '' } }), ...listed(t, data)],
    }),
    message: message({ title: words.title, environment: null, blocks: listed(t, data) }),
  }
}

/** What is asked for now: a new search begins at the first page. */
const read = (state: ViewValues): OrganisationsRef => ({ text: cleanText(form.read(state).search) || null, page: 0 })

export const adminOrganisations = { id, actions, metadata: organisationsValue, size, render, read }
