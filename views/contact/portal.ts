import type { KnownBlock } from '@slack/types'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, exact, section } from '../kit/blocks.ts'
import { limits } from '../kit/limits.ts'
import { mrkdwn } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { type Notice, noticeLine } from './rows.ts'
import { type AllSeen, allSeenRef } from './seen.ts'
import { allContacts, contactsRef } from './values.ts'

const id = 'contact-portal'
const actions = {
  mirrored: 'contact-portal.mirrored',
  open: 'contact-portal.open',
  list: 'contact-portal.list',
} as const

export type ContactPortalData = AllSeen & {
  /** one line for each contact */
  lines: readonly string[]
  /** how many are not in the portal, or changed since */
  waiting: number
  url: string
  notice?: Notice
}

/** A copy box holds so many characters; whole lines only. */
const boxes = (lines: readonly string[]): { texts: string[]; whole: boolean } => {
  const texts: string[] = []
  let box = ''
  for (const line of lines) {
    const longer = box === '' ? line : `${box}\n${line}`
    if (Array.from(longer).length <= limits.section) box = longer
    else {
      texts.push(box)
      box = line
    }
  }
  const all = [...texts, box].filter((text) => text !== '')
  return { texts: all.slice(0, mostBoxes), whole: all.length <= mostBoxes }
}

/** Slack takes some 16 000 characters in a message; more than these nobody pastes at once. */
const mostBoxes = 4

const copied = (t: Text, lines: readonly string[]): KnownBlock[] => {
  const words = t.contact.browse.portalText
  if (lines.length === 0) return [section(words.none)]
  const { texts, whole } = boxes(lines)
  return [...texts.map(exact), ...(whole ? [] : [context(words.cut)])]
}

/** What to paste in Digdir's portal, which has no interface for it, and that it was done. */
const render = (t: Text, data: ContactPortalData): Shown => {
  const { lines, waiting, url } = data
  const words = t.contact.browse.portalText
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    blocks: [
      ...noticeLine(data.notice),
      section(words.why),
      ...copied(t, lines),
      context(words.where),
      ...(lines.length === 0
        ? []
        : [section(waiting === 0 ? mrkdwn`:white_check_mark: ${words.done}` : words.waiting({ count: waiting }))]),
      ...actionRow(
        waiting === 0
          ? null
          : button({ id: actions.mirrored, text: words.mirror, value: allSeenRef(data), style: 'primary' }),
        // the browser opens it by itself; Slack tells of the click all the same
        button({ id: actions.open, text: words.open, url }),
        button({ id: actions.list, text: t.contact.browse.list, value: contactsRef(allContacts) }),
      ),
    ],
  })
}

export const contactPortal = { id, actions, render }
