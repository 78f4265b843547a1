import { z } from 'zod'
import type { FromView } from './route.ts'

/** What was chosen, as one string: a button's value, an option's, a typed search. */
export const chosen = (action: Record<string, unknown>): string | null => {
  const option = z.object({ value: z.string() }).safeParse(action.selected_option)
  if (option.success) return option.data.value
  return typeof action.value === 'string' ? action.value : null
}

type Clicked = { action_id: string; block_id: string; action_ts: string; [key: string]: unknown }

/**
 * Names a click. Two clicks on the same button of a modal that has not changed between them are one, since the first
 * one's answer takes the button away; messages and Home keep their buttons, so there each click is its own.
 */
export const whichClick = (
  view: FromView | null,
  inModal: boolean,
  ts: string | undefined,
  clicked: Clicked,
): string => {
  const { action_id, block_id, action_ts } = clicked
  return view !== null && inModal && view.hash !== ''
    ? `${view.id}:${view.hash}:${block_id}:${action_id}`
    : `${view?.id ?? ts ?? ''}:${action_id}:${action_ts}`
}
