import { useLayoutEffect, useRef } from 'preact/hooks'
import { asObject, asString, asStrings, wordsOf } from '../slack-json.ts'
import type { ElementProps } from './element.tsx'
import { useSurface } from './surface.tsx'

const inputModes: Record<string, 'email' | 'url' | 'decimal'> = {
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'decimal',
}

/**
 * plain_text_input, and inputs of addresses and numbers. What is typed is checked when the view is submitted, as Slack
 * does, and so the field is plain text to the browser; a field with a greatest length counts down near its end.
 */
export function TextField({ element, blockId, naming, inInput }: ElementProps) {
  const { now, set, choose, tells } = useSurface()
  const area = useRef<HTMLTextAreaElement>(null)
  const value = asString(now(blockId, element))
  const triggers = asStrings(asObject(element.dispatch_action_config)?.trigger_actions_on)
  const multiline = element.multiline === true
  // the height follows the words
  useLayoutEffect(() => {
    if (area.current) grow(area.current)
  }, [value])
  const onInput = (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
    const typed = event.currentTarget.value
    if (inInput && triggers.includes('on_character_entered')) void choose(blockId, element, typed)
    else set(blockId, element, typed)
  }
  /** Enter tells the bot where the input asks for it, and else submits the view; in many lines it takes Ctrl. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing || (multiline && !event.ctrlKey && !event.metaKey)) return
    const asked = triggers.length === 0 || triggers.includes('on_enter_pressed')
    if (!multiline && !(tells(blockId) && asked)) return
    event.preventDefault()
    if (multiline) area.current?.form?.requestSubmit()
    else void choose(blockId, element, value)
  }
  const common = {
    ...naming,
    class: `field ${naming['aria-invalid'] ? 'field-wrong' : ''}`,
    placeholder: wordsOf(element.placeholder),
    value,
    autocomplete: 'off',
    onInput,
    onKeyDown,
  }
  return (
    <div class="field-box">
      {multiline ? (
        <textarea {...common} ref={area} rows={4} />
      ) : (
        <input {...common} type="text" inputMode={inputModes[element.type]} />
      )}
      <Counter most={element.max_length} length={[...value].length} />
    </div>
  )
}

const shownFrom = 100

/** How many characters are left, once it matters; said aloud only when it gets tight. */
function Counter({ most, length }: { most: unknown; length: number }) {
  if (typeof most !== 'number') return null
  const left = most - length
  if (left > shownFrom) return null
  return (
    <span class={`counter ${left < 0 ? 'counter-over' : ''}`} aria-live={left <= 10 ? 'polite' : 'off'}>
      <span aria-hidden="true">{left}</span>
      <span class="unseen">{left < 0 ? `${-left} characters too many` : `${left} characters left`}</span>
    </span>
  )
}

function grow(area: HTMLTextAreaElement): void {
  area.style.height = 'auto'
  area.style.height = `${Math.min(area.scrollHeight + 2, 320)}px`
}
