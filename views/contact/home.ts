import type { KnownBlock } from '@slack/types'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, divider, section } from '../kit/blocks.ts'
import { bold, stacked } from '../kit/mrkdwn.ts'
import { type ReachShown, reachLine } from './reach-line.ts'
import { addAnywhere } from './values.ts'

const id = 'contact-home'
const actions = { open: 'contact-home.open', add: 'contact-home.add' } as const

/** The contacts on a member's Home tab: how well the organisation can be reached, and the way to mend it. */
const render = (t: Text, reach: ReachShown): KnownBlock[] => {
  const words = t.contact.browse.home
  const { level } = reach.reach
  return [
    divider,
    section(stacked([bold(words.heading), reachLine(t, reach)])),
    ...actionRow(
      button({ id: actions.open, text: words.open }),
      button({ id: actions.add, text: words.add, value: addAnywhere, ...(level === 'none' && { style: 'primary' }) }),
    ),
  ]
}

export const contactHome = { id, actions, render }
