import {
  bounceReasonOf,
  type DeliveryReport,
  type ReportedRecipient,
  readDeliveryReport,
} from '../adapters/delivery-report.ts'
import { deskOf } from '../domain/belonging/desk.ts'
import { recordBounce } from '../domain/contact/bounce.ts'
import type { BounceReason } from '../domain/contact/types.ts'
import type { Delivery } from '../domain/delivery/delivery.ts'
import type { Deps } from '../domain/deps.ts'
import { openStore } from '../store/open.ts'
import { type AdminCommand, UsageError } from './command.ts'

type Needs = Pick<Deps, 'store' | 'now' | 'desk'>

const reasonWords: Record<BounceReason, string> = {
  refused: 'it was refused',
  'unknown-user': 'nobody has this address',
  full: 'the mailbox is full',
  blocked: 'our mail is not let in',
  other: 'no reason that is known',
}

/** The one row that a report is about; a word to say when there is none. */
const rowOf = async ({ store }: Needs, { rowIds }: DeliveryReport): Promise<Delivery | string> => {
  if (rowIds.length === 0) return 'Refused: the report names no mail of ours.'
  const rows: Delivery[] = []
  // a report names one or two; whoever sends a thousand has not guessed among them
  for (const id of rowIds.slice(0, 10)) {
    const row = await store.delivery(id)
    // one that waits to be sent again had been handed over before
    if (row !== null && row.channel === 'mail' && (row.attempts > 0 || row.sentAt !== null)) rows.push(row)
  }
  const [row, ...others] = rows
  if (row === undefined) return 'Refused: the report is about a mail that was never sent from here, or is forgotten.'
  return others.length > 0 ? 'Refused: the report names several mails of ours.' : row
}

/** What is said of the row's address. Forwarding gives a report another one: when there is no choice, that serves. */
const saidOf = ({ address }: Delivery, { recipients }: DeliveryReport): ReportedRecipient | null => {
  const same = recipients.find(({ addresses }) => addresses.includes(address.toLowerCase()))
  return same ?? (recipients.length === 1 ? (recipients[0] ?? null) : null)
}

/** The address of a mail's copy, which came with the same envelope sender; null: there is none. */
const copiedTo = async ({ store }: Needs, { id, kind, address }: Delivery): Promise<string | null> => {
  const mail = kind === 'order-mail' ? await store.orderMail(id) : null
  const copy = mail?.replyTo.toLowerCase() ?? null
  return copy === address.toLowerCase() ? null : copy
}

/** What to tell the caller; `well` false: the report was refused. */
export type BounceRead = { well: boolean; said: string[] }

/**
 * Reads one delivery status report (RFC 3464). Only what failed for good marks anybody, and only the address that the
 * row was sent to, and the row itself, which says that it came back: what a report says of addresses is its writer's, and the row's id is the one thing that it must know.
 * The same report twice changes nothing. Throws what the store throws.
 *
 * @param bounceAddress one bare address: `BOUNCE_ADDRESS`
 */
export const readBounce = async (deps: Needs, raw: Uint8Array, bounceAddress: string): Promise<BounceRead> => {
  const report = await readDeliveryReport(raw, bounceAddress)
  if (report === null) return { well: false, said: ['Refused: this is no delivery status report (RFC 3464).'] }
  const row = await rowOf(deps, report)
  if (typeof row === 'string') return { well: false, said: [row] }
  const copy = await copiedTo(deps, row)
  const recipients = report.recipients.filter(({ addresses }) => copy === null || !addresses.includes(copy))
  const found = saidOf(row, { ...report, recipients })
  if (found === null && recipients.length < report.recipients.length)
    return { well: true, said: [`The report is about the copy of mail ${row.id}, not the mail: nobody is marked.`] }
  if (found === null) return { well: false, said: [`Refused: the report does not say what became of mail ${row.id}.`] }
  const { action, status, code } = found
  if (action !== 'failed' && action !== 'delayed')
    return { well: true, said: [`Mail ${row.id} was ${JSON.stringify(action.slice(0, 20))}: nothing came back.`] }
  if (action === 'delayed' || status === null || !status.startsWith('5.'))
    return {
      well: true,
      said: [`Mail ${row.id} is late (${status ?? 'no status'}), not lost for good: nobody is marked.`],
    }
  const reason = bounceReasonOf(status)
  // a report that comes late says nothing against somebody who has answered since
  const { id: deliveryId, address: email, sentAt } = row
  const marked = await recordBounce(deps, { email, reason, code, deliveryId, sentAt, reported: true })
  const came = `Mail ${row.id} came back (${status}): ${reasonWords[reason]}.`
  if (marked.length === 0) return { well: true, said: [`${came} No contact is to be marked.`] }
  return { well: true, said: [came, ...marked.map((one) => `Marked: ${one.id} of ${one.organisationNumber}.`)] }
}

export const bouncesRead: AdminCommand = {
  name: 'bounces read',
  usage: 'bounces read < REPORT',
  about:
    'reads a delivery status report on standard input, as the mail server’s alias for BOUNCE_ADDRESS pipes it; marks the address that the mail had gone to and asks the other contacts to mend it',
  async run({ args, say, config, standardInput }) {
    if (args.length > 0) throw new UsageError('the report comes on standard input, and nothing as an argument')
    const settings = config()
    const { mail, databaseUrl } = settings
    if (mail === null) throw new UsageError('mail is not set up: set SMTP_URL, MAIL_FROM and BOUNCE_ADDRESS')
    const raw = await standardInput()
    const store = await openStore(databaseUrl)
    try {
      const { well, said } = await readBounce({ store, now: Date.now, desk: deskOf(settings) }, raw, mail.bounce)
      for (const line of said) say(line)
      return well ? 0 : 1
    } finally {
      await store.close()
    }
  },
}
