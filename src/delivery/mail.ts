import type { Channel } from '../domain/delivery/message.ts'
import type { Mailer } from '../domain/delivery/types.ts'

/** As many as the mailer keeps open: a row is begun only when it can leave at once. */
const connections = 5

/**
 * The way out by mail. Message-ID and envelope sender are made of the row's id, so that an answer or a bounce tells
 * which row it is about (RFC 5321 4.5.5, RFC 5233 for the `+`).
 *
 * @param bounceAddress one bare address; what comes back arrives at `local+ROW@domain`
 * @param everyMs at least so many ms between two mails; left out: no limit
 */
export const createMailChannel = (options: {
  mailer: Pick<Mailer, 'send'>
  bounceAddress: string
  everyMs?: number
}): Channel => {
  const { mailer, bounceAddress, everyMs } = options
  const at = bounceAddress.lastIndexOf('@')
  const [local, domain] = [bounceAddress.slice(0, at), bounceAddress.slice(at + 1)]
  const messageIdOf = (row: string): string => `<${row}@${domain}>`
  return {
    connections,
    ...(everyMs !== undefined && { rate: { key: 'mail', everyMs } }),
    async send({ id, address, language }, content) {
      if (!('mail' in content)) return { sent: false, lost: 'permanent', code: null, reason: 'not-a-mail' }
      const { inReplyTo, ...mail } = content.mail
      return mailer.send({
        ...mail,
        ...(inReplyTo !== undefined && { inReplyTo: messageIdOf(inReplyTo) }),
        to: address,
        language,
        messageId: messageIdOf(id),
        envelopeFrom: `${local}+${id}@${domain}`,
      })
    },
  }
}
