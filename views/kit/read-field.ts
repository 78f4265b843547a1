import { z } from 'zod'
import type { AnyValue, Field } from './fields.ts'

const typed = z.object({ value: z.string().nullish() })
const one = z.object({ selected_option: z.object({ value: z.string() }).nullish() })
const several = z.object({ selected_options: z.array(z.object({ value: z.string() })).nullish() })
const userId = z.string().regex(/^[UW][A-Z0-9]+$/)
const user = z.object({ selected_user: userId })
const users = z.object({ selected_users: z.array(userId) })
// a direct message too: whether it will do is for the rules to say, and none is another choice
const channel = z.object({ selected_conversation: z.string().regex(/^[A-Z][A-Z0-9]+$/) })
const date = z.object({ selected_date: z.iso.date() })

const chosenOf = (raw: unknown): string[] =>
  (several.safeParse(raw).data?.selected_options ?? []).map(({ value }) => value)
const optionOf = (raw: unknown): string | null => one.safeParse(raw).data?.selected_option?.value ?? null
const typedOf = (raw: unknown): string => typed.safeParse(raw).data?.value ?? ''

/** The user id in a state of a menu of people, in a form or not; null for none and for what is none. */
export const userOf = (raw: unknown): string | null => user.safeParse(raw).data?.selected_user ?? null

/** The day in a state of a calendar, `2026-12-31`; null for none and for what is none. */
export const dateOf = (raw: unknown): string | null => date.safeParse(raw).data?.selected_date ?? null

/** The value of a field from Slack's view state (slack.md 2.5); what is missing or of another shape counts as empty. */
export const readField = (field: Field, raw: unknown): AnyValue => {
  switch (field.kind) {
    case 'text':
    case 'multiline':
    case 'email':
      return typedOf(raw).trim()
    case 'lines':
      return typedOf(raw)
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '')
    case 'select':
    case 'radio': {
      const value = optionOf(raw)
      return value !== null && field.values.includes(value) ? value : null
    }
    case 'multi-select':
    case 'checkboxes':
      return chosenOf(raw).filter((value) => field.values.includes(value))
    case 'external-select':
      return optionOf(raw)
    case 'external-multi-select':
      return chosenOf(raw)
    case 'user':
      return userOf(raw)
    case 'users':
      return [...new Set(users.safeParse(raw).data?.selected_users ?? [])]
    case 'channel':
      return channel.safeParse(raw).data?.selected_conversation ?? null
    case 'date':
      return dateOf(raw)
    case 'checkbox':
      return chosenOf(raw).includes('yes')
    case 'number': {
      const text = typedOf(raw).trim()
      return text === '' ? null : Number(text)
    }
  }
}
