import type { KnownBlock, ModalView } from '@slack/types'
import type { Consequence } from '../../../src/domain/belonging/edit-organisation.ts'
import type { RowFault } from '../../../src/domain/belonging/organisation-rows.ts'
import { type Language, languages } from '../../../src/domain/belonging/types.ts'
import { cleanText } from '../../../src/domain/client/typed.ts'
import { cut } from '../../../src/text/format.ts'
import type { Text } from '../../../src/text/index.ts'
import { actions as actionRow, button, context, section, sections } from '../../kit/blocks.ts'
import { defineForm, type ViewValues } from '../../kit/form.ts'
import { limits } from '../../kit/limits.ts'
import { modal } from '../../kit/modal.ts'
import { bold, inCode, mrkdwn, named, stacked } from '../../kit/mrkdwn.ts'
import { consequenceLines } from './consequence.ts'
import { type EditRef, editMetadata, organisationValue } from './values.ts'

const id = 'organisation-edit'
const actions = { back: 'organisation-edit.back' } as const

const form = defineForm({
  id,
  fields: {
    name: { kind: 'text', max: 300 },
    domains: { kind: 'lines' },
    language: { kind: 'radio', values: languages },
  },
})

/** As typed: nothing is judged here. */
export type OrganisationValues = { name: string; domains: string[]; language: Language | null }

export type OrganisationEditData = {
  ref: EditRef
  values: OrganisationValues
  /** what it would lead to, where that was asked for */
  consequence?: Consequence
  /** somebody else saved another meanwhile: what stands there now */
  meanwhile?: { name: string; domains: string[]; language: Language }
}

/** Whether the form can hold an organisation's domains: half of them must never be taken for all. */
const holds = (domains: readonly string[]): boolean => domains.join('\n').length < limits.inputText

const registerNote = (t: Text, { ref }: OrganisationEditData): KnownBlock[] =>
  ref.note === null ? [] : [section(mrkdwn`:warning: ${t.admin.organisation.register[ref.note]}`)]

const meanwhileLines = (t: Text, { meanwhile }: OrganisationEditData): KnownBlock[] => {
  if (meanwhile === undefined) return []
  const words = t.admin.organisation
  return [
    section(mrkdwn`:warning: *${words.meanwhile.heading}*`),
    section(
      stacked([
        named(words.form.name.label, cut(meanwhile.name, 300)),
        named(words.domains, inCode(meanwhile.domains.join(', '), 1500)),
        named(words.language, t.belonging.language.names[meanwhile.language]),
      ]),
    ),
    context(words.meanwhile.again),
  ]
}

const outcome = (t: Text, { ref, values, consequence }: OrganisationEditData): KnownBlock[] => {
  if (consequence === undefined) return []
  const words = t.admin.organisation.consequence
  const added = ref.before === null ? [words.new({ name: cut(values.name, 180), number: ref.number })] : []
  return [
    section(bold(words.heading)),
    ...sections(stacked([...added, ...consequenceLines(t, consequence)].map((line) => mrkdwn`• ${line}`)), 4),
    context(words.byName),
  ]
}

/**
 * The form of an organisation, new or old. It is sent twice: the first time it comes back with what it would lead to,
 * the second time, unchanged, it is saved. So nothing typed is ever away from where it can be changed.
 */
const render = (t: Text, data: OrganisationEditData): ModalView => {
  const { ref, values, consequence } = data
  const words = t.admin.organisation
  return modal({
    id,
    title: ref.before === null ? words.new.title : words.title,
    environment: null,
    close: t.common.close,
    submit: consequence === undefined ? words.review : words.save,
    metadata: editMetadata.write(ref),
    blocks: [
      ...meanwhileLines(t, data),
      ...outcome(t, data),
      section(bold(ref.number)),
      ...registerNote(t, data),
      ...form.render({ t: words.form, values: { ...values } }),
      ...(ref.before === null
        ? []
        : actionRow(
            button({ id: actions.back, text: words.back, value: organisationValue.write({ number: ref.number }) }),
          )),
    ],
  })
}

const read = (state: ViewValues): OrganisationValues => {
  const { name, domains, language } = form.read(state)
  return { name: cleanText(name), domains: domains.map(cleanText).filter((one) => one !== ''), language }
}

/** What is wrong by the rules of the organisations file, at the fields. */
const errors = (t: Text, faults: readonly RowFault[]): Record<string, string> =>
  form.errors(
    faults.map(({ field, reason, value = '' }) => {
      const words = t.admin.organisation.faults as Record<string, (facts: { value: string }) => string>
      return { field, message: words[reason]?.({ value: cut(value, 100) }) ?? reason }
    }),
  )

export const organisationEdit = { id, actions, metadata: editMetadata, holds, render, read, errors }
