import type { ModalView } from '@slack/types'
import type { RowReason } from '../../../src/domain/belonging/organisation-rows.ts'
import type { RegisterUnit, Use } from '../../../src/domain/belonging/register-unit.ts'
import type { Text } from '../../../src/text/index.ts'
import { plain, section } from '../../kit/blocks.ts'
import { defineForm, type ViewValues } from '../../kit/form.ts'
import { limits } from '../../kit/limits.ts'
import { modal } from '../../kit/modal.ts'

const id = 'organisation-new'

const form = defineForm({
  id,
  fields: {
    organisation_number: { kind: 'text', optional: true, max: 60 },
    unit: { kind: 'external-select', optional: true, letters: 2 },
  },
})
/** what its suggestions are asked for by */
const search = form.actionId('unit')

/** What the suggestions offer of one unit. */
const option = (t: Text, found: RegisterUnit) => ({
  text: plain(
    t.admin.organisation.new.unit({
      name: found.name,
      number: found.number,
      form: found.form,
      place: [found.municipality, found.county].filter((one) => one !== null).join(', ') || null,
    }),
    limits.optionText,
  ),
  value: found.number,
})

/** Which organisation is to be added: its number, or found by name. */
const render = (t: Text): ModalView => {
  const words = t.admin.organisation.new
  return modal({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    submit: words.submit,
    blocks: [section(words.intro), ...form.render({ t: words.form })],
  })
}

/** What was typed and what was chosen; either may be empty. */
const read = (state: ViewValues): { typed: string; chosen: string } => {
  const { organisation_number: typed, unit } = form.read(state)
  return { typed, chosen: unit ?? '' }
}

type At = Record<string, string>
const at = (typed: boolean, message: string): At => ({ [typed ? 'organisation_number' : 'unit']: message })

/** The field errors. `typed`: at the number, else at the search. */
const errors = {
  number: (t: Text, reason: RowReason & ('number-missing' | 'number-invalid')): At =>
    at(true, t.admin.organisation.faults[reason]({ value: '' })),
  both: (t: Text): At => at(true, t.admin.organisation.new.both),
  blocked: (t: Text, use: Extract<Use, { use: 'block' }>, typed: boolean): At => {
    const words = t.admin.organisation.new
    return at(typed, use.reason === 'sub-unit' ? words.subUnit({ instead: use.instead }) : words.block[use.reason])
  },
}

export const organisationNew = { id, actions: {}, search, option, render, read, errors }
