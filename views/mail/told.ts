import type { MailContent } from '../../src/domain/delivery/message.ts'
import type { Text } from '../../src/text/index.ts'
import type { Told } from '../contact/told.ts'
import { renderMail } from '../kit/mail.ts'

export type ToldMailFacts = {
  organisation: string
  serviceDesk: string
  /** false: an administrator or so */
  toContact: boolean
  /** where one press stops mails of this kind (RFC 8058); left out: they can't be turned off */
  unsubscribe?: string
}

/** What a contact is told, as a mail; an answer to it goes to the service desk. */
export const toldByMail = (t: Text, told: Told, facts: ToldMailFacts): MailContent => {
  const { unsubscribe, serviceDesk, organisation } = facts
  const words = t.contact.mail.common
  const stop = unsubscribe === undefined ? [] : [{ link: { label: words.stop, url: unsubscribe } }]
  const footer = facts.toContact ? words.footer : words.footerPlain
  return {
    ...renderMail(t, { ...told, closing: [...told.closing, ...stop], footer: footer({ organisation, serviceDesk }) }),
    automatic: true,
    replyTo: serviceDesk,
    ...(unsubscribe !== undefined && { unsubscribe }),
  }
}
