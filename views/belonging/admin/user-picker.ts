import type { SectionBlock } from '@slack/types'
import { type Confirm, confirmation, plain, section } from '../../kit/blocks.ts'
import type { ViewValues } from '../../kit/form.ts'
import { limits } from '../../kit/limits.ts'
import type { Words } from '../../kit/mrkdwn.ts'
import { userOf } from '../../kit/read-field.ts'

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
}): SectionBlock => ({
  ...section(told.words, {
    type: 'users_select',
    action_id: told.action,
    placeholder: plain(told.placeholder, limits.placeholder),
    confirm: confirmation(told.confirm),
  }),
  block_id: told.block,
})

/** The user id that was chosen, in whichever block; null for none. */
export const readUser = (state: ViewValues, action: string): string | null =>
  Object.values(state)
    .map((block) => userOf(block[action]))
    .find((userId) => userId !== null) ?? null
