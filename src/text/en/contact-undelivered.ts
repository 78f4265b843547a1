import type { CameBack, MailFailure } from '../../domain/delivery/types.ts'
import { formatsFor, pluralsFor } from '../format.ts'

const plural = pluralsFor('en')
const { number, dateTime } = formatsFor('en')

type Counts = { failed: number; unknown: number }
const messages = (count: number) => `${number(count)} ${plural(count, { one: 'message', other: 'messages' })}`

const reasons: Record<MailFailure | CameBack, string> & Record<string, string> = {
  'refused-recipient': 'the recipient’s server refused the address',
  'refused-sender': 'the server refused the sender',
  'refused-message': 'the server refused the message',
  connection: 'the server could not be reached',
  timeout: 'the server did not answer in time',
  auth: 'the server did not accept the login',
  tls: 'the connection could not be made safe (TLS)',
  'dropped-after-data': 'the connection broke after the message was handed over',
  interrupted: 'Portvakt stopped while the message was sent',
  'no-telling': 'it cannot be told whether it arrived',
  'no-recipient': 'the recipient is gone from Slack, or closed to Portvakt',
  'rate-limited': 'too many messages at once',
  'no-answer': 'Slack did not answer so that we know whether it arrived',
  'not-made': 'the text could not be made',
  late: 'its turn came too late',
  'came-back-refused': 'came back: the recipient’s server said no',
  'came-back-unknown-user': 'came back: the address does not exist',
  'came-back-full': 'came back: the mailbox is full',
  'came-back-blocked': 'came back: the sender is blocked',
  'came-back-other': 'came back',
}

const kinds: Record<string, string> = {
  'address-link': 'link to confirm an e-mail address',
  'contact-registered': 'note to a new contact',
  'contact-still-right': 'question whether a contact is still right',
  'contact-bounced': 'note about mail that came back',
  'contact-left': 'note about a contact who left',
  'contact-account-gone': 'note about a contact without a Slack account',
  'logins-threshold': 'note about logins and the threshold',
  'invoice-missing': 'question for invoice information',
  'admin-contacts-empty': 'note about an organisation without contacts',
  'order-mail': 'mail to the Brønnøysund Register Centre about test access',
  'order-told': 'note about an order of test access',
  'admin-channel-lost': 'note about a channel that cannot be used',
  'contacts-unconfirmed': 'question in the channel whether contacts are still right',
}

/** Words of what could not be delivered. */
export const undelivered = {
  open: 'Not delivered',
  title: 'Not delivered',
  intro:
    'Messages that did not arrive, and those that may have: the answer was lost, and Portvakt does not repeat them by itself.',
  none: 'No message is undelivered or unknown now.',
  count: ({ failed, unknown }: Counts) => `${messages(failed)} not delivered, ${number(unknown)} unknown`,
  states: { failed: 'not delivered', unknown: 'unknown' },
  channels: { mail: 'E-mail', slack: 'Slack' },
  kind: (kind: string) => kinds[kind] ?? kind,
  reason: (reason: string, code: number | null) => `${reasons[reason] ?? reason}${code === null ? '' : ` (${code})`}`,
  at: ({ at, attempts }: { at: number; attempts: number }) =>
    `Written ${dateTime(at)}, ${number(attempts)} ${plural(attempts, { one: 'attempt', other: 'attempts' })}`,
  again: 'Send again',
  againSure: {
    title: 'Send again?',
    text: 'We do not know whether the first one arrived. The recipient may get it twice.',
    yes: 'Yes, send',
    no: 'Cancel',
  },
  sentAgain: 'The message is in the queue again.',
  allAgain: 'Send all again',
  allAgainSure: ({ failed, unknown }: Counts) => ({
    title: 'Send all again?',
    text: [
      failed > 0 ? `${messages(failed)} not delivered will be sent again.` : '',
      unknown > 0
        ? `${messages(unknown)} that may have arrived will be sent again: whoever has it already gets it twice.`
        : '',
    ]
      .filter(Boolean)
      .join(' '),
    yes: 'Yes, send all',
    no: 'Cancel',
  }),
  sentAllAgain: ({ failed, unknown }: Counts) =>
    failed + unknown === 0
      ? 'Nothing was sent again: what you saw was sent again already, or has arrived.'
      : `${messages(failed + unknown)} in the queue again${unknown > 0 ? `, ${number(unknown)} of which may have arrived before` : ''}.`,
  notAgain: 'The message was sent again already, or has arrived.',
}
