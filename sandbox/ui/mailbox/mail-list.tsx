import { useContext } from 'preact/hooks'
import type { MailHead } from '../../protocol.ts'
import { Workspace } from '../workspace.ts'
import { shortTime } from './mail-time.ts'

type Props = {
  mails: MailHead[]
  open: string | null
  /** the recipients are told of too */
  toAnybody: boolean
  onOpen: (mail: MailHead) => void
}

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
}

/** Mails, newest first. Tab comes to the open one (else the first), the arrows move on, Enter opens. */
export function MailList({ mails, open, toAnybody, onOpen }: Props) {
  const stop = mails.some(({ id }) => id === open) ? open : mails[0]?.id
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLUListElement }) => {
    const step = steps[event.key]
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return
    const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('.mail-line')]
    const at = lines.indexOf(document.activeElement as HTMLElement)
    event.preventDefault()
    lines[step(at, lines.length - 1)]?.focus()
  }
  return (
    <ul class="mail-list" aria-label="Mails" onKeyDown={onKeyDown}>
      {mails.map((mail) => (
        <li key={mail.id}>
          <button
            type="button"
            class={`mail-line ${mail.id === open ? 'mail-open' : ''} ${mail.unread ? 'mail-unread' : ''}`}
            aria-current={mail.id === open ? 'true' : undefined}
            tabIndex={mail.id === stop ? 0 : -1}
            onClick={() => onOpen(mail)}
          >
            <MailLine mail={mail} toAnybody={toAnybody} />
          </button>
        </li>
      ))}
    </ul>
  )
}

function MailLine({ mail, toAnybody }: { mail: MailHead; toAnybody: boolean }) {
  const { timeZone, locale } = useContext(Workspace)
  return (
    <>
      <span class="mail-top">
        {mail.unread && <span class="unseen">Unread. </span>}
        <span class="mail-who">
          {toAnybody ? `To ${mail.recipients.join(', ')}` : mail.from?.name || mail.from?.address || 'Nobody'}
        </span>
        <time class="mail-time" dateTime={new Date(mail.at).toISOString()}>
          {shortTime(mail.at, { now: Date.now(), timeZone, locale })}
        </time>
      </span>
      <span class="mail-subject">{mail.subject || 'No subject'}</span>
      <span class="mail-preview">{mail.preview}</span>
    </>
  )
}
