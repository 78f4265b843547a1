import type { Message } from '../../protocol.ts'
import { isoDay } from '../text/slack-date.ts'

/** A message as it stands in the list: under a day's heading, and without its head where the same person goes on. */
export type Line = { message: Message; newDay: boolean; follows: boolean }

const closeBy = 5 * 60

/** The messages of a conversation itself, oldest first, with what their place asks for. Replies live in threads. */
export function timelineOf(messages: Message[], timeZone: string): Line[] {
  return linesOf(
    messages.filter(({ ts, thread_ts }) => thread_ts === undefined || thread_ts === ts),
    timeZone,
  )
}

/** A thread's first message and its replies. */
export function threadOf(messages: Message[], root: string, timeZone: string): Line[] {
  return linesOf(
    messages.filter(({ ts, thread_ts }) => ts === root || thread_ts === root),
    timeZone,
  )
}

function linesOf(messages: Message[], timeZone: string): Line[] {
  return messages.map((message, index) => {
    const before = messages[index - 1]
    const newDay = !before || dayOf(before, timeZone) !== dayOf(message, timeZone)
    return { message, newDay, follows: !newDay && before !== undefined && goesOn(before, message) }
  })
}

function goesOn(before: Message, message: Message): boolean {
  return (
    before.user === message.user &&
    before.ephemeral === message.ephemeral &&
    !message.ephemeral &&
    message.command === undefined &&
    before.command === undefined &&
    before.reply_count === 0 &&
    Number(message.ts) - Number(before.ts) < closeBy
  )
}

function dayOf({ ts }: Message, timeZone: string): string {
  return isoDay(Number(ts) * 1000, timeZone)
}
