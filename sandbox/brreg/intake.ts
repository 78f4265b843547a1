import { linesOf } from '../mailbox/lines.ts'
import { isFor, type Mail, type MailAddress, sameAddress } from '../mailbox/mail.ts'
import { customerOf, type Order, type OrderLetter, ordererOf } from './order.ts'
import { readOrder, takesBack, withoutQuotes } from './read-order.ts'

/** The text of a mail; of one in HTML alone, its words. */
const textOf = ({ text, html }: Pick<Mail, 'text' | 'html'>): string =>
  text.trim() !== '' || html === null
    ? text
    : html.replace(/<(br|\/p|\/tr|\/div|\/li)\b[^>]*>/gi, '\n').replace(/<[^>]*>/g, ' ')

const letterOf = (mail: Mail): OrderLetter => ({
  way: 'in',
  at: mail.at,
  from: mail.from,
  to: mail.to,
  cc: mail.cc,
  subject: mail.subject,
  text: textOf(mail),
  messageId: mail.messageId,
})

const others = (addresses: readonly MailAddress[], taken: readonly MailAddress[]): MailAddress[] =>
  addresses.filter((one) => !taken.some((other) => sameAddress(one.address, other.address)))

/** Where answers go: to who asked for them, and with a copy to whom the order had one. */
const answersTo = (mail: Mail, ownAddress: string): Pick<Order, 'replyTo' | 'cc'> => {
  const own = [{ name: '', address: ownAddress }]
  const replyTo = others(mail.replyTo.length > 0 ? mail.replyTo : mail.from ? [mail.from] : [], own)
  return { replyTo, cc: others(others([...mail.cc, ...mail.to], own), replyTo) }
}

/** All that came in, as far as an order is read out of it. */
const toldIn = (letters: readonly OrderLetter[]) =>
  readOrder(letters.filter(({ way }) => way === 'in').map(({ text }) => withoutQuotes(text)))

const numbersOf = (order: Pick<Order, 'kind' | 'fields'>): string =>
  [ordererOf(order)?.number, customerOf(order)?.number].join(' ')

/** Orders that brreg has and that are not ended without anything coming of them. */
const stands = ({ state }: Order) => !['bounced', 'withdrawn', 'refused', 'repeated'].includes(state)

/** Whether a mail is for the desk: sent to it, by somebody who may be answered. */
export const isForDesk = (mail: Mail, address: string): boolean => {
  const automatic = mail.headers.some(([name, value]) => /^auto-submitted$/i.test(name) && !/^no\b/i.test(value))
  return isFor(mail, address) && mail.envelope.from !== '' && !automatic
}

const withdraws = ({ subject, text }: OrderLetter) => takesBack(`${subject}\n${withoutQuotes(text)}`)

/**
 * The order that a mail belongs to: the one whose mails it refers to; for a withdrawal that refers to none, the newest
 * of the same companies.
 */
const threadOf = (mail: Mail, letter: OrderLetter, orders: readonly Order[]): Order | undefined => {
  const known = orders.filter(({ state }) => state !== 'bounced')
  const referred = known.findLast(({ letters }) => letters.some((one) => mail.references.includes(one.messageId)))
  if (referred || !withdraws(letter)) return referred
  const numbers: string[] =
    withoutQuotes(letter.text)
      .replace(/(?<=\d)[ .\u00a0](?=\d)/g, '')
      .match(/\b\d{9}\b/g) ?? []
  return known.findLast((one) => {
    const company = ordererOf(one)
    return stands(one) && company !== null && numbers.includes(company.number)
  })
}

/**
 * Takes a mail in: another one in a thread of an order, or a new order.
 *
 * @param orders all there are, oldest first
 * @param id the new order's
 * @returns the order as it is now
 */
export const takeIn = (
  mail: Mail,
  orders: readonly Order[],
  { id, address }: { id: string; address: string },
): Order => {
  const letter = letterOf(mail)
  const thread = threadOf(mail, letter, orders)
  if (thread) {
    const letters = [...thread.letters, letter]
    const withdrawal = thread.withdrawal || withdraws(letter)
    // somebody who has been answered writes again: the desk's turn once more, but what was given stays given
    const state = ['asked', 'silent', 'refused'].includes(thread.state) ? 'received' : thread.state
    // an officer answers the newest mail, so that whoever has taken over gets it
    const answers = answersTo(mail, address)
    return { ...thread, ...(answers.replyTo.length > 0 ? answers : {}), ...toldIn(letters), letters, withdrawal, state }
  }
  const reading = toldIn([letter])
  const earlier = orders.find(
    (one) => stands(one) && one.kind !== null && one.kind === reading.kind && numbersOf(one) === numbersOf(reading),
  )
  return {
    id,
    ...reading,
    ...answersTo(mail, address),
    state: 'received',
    repeats: earlier?.id ?? null,
    withdrawal: withdraws(letter),
    granted: {},
    made: null,
    letters: [letter],
    returnTo: { from: mail.envelope.from, header: linesOf(mail.raw).header.join('\r\n') },
  }
}
