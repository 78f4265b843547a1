import type { KnownBlock } from '@slack/types'
import { cut, escapeMrkdwn } from '../../src/text/format.ts'
import { context, header, section, sections } from '../kit/blocks.ts'
import { limits } from '../kit/limits.ts'
import type { MailWords } from '../kit/mail.ts'
import { flatPart, type MailLink, type MailPart } from '../kit/mail-parts.ts'
import { bold, inCode, link, mrkdwn, named, stacked, type Words } from '../kit/mrkdwn.ts'
import { oneLine } from '../kit/one-line.ts'
import type { Message } from '../kit/shown.ts'
import { type ToldDoor, toldDoors } from './told-doors.ts'

/** What a contact is told, in whatever channel. */
export type Told = Omit<MailWords, 'footer'> & { doors?: readonly ToldDoor[] }

const linked = ({ url, label }: MailLink): Words => link(url, label)

const wordsOf = (part: MailPart): Words => {
  if (typeof part === 'string') return part
  if ('heading' in part) return bold(part.heading)
  if ('list' in part) return stacked(part.list.map((item) => mrkdwn`• ${item}`))
  if ('lines' in part) return stacked(part.lines)
  if ('facts' in part) return stacked(part.facts.map(({ label, value }) => named(label, value)))
  if ('command' in part) return mrkdwn`${part.what} ${inCode(part.command)}`
  return linked(part.link)
}

/** The same as a Slack message. Its button is a link: what it leads to is a page, and nothing for the bot to answer. */
export const toldInSlack = ({ subject, heading, paragraphs, button, closing, doors = [] }: Told): Message => {
  const blocks: KnownBlock[] = [
    header(oneLine(heading)),
    ...paragraphs.flatMap((part) => sections(wordsOf(flatPart(part)))),
    ...(button === null ? [] : [section(linked(button))]),
    ...toldDoors.render(doors),
    ...closing.map((part) => context(wordsOf(flatPart(part)))),
  ]
  return {
    text: cut(escapeMrkdwn(cut(oneLine(subject), 700)), limits.messageText),
    blocks: blocks.slice(0, limits.blocksInMessage),
  }
}
