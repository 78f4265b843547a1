import { Readable } from 'node:stream'

/** An envelope, into which nodemailer writes what the server answers for each recipient. */
export type Envelope = { to: string[]; mailError?: unknown; rejectedErrors?: unknown }

/**
 * What the server said when it refused whom the mail is for, the first; a copy may be refused. Undefined: it did not, or
 * it refused the sender, and then all recipients because of it (RFC 2920).
 */
export const refusalOf = ({ to: [first], mailError, rejectedErrors }: Envelope): unknown =>
  mailError === undefined && Array.isArray(rejectedErrors)
    ? rejectedErrors.find((one) => one?.recipient === first)
    : undefined

/**
 * The message, which is read only after the server has answered for all recipients: it fails then if whom it is for was
 * refused. The connection ends before the message does, so that nobody gets a copy of what was not sent (RFC 5321
 * 4.1.1.4), nor another one with each attempt.
 */
export const unlessRefused = (message: Readable, envelope: Envelope): Readable => {
  const read = async function* () {
    if (refusalOf(envelope) !== undefined) throw new Error('whom the mail is for was refused')
    yield* message
  }
  return Readable.from(read(), { objectMode: false }).once('close', () => message.destroy())
}
