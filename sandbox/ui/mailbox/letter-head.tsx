import { useContext } from 'preact/hooks'
import type { Letter, MailAddress } from '../../protocol.ts'
import { Workspace } from '../workspace.ts'
import { longTime } from './mail-time.ts'

/** Subject, who, when; and for developers what is wrong with it as a mail. */
export function LetterHead({ letter, onBack }: { letter: Letter; onBack: () => void }) {
  const { timeZone, locale } = useContext(Workspace)
  const written = [...letter.to, ...letter.cc].map(({ address }) => address.toLowerCase())
  const blind = letter.envelope.to.filter((address) => !written.includes(address.toLowerCase()))
  return (
    <header class="letter-head">
      <button type="button" class="button letter-back" onClick={onBack}>
        ← All mails
      </button>
      <h2>{letter.subject || 'No subject'}</h2>
      <dl class="letter-lines">
        <Line name="From" words={letter.from ? words(letter.from) : 'nobody'} />
        <Line name="To" words={letter.to.map(words).join(', ') || 'nobody'} />
        {letter.cc.length > 0 && <Line name="Copy" words={letter.cc.map(words).join(', ')} />}
        {letter.replyTo.length > 0 && <Line name="Answers go to" words={letter.replyTo.map(words).join(', ')} />}
        {blind.length > 0 && <Line name="Handed over for" words={blind.join(', ')} />}
        <Line name="Came" words={longTime(letter.at, { now: Date.now(), timeZone, locale })} />
        {letter.envelope.from.toLowerCase() !== letter.from?.address.toLowerCase() && (
          <Line name="Bounces to" words={letter.envelope.from || 'nobody'} />
        )}
      </dl>
      {letter.problems.length > 0 && (
        <p class="letter-problems">
          <strong>For developers:</strong> {letter.problems.join(' · ')}
        </p>
      )}
    </header>
  )
}

function Line({ name, words }: { name: string; words: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{words}</dd>
    </div>
  )
}

function words({ name, address }: MailAddress): string {
  return name ? `${name} <${address}>` : address
}
