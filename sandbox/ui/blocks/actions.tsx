import { asElement, asString, wordsOf } from '../slack-json.ts'
import type { BlockProps } from './blocks.tsx'
import { ElementOf } from './element.tsx'

/** actions: buttons, menus and selects in a row. */
export function ActionsBlock({ block, blockId }: BlockProps) {
  const elements = Array.isArray(block.elements) ? block.elements.flatMap((element) => asElement(element) ?? []) : []
  return (
    <div class="actions-block">
      {elements.map((element, index) => (
        <ElementOf
          key={asString(element.action_id) || index}
          element={element}
          blockId={blockId}
          naming={{ 'aria-label': wordsOf(element.placeholder) || asString(element.action_id) }}
          optional
          inInput={false}
        />
      ))}
    </div>
  )
}
