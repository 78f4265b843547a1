import type { AuditHead } from '../../src/domain/audit/store.ts'
import type { Text } from '../../src/text/index.ts'
import { exact, fields, section } from '../kit/blocks.ts'
import { inCode, mrkdwn } from '../kit/mrkdwn.ts'
import { type Message, message } from '../kit/shown.ts'

export type AuditHeadData = {
  head: Pick<AuditHead, 'day' | 'seq' | 'hash'>
  /** sealed since the message before */
  count: number
  /** days (UTC, `YYYY-MM-DD`) whose heads the chain no longer holds */
  broken: string[]
}

/** A day in UTC as an instant that is in the same day in Norway. */
const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`)

/** Enough to see at a glance whether it is the same. */
const shortHash = 16

/** The chain's end at the close of a day, for the channel of the operators: a copy that the database can't change. */
const render = (t: Text, { head, count, broken }: AuditHeadData): Message => {
  const words = t.audit.head
  const day = noon(head.day)
  const body = words.body({ day, count })
  return message({
    title: words.title,
    environment: null,
    summary: body,
    blocks: [
      section(body),
      ...(broken.length > 0
        ? [section(mrkdwn`:warning: *${words.broken({ days: broken.slice(0, 10).map(noon) })}*`)]
        : []),
      ...fields([
        { label: words.seq, value: t.format.number(head.seq) },
        { label: words.short, value: inCode(head.hash.slice(0, shortHash)) },
      ]),
      section(words.keep),
      exact(head.hash),
    ],
  })
}

export const auditHead = { render }
