import type { DeskMail, Letter, MailHead, Person, SystemMode } from '../protocol.ts'
import { isFor, type Mail } from './mail.ts'
import type { Mailbox } from './mailbox.ts'
import { addressFault, serverFault } from './misbehaviour.ts'
import { replyTo } from './reply.ts'
import { sendMail } from './send-mail.ts'

/** The mailbox as the people of the workspace use it. */
export type Post = {
  /** undefined where there is no mailbox */
  seenBy(person: Pick<Person, 'id' | 'email'>): DeskMail | undefined
  /** The person has opened the mail. */
  read(personId: string, mailId: string): void
  /**
   * Answers a mail as the person, by real mail.
   * @throws Error for an unknown mail, one from nobody, a person without an address, and when it is not taken
   */
  reply(person: Pick<Person, 'name' | 'email'>, mailId: string, text: string): Promise<void>
  letter(mailId: string): Letter | undefined
  /** The HTML part as the bot wrote it; undefined where there is none. */
  html(mailId: string): string | undefined
  /** @throws Error for a mode that mail does not have, as the next one does */
  misbehave(mode: SystemMode): void
  /** Makes mail to one address go wrong, `well` ends it. */
  trouble(to: string, mode: SystemMode): void
  onMail(listener: () => void): () => void
}

/** How many of the newest mails a person sees, of the own ones and of all. */
const SHOWN = 100
const PREVIEW = 120

/** Without a mailbox it is empty and there is nothing to be done. `changed` is called when somebody did something. */
export const createPost = (mailbox: Mailbox | undefined, changed: () => void): Post => {
  const opened = new Map<string, Set<string>>()
  const troubles = new Map<string, SystemMode>()
  let server: SystemMode = 'well'

  const arrange = () => {
    mailbox?.faults.clear()
    for (const [to, mode] of troubles) {
      const fault = addressFault[mode]
      if (fault) mailbox?.faults.add({ to, fault })
    }
    const fault = serverFault[server]
    if (fault) mailbox?.faults.add({ fault })
    changed()
  }
  const demand = (mode: SystemMode) => {
    if (mode !== 'well' && !serverFault[mode]) throw new Error(`mail cannot be ${mode}`)
  }

  return {
    seenBy({ id, email }) {
      if (!mailbox) return undefined
      const isMine = (mail: Mail) => email !== null && isFor(mail, email)
      const isOpened = (mail: Mail) => opened.get(id)?.has(mail.id) ?? false
      const all = mailbox.mails().toReversed()
      const mine = all.filter(isMine)
      const shown = new Set([...mine.slice(0, SHOWN), ...all.slice(0, SHOWN)])
      return {
        mails: all
          .filter((mail) => shown.has(mail))
          .map((mail) => headOf(mail, { mine: isMine(mail), opened: isOpened(mail) })),
        unread: mine.filter((mail) => !isOpened(mail)).length,
        troubles: [...troubles].map(([to, mode]) => ({ to, mode })),
      }
    },
    read(personId, mailId) {
      opened.set(personId, (opened.get(personId) ?? new Set()).add(mailId))
      changed()
    },
    async reply({ name, email }, mailId, text) {
      const mail = mailbox?.find(mailId)
      if (!mailbox || !mail) throw new Error('There is no such mail')
      if (email === null) throw new Error(`${name} has no address to write from`)
      await sendMail(mailbox.url, replyTo(mail, { name, address: email }, text))
    },
    letter(mailId) {
      const mail = mailbox?.find(mailId)
      return mail && letterOf(mail)
    },
    html: (mailId) => mailbox?.find(mailId)?.html ?? undefined,
    misbehave(mode) {
      demand(mode)
      server = mode
      arrange()
    },
    trouble(to, mode) {
      demand(mode)
      troubles.delete(to.toLowerCase())
      if (mode !== 'well') troubles.set(to.toLowerCase(), mode)
      arrange()
    },
    onMail: (listener) => mailbox?.onMail(listener) ?? (() => {}),
  }
}

const headOf = (mail: Mail, { mine, opened }: { mine: boolean; opened: boolean }): MailHead => ({
  id: mail.id,
  at: mail.at,
  from: mail.from,
  recipients: mail.envelope.to,
  subject: mail.subject,
  preview: mail.text.replace(/\s+/g, ' ').trim().slice(0, PREVIEW),
  mine,
  unread: mine && !opened,
})

const letterOf = (mail: Mail): Letter => ({
  id: mail.id,
  at: mail.at,
  from: mail.from,
  to: mail.to,
  cc: mail.cc,
  replyTo: mail.replyTo,
  envelope: mail.envelope,
  subject: mail.subject,
  text: mail.text,
  hasHtml: mail.html !== null,
  problems: mail.problems,
  source: mail.raw.toString('utf8'),
})
