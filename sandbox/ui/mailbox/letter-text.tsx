/** An address as it stands in running text; what ends a sentence or a bracket is not part of it. */
const ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'])/

/** A mail's text as it came, its addresses made into links. */
export function LetterText({ text }: { text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by keyboard
    <div class="letter-text" tabIndex={0}>
      {text.split(ADDRESS).map((part, at) =>
        at % 2 === 1 ? (
          <a key={at} href={part} target="_blank" rel="noopener noreferrer">
            {part}
          </a>
        ) : (
          part
        ),
      )}
      {text.trim() === '' && <em>This mail has no text part.</em>}
    </div>
  )
}
