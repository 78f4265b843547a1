import type { ViewValues } from '../../views/kit/form.ts'

type Block = { type: string; block_id?: string; element?: Record<string, unknown> }

const optionsOf = (value: unknown) => ((value ?? []) as { value: string }[]).map((each) => ({ value: each.value }))

const stateValue = (element: Record<string, unknown>): Record<string, unknown> => {
  const type = String(element.type)
  if (type === 'static_select' || type === 'radio_buttons') {
    return { type, selected_option: element.initial_option ?? null }
  }
  if (type.startsWith('multi_') || type === 'checkboxes') {
    return { type, selected_options: optionsOf(element.initial_options) }
  }
  return { type, value: element.initial_value ?? null }
}

/** The state that Slack sends for a view which somebody submits untouched (slack.md 2.5). */
export const stateOf = (view: { blocks: unknown[] }): ViewValues =>
  Object.fromEntries(
    (view.blocks as Block[]).flatMap((block) =>
      block.type === 'input' && block.block_id && block.element
        ? [[block.block_id, { [String(block.element.action_id)]: stateValue(block.element) }]]
        : [],
    ),
  )
