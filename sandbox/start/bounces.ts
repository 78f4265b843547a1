import type { Mailbox } from '../mailbox/mailbox.ts'

/** Whether a mail is for the bounce address, or for the one of a single mail: `local+anything@domain`. */
const isBack = (to: string, bounceAddress: string): boolean => {
  const [local, domain] = bounceAddress.toLowerCase().split('@')
  const [mailbox, host] = to.toLowerCase().split('@')
  return host === domain && (mailbox === local || mailbox?.startsWith(`${local}+`) === true)
}

/**
 * What a mail server's alias does: each mail for the bounce address goes to a program's standard input, one after the
 * other, from now on. What the program makes of it, or that it fails, stands in its log.
 *
 * @param read runs the program; ends when `ending` does
 */
export const pipeBounces = (
  mailbox: Pick<Mailbox, 'onMail'>,
  bounceAddress: string,
  read: (input: Buffer, ending: AbortSignal) => Promise<unknown>,
): { stop(): Promise<void> } => {
  const ending = new AbortController()
  let running: Promise<unknown> = Promise.resolve()
  const off = mailbox.onMail(({ envelope, raw }) => {
    if (!envelope.to.some((one) => isBack(one, bounceAddress))) return
    running = running.then(() => (ending.signal.aborted ? null : read(raw, ending.signal))).catch(() => {})
  })
  return {
    async stop() {
      off()
      ending.abort()
      await running
    },
  }
}
