import { useState } from 'preact/hooks'
import type { Block } from '../../protocol.ts'
import { asObject, asString, type Obj, wordsOf } from '../slack-json.ts'

/** image block: a picture of the workspace's own origin or any other that the bot names, with its title above. */
export function ImageBlock({ block }: { block: Block }) {
  return (
    <figure class="image-block">
      {wordsOf(block.title) && <figcaption>{wordsOf(block.title)}</figcaption>}
      <Picture image={block} class="image-large" />
    </figure>
  )
}

/** image element, beside a section or in a context. */
export function ImageElement({ element }: { element: Obj }) {
  return <Picture image={element} class="image-small" />
}

/** The picture, or its alternative text where it cannot be had. */
export function Picture({ image, class: name }: { image: Obj; class: string }) {
  const [failed, setFailed] = useState(false)
  const url = asString(image.image_url) || asString(asObject(image.slack_file)?.url)
  const words = asString(image.alt_text)
  if (failed || !/^(https?:|data:image\/)/.test(url)) return <span class="image-missing">{words || 'Image'}</span>
  return <img class={name} src={url} alt={words} onError={() => setFailed(true)} />
}
