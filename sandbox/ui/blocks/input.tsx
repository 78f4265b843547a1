import { useId } from 'preact/hooks'
import { asElement, wordsOf } from '../slack-json.ts'
import { InlineText } from '../text/show-text.tsx'
import type { BlockProps } from './blocks.tsx'
import { ElementOf } from './element.tsx'
import { useSurface } from './surface.tsx'
import { Unknown } from './unknown.tsx'
import './input.css'

const groups = new Set(['radio_buttons', 'checkboxes', 'datetimepicker'])

/** input: a label, the field, what is wrong with it, and the hint. */
export function InputBlock({ block, blockId }: BlockProps) {
  const { errors } = useSurface()
  const id = useId()
  const element = asElement(block.element)
  const error = errors[blockId]
  const hint = wordsOf(block.hint)
  if (!element) return <Unknown what="block" type="input without an element" />
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  const words = (
    <>
      <InlineText text={block.label} />
      {block.optional === true && <span class="input-optional"> (optional)</span>}
    </>
  )
  const naming = {
    id: `${id}-field`,
    'aria-labelledby': groups.has(element.type) ? `${id}-label` : undefined,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? true : undefined,
    'aria-required': block.optional !== true && !groups.has(element.type) ? true : undefined,
    'data-autofocus': element.focus_on_load === true || undefined,
  }
  return (
    <div class="input-block" data-block-id={blockId}>
      {groups.has(element.type) ? (
        <span id={`${id}-label`} class="input-label">
          {words}
        </span>
      ) : (
        <label id={`${id}-label`} for={`${id}-field`} class="input-label">
          {words}
        </label>
      )}
      <ElementOf element={element} blockId={blockId} naming={naming} optional={block.optional === true} inInput />
      {error && (
        <p id={`${id}-error`} class="input-error" role="alert">
          <span aria-hidden="true">⚠ </span>
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} class="input-hint">
          <InlineText text={block.hint} />
        </p>
      )}
    </div>
  )
}
