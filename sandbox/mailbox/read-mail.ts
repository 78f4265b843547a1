import PostalMime, { type Address } from 'postal-mime'
import type { Lines } from './lines.ts'
import type { Mail, MailAddress } from './mail.ts'
import { problemsOf } from './problems.ts'

/** What the server knows of a mail beside its bytes. */
export type Taken = Pick<Mail, 'id' | 'at' | 'envelope'> & { announced: { eightBit: boolean; utf8: boolean } }

const flat = (addresses: readonly Address[] = []): MailAddress[] =>
  addresses.flatMap(({ name, address, group }) => (group ? flat(group) : [{ name, address: address ?? '' }]))

const idsOf = (header: string): string[] => [...new Set(header.match(/<[^<>\s]+>/g) ?? [])]

/**
 * Reads a mail as a mail program would.
 * @throws Error for MIME parts or headers beyond all measure
 */
export const readMail = async (raw: Buffer, lines: Lines, { announced, ...taken }: Taken): Promise<Mail> => {
  const email = await PostalMime.parse(raw)
  const headers = email.headers.map(({ originalKey, value }) => [originalKey, value] as const)
  return {
    ...taken,
    from: flat(email.from ? [email.from] : [])[0] ?? null,
    to: flat(email.to),
    cc: flat(email.cc),
    replyTo: flat(email.replyTo),
    subject: email.subject ?? '',
    text: email.text ?? '',
    html: email.html ?? null,
    headers,
    messageId: email.messageId ?? '',
    references: idsOf(`${email.references ?? ''} ${email.inReplyTo ?? ''}`),
    problems: problemsOf(lines, headers, announced),
    raw,
  }
}
