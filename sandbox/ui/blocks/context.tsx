import { asObjects } from '../slack-json.ts'
import { TextObject } from '../text/show-text.tsx'
import type { BlockProps } from './blocks.tsx'
import { ImageElement } from './image.tsx'

/** context: small grey text and pictures, side by side. */
export function ContextBlock({ block }: BlockProps) {
  return (
    <div class="context-block">
      {asObjects(block.elements).map((element, index) =>
        element.type === 'image' ? (
          <ImageElement key={index} element={element} />
        ) : (
          <TextObject key={index} text={element} />
        ),
      )}
    </div>
  )
}
