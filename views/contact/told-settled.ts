import type { Text } from '../../src/text/index.ts'
import { context, header, section } from '../kit/blocks.ts'
import { mrkdwn } from '../kit/mrkdwn.ts'
import { oneLine } from '../kit/one-line.ts'
import type { Message } from '../kit/shown.ts'

export type ToldSettledData = {
  /** the kind of message that stood there */
  kind: string
  why: 'contact-gone' | 'mended-since' | 'confirmed-since'
  /** the contact that it was about, by its id; null: about none, or all */
  contact: string | null
  /** epoch ms */
  at: number
}

/** In place of a post in an organisation's channel whose matter is at an end: nobody has to do anything any more. */
export const toldSettled = (t: Text, { kind, why, contact, at }: ToldSettledData): Message => {
  const words = t.contact.told.settled
  const title = words.title({ about: words.about[kind] ?? words.other })
  const what = contact === null ? words.why[why] : `${contact}: ${words.why[why]}`
  return {
    text: `${title}. ${what}`,
    blocks: [header(oneLine(title)), section(mrkdwn`:white_check_mark: ${what}`), context(words.on({ at }))],
  }
}
