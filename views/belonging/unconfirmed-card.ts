import type { KnownBlock } from '@slack/types'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, section } from '../kit/blocks.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { serviceDeskAsk } from './service-desk-ask.ts'

const id = 'unconfirmed-card'
const actions = { send: 'unconfirmed-card.send', help: 'unconfirmed-card.help' } as const

export type UnconfirmedCardData = {
  email: string
  /** false: no mail or no links can be made here */
  mailOn: boolean
  /** a link was just sent */
  sent: boolean
}

/** For somebody whose address Slack has not confirmed: a link there confirms it. */
const blocks = (t: Text, { email, mailOn, sent }: UnconfirmedCardData): KnownBlock[] => {
  const words = t.belonging.unconfirmed
  const send = button({ id: actions.send, text: sent ? words.again : words.send, ...(!sent && { style: 'primary' }) })
  return [
    ...(sent ? [section(words.sent({ email })), section(words.spam)] : [section(words.why({ email }))]),
    ...(sent ? [] : [section(mailOn ? words.todo : words.off)]),
    ...actionRow(
      mailOn ? send : null,
      serviceDeskAsk.askButton(t),
      button({ id: actions.help, text: t.belonging.help }),
    ),
    context(t.belonging.stillMay),
  ]
}

const render = (t: Text, data: UnconfirmedCardData): Shown => {
  const words = t.belonging.unconfirmed
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    summary: data.sent ? words.sent(data) : words.why(data),
    blocks: blocks(t, data),
  })
}

export const unconfirmedCard = { id, actions, blocks, render }
