import type { KnownBlock, ModalView } from '@slack/types'
import type { Organisation } from '../../../src/domain/belonging/types.ts'
import { cut } from '../../../src/text/format.ts'
import type { Text } from '../../../src/text/index.ts'
import { actions as actionRow, button, context, section } from '../../kit/blocks.ts'
import { defineForm, type ViewValues } from '../../kit/form.ts'
import { modal } from '../../kit/modal.ts'
import { bold, mrkdwn, stacked } from '../../kit/mrkdwn.ts'
import { assignMetadata, peopleRef } from './values.ts'

const id = 'person-assign'
const actions = { back: 'person-assign.back' } as const

const form = defineForm({ id, fields: { user: { kind: 'user' }, until: { kind: 'date', optional: true } } })

/** What an assignment would do to the person. */
export type AssignConsequence = {
  name: string | null
  /** epoch ms; null: without end */
  until: number | null
  /** how they stand to the organisation today */
  today: 'here' | 'removed' | 'outside'
  /** the organisation that their domain gives them today, which the assignment takes away; null: not to be named */
  loses: (string | null)[]
  /** others that they are assigned to by name; null: not to be named */
  also: (string | null)[]
}

export type AssignData = {
  organisation: Pick<Organisation, 'number' | 'name'>
  values: { user: string | null; until: string | null }
  /** digest of what was shown, where a consequence is */
  shown: string | null
  consequence?: AssignConsequence
}

const outcome = (t: Text, { organisation, consequence }: AssignData): KnownBlock[] => {
  if (consequence === undefined) return []
  const words = t.admin.people.assigning
  const name = cut(consequence.name ?? t.admin.people.somebody, 100)
  const otherName = (other: string | null) => (other === null ? words.another : cut(other, 180))
  const here = { name, organisation: cut(organisation.name, 180) }
  const lines = [
    { here: words.keeps, removed: words.letsIn, outside: words.gains }[consequence.today](here),
    ...(consequence.until === null ? [] : [words.until({ date: t.format.date(consequence.until) })]),
    ...consequence.loses.map((other) => words.loses({ name, organisation: otherName(other) })),
    ...[...new Set(consequence.also)].slice(0, 10).map((other) => words.also({ name, organisation: otherName(other) })),
  ]
  return [
    section(bold(words.consequence)),
    section(stacked(lines.map((line) => mrkdwn`• ${line}`))),
    context(words.told),
  ]
}

/** Assigns somebody by name. Sent twice, as the form of an organisation: first it says what it would lead to. */
const render = (t: Text, data: AssignData): ModalView => {
  const words = t.admin.people.assigning
  const { number } = data.organisation
  return modal({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    submit: data.consequence === undefined ? words.review : words.save,
    metadata: assignMetadata.write({ number, shown: data.shown }),
    blocks: [
      ...outcome(t, data),
      section(words.intro({ number, name: cut(data.organisation.name, 180) })),
      ...form.render({ t: words.form, values: data.values }),
      ...actionRow(button({ id: actions.back, text: words.back, value: peopleRef({ number, text: null, page: 0 }) })),
    ],
  })
}

const read = (state: ViewValues): AssignData['values'] => form.read(state)

export type AssignFault = 'choose' | 'guest' | 'past' | 'notThem' | 'self' | 'admin' | 'same'

/** A fault at its field: what is wrong with the day stands there, all else at the person. */
const errors = (t: Text, fault: AssignFault): Record<string, string> => ({
  [fault === 'guest' || fault === 'past' ? 'until' : 'user']: t.admin.people.assigning[fault],
})

export const personAssign = { id, actions, metadata: assignMetadata, render, read, errors }
