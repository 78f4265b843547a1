import { initialValue } from '../../sandbox/slack/values.ts'
import type { ViewValues } from '../../views/kit/form.ts'

type Block = { type: string; block_id?: string; element?: { type: string; action_id?: string } }

/** The state that Slack sends for a view which somebody submits untouched (slack.md 2.5). */
export const stateOf = (view: { blocks: unknown[] }): ViewValues =>
  Object.fromEntries(
    (view.blocks as Block[]).flatMap(({ type, block_id, element }) =>
      type === 'input' && block_id && element
        ? [[block_id, { [String(element.action_id)]: initialValue(element) }]]
        : [],
    ),
  )
