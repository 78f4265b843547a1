import { useId } from 'preact/hooks'
import { asElement, asObject, asObjects } from '../slack-json.ts'
import { TextObject } from '../text/show-text.tsx'
import type { BlockProps } from './blocks.tsx'
import { ElementOf } from './element.tsx'

/** section: text, fields in two columns, and one accessory at its right. */
export function SectionBlock({ block, blockId }: BlockProps) {
  const id = useId()
  const accessory = asElement(block.accessory)
  const fields = asObjects(block.fields)
  return (
    <div class="section-block">
      <div class="section-words" id={id}>
        {asObject(block.text) && <TextObject text={block.text} />}
        {fields.length > 0 && (
          <div class="fields">
            {fields.map((field, index) => (
              <div key={index} class="fields-one">
                <TextObject text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory && (
        <div class={`section-accessory section-accessory-${accessory.type}`}>
          <ElementOf
            element={accessory}
            blockId={blockId}
            naming={{ 'aria-labelledby': id }}
            optional
            inInput={false}
          />
        </div>
      )}
    </div>
  )
}
