import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, sections } from '../kit/blocks.ts'
import { named, person } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { questionRef, serviceDeskCard } from './service-desk-card.ts'
import { serviceDeskCopy } from './service-desk-copy.ts'
import type { ReplyBy } from './service-desk-reply.ts'

const id = 'service-desk-line'

export type ServiceDeskLineData = {
  question: string
  text: string
  by: ReplyBy
  userId: string
  /** whose thread it stands in: the other side has a button to answer with */
  to: ReplyBy
}

/** A message in a question's thread, as either side reads it. */
const render = (t: Text, { question, text, by, userId, to }: ServiceDeskLineData): Shown => {
  const words = t.belonging.desk.line
  const answer = to === 'desk' ? serviceDeskCard.actions.reply : serviceDeskCopy.actions.reply
  return shown({
    id,
    title: by === 'desk' ? words.deskTitle : words.askerTitle,
    environment: null,
    close: t.common.close,
    blocks: [
      ...sections(text, 2),
      context(named(words.from, person(userId))),
      ...(by === to
        ? []
        : actionRow(button({ id: answer, text: words.again, value: questionRef.write({ question }) }))),
    ],
  })
}

/** In the asker's thread: the service desk has done with it. */
const renderDone = (t: Text, { question }: { question: string }): Shown => {
  const words = t.belonging.desk.finished
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    blocks: [
      ...sections(words.body),
      ...actionRow(
        button({
          id: serviceDeskCopy.actions.reply,
          text: t.belonging.desk.copy.reply,
          value: questionRef.write({ question }),
        }),
      ),
    ],
  })
}

export const serviceDeskLine = { id, actions: {}, render, renderDone }
