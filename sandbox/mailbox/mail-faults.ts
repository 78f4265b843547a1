import { sameAddress } from './mail.ts'

/** Where in a conversation a fault strikes: the greeting, one recipient, or the answer to the mail itself. */
export type MailStage = 'connect' | 'rcpt' | 'data'

/**
 * What a mail server can do wrong.
 *
 * `refuse` answers with an SMTP code (421, 450, 451, 452, 550, 552, 554 …); `drop` takes the mail and closes the
 * connection in place of the answer (the sender can't know); `slow` waits before the answer to the mail; `silence`
 * never answers (the sender's time-out decides); `return` takes the mail, gives it to nobody, and `ms` later sends a
 * delivery status report (RFC 3464) with this enhanced status and SMTP code to who the envelope says it is from.
 */
export type MailFault =
  | { kind: 'refuse'; at: MailStage; code: number; text?: string }
  | { kind: 'silence'; at: 'connect' | 'data' }
  | { kind: 'slow'; ms: number }
  | { kind: 'drop' }
  | { kind: 'return'; status: string; code: number; ms: number }

export type MailFaultRule = {
  /** whole address or pattern, any recipient when left out; nobody knows the recipient at `connect` */
  to?: string | RegExp
  /** how many times it strikes; without end when left out */
  times?: number
  fault: MailFault
}

export type MailStrike = { fault: MailFault; recipients: string[] }

export type MailFaults = {
  /** @throws Error for a rule that could never strike: a recipient at `connect` */
  add(rule: MailFaultRule): void
  clear(): void
  /** The fault at this stage, if any, and whom of the recipients it is about; uses up one of the rule's turns. */
  strike(stage: MailStage, recipients: readonly string[]): MailStrike | undefined
  list(): readonly MailFaultRule[]
}

const stageOf = (fault: MailFault): MailStage => ('at' in fault ? fault.at : 'data')

const fits = (to: string | RegExp, address: string) =>
  typeof to === 'string' ? sameAddress(to, address) : to.test(address)

/** An empty set of rules; the first that fits and has turns left decides. */
export const createMailFaults = (): MailFaults => {
  let rules: MailFaultRule[] = []
  return {
    add(rule) {
      if (rule.to !== undefined && stageOf(rule.fault) === 'connect')
        throw new Error('at connect nobody knows the recipient yet')
      rules.push({ ...rule })
    },
    clear() {
      rules = []
    },
    strike(stage, recipients) {
      const rule = rules.find(
        ({ to, times, fault }) =>
          stageOf(fault) === stage &&
          (times === undefined || times > 0) &&
          (to === undefined || recipients.some((one) => fits(to, one))),
      )
      if (!rule) return undefined
      if (rule.times !== undefined) rule.times -= 1
      const { to, fault } = rule
      return { fault, recipients: recipients.filter((one) => to === undefined || fits(to, one)) }
    },
    list: () => rules,
  }
}
