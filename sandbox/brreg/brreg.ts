import type { Clock } from '../clock.ts'
import type { Mailbox } from '../mailbox/mailbox.ts'
import { sendMail } from '../mailbox/send-mail.ts'
import { type Changes, createChanges } from '../slack/changes.ts'
import { type Answer, possibleAnswers, stateAfter } from './answers.ts'
import { answeredIn, compose } from './compose.ts'
import { type Grounds, groundsOf, type Surroundings, setUp, setUpAgain } from './effects.ts'
import { isForDesk, takeIn } from './intake.ts'
import type { Written } from './officers.ts'
import type { Order, OrderLetter } from './order.ts'

/** Where orders go (brreg.md 0): for `ORDER_MAIL_TO`. */
export const BRREG_ADDRESS = 'opendata@brreg.no'

const OWN = { name: 'Brønnøysundregistrene', address: BRREG_ADDRESS }

type Of<Kind extends Answer['kind']> = Omit<Extract<Answer, { kind: Kind }>, 'kind'>

export type KeptBrreg = { orders: readonly Order[]; made: number }

/**
 * Brønnøysundregistrene's desk for orders of access to the register over beneficial owners. An answer resolves when
 * brreg's mail is in the mailbox and what it tells of is so, to the order as it is then. It rejects with nothing sent when
 * the order's state or what it lacks does not allow it, and when the mail is not taken: then it may be given again.
 */
export type Brreg = {
  address: string
  /** oldest first */
  orders(): readonly Order[]
  /** @throws Error for an unknown id */
  order(id: string): Order
  /**
   * The first order that fits, one that is there or the next that is.
   * @throws Error when `timeoutMs` (5000) have passed
   */
  until(fits: (order: Order) => boolean, timeoutMs?: number): Promise<Order>
  answer(id: string, answer: Answer): Promise<Order>
  askForMore(id: string, how?: Of<'ask'>): Promise<Order>
  refuse(id: string, how?: Of<'refuse'>): Promise<Order>
  confirm(id: string, how: Of<'confirm'>): Promise<Order>
  deliver(id: string, how?: Of<'deliver'>): Promise<Order>
  sayAlreadyReceived(id: string, how?: Of<'already'>): Promise<Order>
  letGo(id: string, how?: Of<'let-go'>): Promise<Order>
  staySilent(id: string): Promise<Order>
  bounce(id: string, how?: Of<'bounce'>): Promise<Order>
  /** what an order stands on @throws Error for an unknown id */
  grounds(id: string): Grounds
  onChange: Changes['on']
  /** What is to be there at the next start. */
  keep(): KeptBrreg
  close(): Promise<void>
}

type Options = Omit<Surroundings, 'nextFictional'> & {
  clock: Clock
  mailbox: Pick<Mailbox, 'url' | 'onMail' | 'sendBack'>
  /** what an earlier `keep` gave */
  kept?: KeptBrreg
}

/** Opens the desk: it reads what comes to `BRREG_ADDRESS` from now on. */
export const createBrreg = ({ clock, mailbox, registries, tt02, kept = { orders: [], made: 0 } }: Options): Brreg => {
  const changes = createChanges()
  const orders = new Map(kept.orders.map((one) => [one.id, one]))
  const busy = new Set<string>()
  let made = kept.made
  const nextFictional = () => {
    made += 1
    return made - 1
  }
  const around: Surroundings = { registries, tt02, nextFictional }
  for (const order of orders.values()) setUpAgain(order, around)

  const all = () => [...orders.values()]
  const find = (id: string): Order => {
    const found = orders.get(id)
    if (!found) throw new Error(`brreg has no order ${id}`)
    return found
  }
  const put = (order: Order): Order => {
    orders.set(order.id, order)
    changes.tell()
    return order
  }
  const stop = mailbox.onMail((mail) => {
    if (isForDesk(mail, BRREG_ADDRESS))
      put(takeIn(mail, all(), { id: `BR-${orders.size + 1}`, address: BRREG_ADDRESS }))
  })

  const send = async (order: Order, written: Written, at: number): Promise<OrderLetter> => {
    const messageId = `<${order.id.toLowerCase()}.${order.letters.length}.${at}@brreg.no>`
    const answered = answeredIn(order).messageId
    const ids = order.letters.map((one) => one.messageId).filter((one) => one !== '' && one !== answered)
    const references = answered === '' ? ids : [...ids, answered]
    const letter = { at, from: OWN, to: order.replyTo, cc: order.cc, messageId }
    await sendMail(mailbox.url, { ...letter, ...written, references })
    return { way: 'out', ...letter, subject: written.subject, text: written.text }
  }
  const sendBack = ({ returnTo }: Order, { status = '5.1.1', code = 550 }: Of<'bounce'>) => {
    const raw = Buffer.from(`${returnTo.header}\r\n\r\n`, 'latin1')
    return mailbox.sendBack({ envelope: { from: returnTo.from, to: [BRREG_ADDRESS] }, raw }, { status, code })
  }

  const carryOut = async (before: Order, wish: Answer): Promise<Order> => {
    const at = clock.now()
    const { about } = groundsOf(before, around)
    const after = put(setUp(before, wish, around))
    const written = compose(wish, { before, after }, { about, at })
    const sent = written === null ? [] : [await send(after, written, at)]
    if (wish.kind === 'bounce') await sendBack(after, wish)
    // more may have come while the mail was on its way
    const now = find(after.id)
    const withdrawal = wish.kind === 'let-go' ? false : now.withdrawal
    return put({ ...now, state: stateAfter(wish.kind), withdrawal, letters: [...now.letters, ...sent] })
  }
  const answer: Brreg['answer'] = async (id, wish) => {
    const order = find(id)
    if (!possibleAnswers(order).includes(wish.kind)) {
      const what = order.kind ?? 'of no known kind'
      throw new Error(`${id} is ${order.state} and ${what}: “${wish.kind}” is no answer to it`)
    }
    if (busy.has(id)) throw new Error(`An answer to ${id} is on its way`)
    busy.add(id)
    try {
      return await carryOut(order, wish)
    } finally {
      busy.delete(id)
    }
  }

  return {
    address: BRREG_ADDRESS,
    orders: all,
    order: find,
    until: (fits, timeoutMs) => changes.until(() => all().find(fits), timeoutMs, 'such an order at brreg'),
    answer,
    askForMore: (id, how = {}) => answer(id, { kind: 'ask', ...how }),
    refuse: (id, how = {}) => answer(id, { kind: 'refuse', ...how }),
    confirm: (id, how) => answer(id, { kind: 'confirm', ...how }),
    deliver: (id, how = {}) => answer(id, { kind: 'deliver', ...how }),
    sayAlreadyReceived: (id, how = {}) => answer(id, { kind: 'already', ...how }),
    letGo: (id, how = {}) => answer(id, { kind: 'let-go', ...how }),
    staySilent: (id) => answer(id, { kind: 'silent' }),
    bounce: (id, how = {}) => answer(id, { kind: 'bounce', ...how }),
    grounds: (id) => groundsOf(find(id), around),
    onChange: changes.on,
    keep: () => ({ orders: all(), made }),
    close: async () => stop(),
  }
}
