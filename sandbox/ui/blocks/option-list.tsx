import { useId } from 'preact/hooks'
import type { Json } from '../../protocol.ts'
import { asObject, asObjects, asString, type Obj } from '../slack-json.ts'
import { InlineText } from '../text/show-text.tsx'
import type { ElementProps } from './element.tsx'
import { useSurface } from './surface.tsx'

/** radio_buttons: one of up to ten. */
export function RadioButtons(props: ElementProps) {
  const { now, choose } = useSurface()
  const { element, blockId } = props
  const before = now(blockId, element)
  const chosen = asString(asObject(before)?.value)
  return (
    <Options
      {...props}
      type="radio"
      isChosen={(value) => value === chosen}
      onPick={(option) => void choose(blockId, element, option as Json, before)}
    />
  )
}

/** checkboxes: any of up to ten. */
export function Checkboxes(props: ElementProps) {
  const { now, choose } = useSurface()
  const { element, blockId } = props
  const before = now(blockId, element)
  const chosen = asObjects(before).map((option) => asString(option.value))
  const pick = (option: Obj) => {
    const value = asString(option.value)
    const wanted = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]
    const next = asObjects(element.options).filter((other) => wanted.includes(asString(other.value)))
    void choose(blockId, element, next as Json, before)
  }
  return <Options {...props} type="checkbox" isChosen={(value) => chosen.includes(value)} onPick={pick} />
}

type Props = ElementProps & {
  type: 'radio' | 'checkbox'
  isChosen: (value: string) => boolean
  onPick: (option: Obj) => void
}

function Options({ element, naming, type, isChosen, onPick }: Props) {
  const name = useId()
  const { 'aria-required': _required, 'data-autofocus': autofocus, ...group } = naming
  return (
    <div {...group} role={type === 'radio' ? 'radiogroup' : 'group'} class="choices">
      {asObjects(element.options).map((option, index) => (
        <label key={asString(option.value)} class="choice">
          <input
            type={type}
            name={name}
            checked={isChosen(asString(option.value))}
            data-autofocus={index === 0 ? autofocus : undefined}
            onChange={() => onPick(option)}
          />
          <span class="choice-words">
            <span>
              <InlineText text={option.text} />
            </span>
            {asObject(option.description) && (
              <span class="choice-description">
                <InlineText text={option.description} />
              </span>
            )}
          </span>
        </label>
      ))}
    </div>
  )
}
