import { asString, wordsOf } from '../slack-json.ts'
import { InlineText } from '../text/show-text.tsx'
import { safeUrl } from '../text/text-tree.ts'
import type { ElementProps } from './element.tsx'
import { useSurface } from './surface.tsx'

/**
 * A button. It turns while the bot has not answered, and may be pressed again meanwhile, as in Slack.
 * One with a `url` opens it and is told to the bot as well (Slack reference 1.3).
 */
export function ButtonElement({ element, blockId }: ElementProps) {
  const { press, waits } = useSurface()
  const waiting = waits(blockId, element)
  const url = safeUrl(asString(element.url))
  const onClick = () => {
    if (url) window.open(url, '_blank', 'noopener,noreferrer')
    void press(blockId, element)
  }
  const style = { primary: 'button-primary', danger: 'button-danger' }[asString(element.style)] ?? ''
  return (
    <button
      type="button"
      class={`button ${style} ${waiting ? 'button-waiting' : ''}`}
      aria-label={asString(element.accessibility_label) || undefined}
      aria-busy={waiting}
      title={[...wordsOf(element.text)].length > 30 ? wordsOf(element.text) : undefined}
      onClick={onClick}
    >
      <span class="button-words">
        <InlineText text={element.text} />
      </span>
      {url && (
        <span class="button-away" aria-hidden="true">
          ↗
        </span>
      )}
    </button>
  )
}
