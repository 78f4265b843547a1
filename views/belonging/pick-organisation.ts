import type { ModalView } from '@slack/types'
import { z } from 'zod'
import { isSynthetic, type LookUp } from '../../src/domain/belonging/register-unit.ts'
import type { Organisation } from '../../src/domain/belonging/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { section } from '../kit/blocks.ts'
import type { OptionLabel } from '../kit/fields.ts'
import { defineForm, type ViewValues } from '../kit/form.ts'
import { limits } from '../kit/limits.ts'
import { modal } from '../kit/modal.ts'
import { organisationLabel } from './organisation-switch.ts'

const id = 'pick-organisation'

export type PickOrganisationData = {
  domain: string
  /** those that share the domain, with what Enhetsregisteret says of each */
  choices: { organisation: Pick<Organisation, 'number' | 'name'>; found: LookUp }[]
}

/** Slack shows so many as buttons with a word on each; more go into a list. */
const mostButtons = 10

const formOf = (values: readonly string[]) =>
  defineForm({
    id,
    fields: { organisation_number: { kind: values.length > mostButtons ? 'select' : 'radio', values } },
  })

/** What tells two municipalities of the same name apart: the form and where it is, with the county. */
const described = (t: Text, found: LookUp): string => {
  const words = t.belonging.membership.pick
  if (found.found === 'unknown') return words.unverified
  if (found.found !== 'unit') return isSynthetic(found.number) ? words.synthetic : words.notFound
  const { formText, municipality, county, state } = found.unit
  const place = [formText, municipality, county].filter((one) => one !== null).join(', ')
  return state === 'live' ? place : `${place} (${words.registerStates[state]})`
}

const render = (t: Text, { domain, choices }: PickOrganisationData): ModalView => {
  const words = t.belonging.membership.pick
  const offered = choices.slice(0, limits.optionsPerGroup)
  const options: Record<string, OptionLabel> = Object.fromEntries(
    offered.map(({ organisation, found }) => [
      organisation.number,
      { label: organisationLabel(organisation), description: cut(described(t, found), limits.optionText) },
    ]),
  )
  const form = formOf(offered.map(({ organisation }) => organisation.number))
  return modal({
    id,
    title: words.title,
    environment: null,
    submit: words.submit,
    close: t.common.cancel,
    blocks: [
      section(words.intro({ domain })),
      ...form.render({ t: { organisation_number: { ...words.form.organisation_number, options } } }),
    ],
  })
}

const chosen = z.object({ selected_option: z.object({ value: z.string() }) })

export type PickFault = 'choose' | 'gone'

/** The number chosen among those that are offered now, or what is wrong with the choice. */
const read = (values: ViewValues, offered: readonly string[]): { number: string } | { fault: PickFault } => {
  const number = formOf(offered).read(values).organisation_number
  if (number !== null) return { number }
  const something = Object.values(values.organisation_number ?? {}).some((raw) => chosen.safeParse(raw).success)
  return { fault: something ? 'gone' : 'choose' }
}

/** `choose`: nothing was chosen. `gone`: it is not offered any more. */
const errors = (t: Text, fault: PickFault): Record<string, string> =>
  formOf([]).errors([{ field: 'organisation_number', message: t.belonging.membership.pick[fault] }])

/** @param again epoch ms: from when on the organisation, which said no, may be asked again */
const refused = (t: Text, again: number): Record<string, string> => {
  const message = t.belonging.membership.pick.refused({ at: t.format.dateTime(again) })
  return formOf([]).errors([{ field: 'organisation_number', message }])
}

export const pickOrganisation = { id, actions: {}, render, read, errors, refused }
