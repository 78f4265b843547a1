import { useContext } from 'preact/hooks'
import type { MailHead } from '../../protocol.ts'
import { LineList } from '../overlay/line-list.tsx'
import { Workspace } from '../workspace.ts'
import { shortTime } from './mail-time.ts'

type Props = {
  mails: MailHead[]
  open: string | null
  /** the recipients are told of too */
  toAnybody: boolean
  onOpen: (mail: MailHead) => void
}

/** Mails, newest first. */
export function MailList({ mails, open, toAnybody, onOpen }: Props) {
  const lines = mails.map((mail) => ({
    id: mail.id,
    class: mail.unread ? 'mail-unread' : '',
    view: <MailLine mail={mail} toAnybody={toAnybody} />,
    onOpen: () => onOpen(mail),
  }))
  return <LineList label="Mails" lines={lines} open={open} />
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
