import type { KnownBlock } from '@slack/types'
import type { StrangerReason } from '../../src/domain/belonging/types.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, section } from '../kit/blocks.ts'
import { bold, mailLink, mrkdwn, named, stacked } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { readyMail } from './ready-mail.ts'
import { serviceDeskAsk } from './service-desk-ask.ts'

const id = 'stranger-card'
const actions = { help: 'stranger-card.help', pick: 'stranger-card.pick' } as const

export type StrangerCardData = {
  reason: StrangerReason
  /** of the person's address, where there is one */
  domain: string | null
  /** `SERVICE_DESK_MAIL` */
  serviceDesk: string
  /** one may be an operator and belong nowhere */
  operator?: boolean
}

/** What only Digdir can mend is a mail that need only be sent. */
const ready = (t: Text, { reason, domain, serviceDesk }: StrangerCardData): KnownBlock[] => {
  if (reason !== 'unknown-domain' || domain === null) return []
  const { mails } = t.belonging.desk
  return [section(readyMail({ to: serviceDesk, ...mails.unknownDomain({ domain }) }, mails.open))]
}

/** Why somebody is a stranger, what they can do about it, and who helps. */
const blocks = (t: Text, data: StrangerCardData): KnownBlock[] => {
  const { reason, domain, serviceDesk, operator = false } = data
  const { why, todo } = t.belonging.strangers[reason]({ domain, serviceDesk })
  return [
    section(why),
    section(stacked([bold(t.belonging.todo), todo])),
    ...ready(t, data),
    ...actionRow(
      reason === 'shared-domain' ? button({ id: actions.pick, text: t.belonging.pick, style: 'primary' }) : null,
      serviceDeskAsk.askButton(t),
      button({ id: actions.help, text: t.belonging.help }),
    ),
    ...(operator ? [section(named(t.belonging.whoami.operator, t.belonging.whoami.isOperator))] : []),
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
