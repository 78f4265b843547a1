import { useContext, useState } from 'preact/hooks'
import type { DeskMail, MailHead } from '../../protocol.ts'
import { TabList } from '../overlay/tab-list.tsx'
import { Workspace } from '../workspace.ts'
import { LetterPane } from './letter-pane.tsx'
import { MailList } from './mail-list.tsx'
import { RecipientFilter } from './recipient-filter.tsx'
import './mailbox.css'

type Box = 'mine' | 'all'

/** Mail as it came: what was sent to this person, and what was sent to anybody. */
export function Mailbox({ mail }: { mail: DeskMail }) {
  const { me, act } = useContext(Workspace)
  const [box, setBox] = useState<Box>(me.email === null ? 'all' : 'mine')
  const [recipient, setRecipient] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const among = box === 'mine' ? mail.mails.filter(({ mine }) => mine) : mail.mails
  const shown = among.filter(({ recipients }) => box === 'mine' || recipient === '' || recipients.includes(recipient))
  const open = shown.find(({ id }) => id === chosen)
  const choose = (head: MailHead) => {
    setChosen(head.id)
    if (head.unread) void act({ type: 'read-mail', mail: head.id })
  }
  return (
    <main class={`mailbox ${open ? 'mailbox-reading' : ''}`} data-region tabIndex={-1} aria-label="Mailbox">
      <header class="conversation-head">
        <h1>Mailbox</h1>
        <p class="conversation-topic">{me.email ?? `${me.name} has no e-mail address`}</p>
      </header>
      <TabList<Box>
        label="Whose mail"
        tabs={[
          { id: 'mine', name: `To ${me.name}`, unread: mail.unread },
          { id: 'all', name: 'All mail' },
        ]}
        open={box}
        onOpen={setBox}
      />
      <div class="mailbox-body" id={`panel-${box}`} role="tabpanel" aria-labelledby={`tab-${box}`}>
        <div class="mail-side">
          {box === 'all' && mail.mails.length > 0 && (
            <RecipientFilter mails={mail.mails} recipient={recipient} onRecipient={setRecipient} />
          )}
          {shown.length > 0 ? (
            <MailList mails={shown} open={open?.id ?? null} toAnybody={box === 'all'} onOpen={choose} />
          ) : (
            <Empty box={box} email={me.email} />
          )}
        </div>
        {open ? (
          <LetterPane key={open.id} id={open.id} mine={open.mine} onBack={() => setChosen(null)} />
        ) : (
          <p class="letter-none">{shown.length > 0 ? 'Choose a mail to read it.' : ''}</p>
        )}
      </div>
    </main>
  )
}

function Empty({ box, email }: { box: Box; email: string | null }) {
  const words =
    box === 'all'
      ? 'Nothing has been sent yet. Every mail of the bot comes here, whoever it is for.'
      : email === null
        ? 'Without an e-mail address nothing comes here.'
        : `Nothing has come to ${email} yet. What the bot sends is here at once.`
  return (
    <div class="mail-empty" role="status">
      <h2>No mail</h2>
      <p>{words}</p>
    </div>
  )
}
