import type { SendMailOptions } from 'nodemailer'
import type { Mail, MailFailure } from '../domain/delivery/types.ts'
import { readAddress, type Sender } from './smtp-address.ts'

/** Decided by the mail's own fields; a second one of these would say something else than the first. */
const own =
  /^(from|sender|to|cc|bcc|reply-to|subject|date|message-id|in-reply-to|references|return-path|received|mime-version|content-.*|auto-submitted|list-unsubscribe.*|resent-.*)$/i

const oneLine = (value: string): boolean => !/\p{Cc}|[\u2028\u2029]/u.test(value)
const isHeader = ([name, value]: [string, string]): boolean =>
  /^[A-Za-z][A-Za-z0-9-]*$/.test(name) && !own.test(name) && oneLine(value)
const isMessageId = /^<?[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9.-]+>?$/
const bracketed = (messageId: string): string => `<${messageId.replace(/^<|>$/g, '')}>`

/** As it stands between angle brackets (RFC 2369 2): nothing in it can end them, or the line. */
const isLink = (url: string): boolean =>
  /^https?:\/\/[\x21-\x7e]+$/.test(url) && !/[<>"]/.test(url) && URL.canParse(url)

const unsubscribing = (url: string) => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

/**
 * A mail in nodemailer's words, or why it cannot be one. Nothing in it can begin a header of its own or add a
 * recipient: whatever has a line break where one line belongs is refused, not mended.
 */
export const compose = (mail: Mail, from: Sender, now: number): SendMailOptions | MailFailure => {
  const to = readAddress(mail.to)
  if (to === null) return 'refused-recipient'
  const envelopeFrom = readAddress(mail.envelopeFrom)
  if (envelopeFrom === null) return 'refused-sender'
  const replyTo = mail.replyTo === undefined ? undefined : readAddress(mail.replyTo)
  const cc = mail.cc === undefined ? undefined : readAddress(mail.cc)
  const headers = Object.entries(mail.headers ?? {})
  const { unsubscribe, inReplyTo } = mail
  if (unsubscribe !== undefined && !isLink(unsubscribe)) return 'refused-message'
  if (replyTo === null || cc === null || !oneLine(mail.subject) || !headers.every(isHeader)) return 'refused-message'
  if (!isMessageId.test(mail.messageId) || (inReplyTo !== undefined && !isMessageId.test(inReplyTo)))
    return 'refused-message'
  return {
    // who the mail is for comes first, see `unlessRefused` in smtp.ts
    envelope: { from: envelopeFrom, to: cc === undefined || cc === to ? [to] : [to, cc] },
    from,
    to: { name: '', address: to },
    ...(replyTo === undefined ? {} : { replyTo: { name: '', address: replyTo } }),
    ...(cc === undefined ? {} : { cc: { name: '', address: cc } }),
    subject: mail.subject,
    date: new Date(now),
    messageId: bracketed(mail.messageId),
    ...(inReplyTo === undefined ? {} : { inReplyTo: bracketed(inReplyTo), references: bracketed(inReplyTo) }),
    text: mail.text,
    html: mail.html,
    // no line longer than 76 whatever was written, and readable to who looks at the source
    textEncoding: 'quoted-printable',
    headers: {
      ...Object.fromEntries(headers),
      'Content-Language': mail.language,
      ...(unsubscribe === undefined ? {} : unsubscribing(unsubscribe)),
      ...(mail.automatic ? { 'Auto-Submitted': 'auto-generated' } : {}),
    },
  }
}
