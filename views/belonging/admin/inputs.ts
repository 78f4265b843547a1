import type { Datepicker, InputBlock, SectionBlock, UsersSelect } from '@slack/types'
import { z } from 'zod'
import { type Confirm, plain, section } from '../../kit/blocks.ts'
import type { Label } from '../../kit/fields.ts'
import type { ViewValues } from '../../kit/form.ts'
import { limits } from '../../kit/limits.ts'
import type { Words } from '../../kit/mrkdwn.ts'

/** Fields that choose a person or a day: Slack knows the people, and draws the calendar. */

type Where = { form: string; name: string; label: Label; optional?: boolean }

const input = ({ name, label, optional }: Where, element: InputBlock['element']): InputBlock => ({
  type: 'input',
  block_id: name,
  label: plain(label.label, limits.label),
  optional: optional ?? false,
  element,
  ...(label.hint !== undefined && { hint: plain(label.hint, limits.hint) }),
})

const placeholder = ({ placeholder: words }: Label) =>
  words === undefined ? {} : { placeholder: plain(words, limits.placeholder) }

export const userInput = (where: Where, userId: string | null): InputBlock => {
  const element: UsersSelect = {
    type: 'users_select',
    action_id: `${where.form}.${where.name}`,
    ...(userId !== null && { initial_user: userId }),
    ...placeholder(where.label),
  }
  return input(where, element)
}

/** @param day `2026-12-31` */
export const dayInput = (where: Where, day: string | null): InputBlock => {
  const element: Datepicker = {
    type: 'datepicker',
    action_id: `${where.form}.${where.name}`,
    ...(day !== null && { initial_date: day }),
    ...placeholder(where.label),
  }
  return input(where, element)
}

/**
 * Chooses a person and asks whether that is meant, in one. A `block` of another name empties it: Slack keeps what was
 * chosen otherwise.
 */
export const userPicker = (told: {
  words: Words
  block: string
  action: string
  placeholder: string
  confirm: Confirm
}): SectionBlock => {
  const { title, text, yes, no } = told.confirm
  return {
    ...section(told.words, {
      type: 'users_select',
      action_id: told.action,
      placeholder: plain(told.placeholder, limits.placeholder),
      confirm: {
        title: plain(title, limits.confirm.title),
        text: plain(text, limits.confirm.text),
        confirm: plain(yes, limits.confirm.button),
        deny: plain(no, limits.confirm.button),
      },
    }),
    block_id: told.block,
  }
}

const chosenUser = z.object({ selected_user: z.string().regex(/^[UW][A-Z0-9]+$/) })
const chosenDay = z.object({ selected_date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) })

/** The user id that was chosen, in whichever block; null for none. */
export const readUser = (state: ViewValues, action: string): string | null =>
  Object.values(state)
    .map((block) => chosenUser.safeParse(block[action]).data?.selected_user)
    .find((userId) => userId !== undefined) ?? null

/** The day that was chosen, `2026-12-31`; null for none. */
export const readDay = (state: ViewValues, block: string, action: string): string | null =>
  chosenDay.safeParse(state[block]?.[action]).data?.selected_date ?? null
