import type { KnownBlock } from '@slack/types'
import type { StrangerReason } from '../../src/domain/belonging/types.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, section } from '../kit/blocks.ts'
import { bold, mailLink, mrkdwn, stacked } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'

const id = 'stranger-card'
const actions = { help: 'stranger-card.help' } as const

export type StrangerCardData = {
  reason: StrangerReason
  /** of the person's address, where there is one */
  domain: string | null
  /** `SERVICE_DESK_MAIL` */
  serviceDesk: string
}

/** Why somebody is a stranger, what they can do about it, and who helps. */
const blocks = (t: Text, { reason, domain, serviceDesk }: StrangerCardData): KnownBlock[] => {
  const { why, todo } = t.belonging.strangers[reason]({ domain, serviceDesk })
  return [
    section(why),
    section(stacked([bold(t.belonging.todo), todo])),
    ...actionRow(button({ id: actions.help, text: t.belonging.help })),
    context(t.belonging.stillMay, mrkdwn`:email: ${mailLink(serviceDesk)}`),
  ]
}

const render = (t: Text, data: StrangerCardData): Shown =>
  shown({
    id,
    title: t.belonging.strangerTitle,
    environment: null,
    close: t.common.close,
    blocks: blocks(t, data),
  })

export const strangerCard = { id, actions, blocks, render }
