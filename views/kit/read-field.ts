import { z } from 'zod'
import type { AnyValue, Field } from './fields.ts'

const typed = z.object({ value: z.string().nullish() })
const one = z.object({ selected_option: z.object({ value: z.string() }).nullish() })
const several = z.object({ selected_options: z.array(z.object({ value: z.string() })).nullish() })

const chosenOf = (raw: unknown): string[] =>
  (several.safeParse(raw).data?.selected_options ?? []).map(({ value }) => value)
const typedOf = (raw: unknown): string => typed.safeParse(raw).data?.value ?? ''

/** The value of a field from Slack's view state (slack.md 2.5); what is missing or of another shape counts as empty. */
export const readField = (field: Field, raw: unknown): AnyValue => {
  switch (field.kind) {
    case 'text':
    case 'multiline':
      return typedOf(raw).trim()
    case 'lines':
      return typedOf(raw)
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '')
    case 'select':
    case 'radio': {
      const value = one.safeParse(raw).data?.selected_option?.value
      return value !== undefined && field.values.includes(value) ? value : null
    }
    case 'multi-select':
      return chosenOf(raw).filter((value) => field.values.includes(value))
    case 'external-multi-select':
      return chosenOf(raw)
    case 'checkbox':
      return chosenOf(raw).includes('yes')
    case 'number': {
      const text = typedOf(raw).trim()
      return text === '' ? null : Number(text)
    }
  }
}
