import { useEffect, useState } from 'preact/hooks'
import type { Letter } from '../../protocol.ts'
import { LetterHead } from './letter-head.tsx'
import { LetterText } from './letter-text.tsx'
import { readLetter } from './read-letter.ts'
import { ReplyForm } from './reply-form.tsx'
import './letter.css'

type Part = 'html' | 'text' | 'source'

/** One mail, read: its head, and its HTML, its text or its bytes. Who got it may answer it. */
export function LetterPane({ id, mine, onBack }: { id: string; mine: boolean; onBack: () => void }) {
  const [letter, setLetter] = useState<Letter | null | 'away'>(null)
  const [part, setPart] = useState<Part>('html')
  useEffect(() => {
    let there = true
    readLetter(id).then(
      (read) => there && setLetter(read),
      () => there && setLetter('away'),
    )
    return () => {
      there = false
    }
  }, [id])
  if (letter === null || letter === 'away') {
    return (
      <p class="letter-none" role="status">
        {letter === null ? 'Opening…' : 'The mail could not be read. Is the sandbox still running?'}
      </p>
    )
  }
  const parts: [Part, string][] = [
    ...(letter.hasHtml ? ([['html', 'HTML']] satisfies [Part, string][]) : []),
    ['text', 'Text'],
    ['source', 'Source'],
  ]
  const shown = letter.hasHtml || part !== 'html' ? part : 'text'
  return (
    <article class="letter" aria-label={letter.subject || 'No subject'} data-region tabIndex={-1}>
      <LetterHead letter={letter} onBack={onBack} />
      <fieldset class="letter-parts">
        <legend class="unseen">Show</legend>
        {parts.map(([value, words]) => (
          <label key={value} class="letter-part">
            <input type="radio" name="part" value={value} checked={shown === value} onChange={() => setPart(value)} />
            <span>{words}</span>
          </label>
        ))}
      </fieldset>
      {shown === 'html' && <HtmlPart letter={letter} />}
      {shown === 'text' && <LetterText text={letter.text} />}
      {shown === 'source' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by keyboard
        <pre class="letter-source" tabIndex={0}>
          {letter.source}
        </pre>
      )}
      {mine && letter.from && <ReplyForm letter={letter} />}
    </article>
  )
}

/** It runs nothing and knows nothing of this page; a link that is pressed opens beside it. */
function HtmlPart({ letter }: { letter: Letter }) {
  return (
    <iframe
      class="letter-frame"
      title={`${letter.subject || 'No subject'}, as the mail's HTML`}
      src={new URL(`api/mails/${letter.id}/html`, document.baseURI).href}
      sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
      referrerpolicy="no-referrer"
    />
  )
}
