import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, section, sections } from '../kit/blocks.ts'
import { mailLink } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { readyMail } from './ready-mail.ts'
import { questionRef } from './service-desk-card.ts'

const id = 'service-desk-copy'
const actions = { reply: 'service-desk-copy.reply' } as const

export type ServiceDeskCopyData = {
  question: string
  text: string
  /** false: nobody takes questions in Slack, and a mail is what is left */
  taken: boolean
  serviceDesk: string
}

/** The asker's own copy of a question; answers come in its thread. */
const render = (t: Text, { question, text, taken, serviceDesk }: ServiceDeskCopyData): Shown => {
  const words = t.belonging.desk.copy
  const { mails } = t.belonging.desk
  const mail = readyMail({ to: serviceDesk, subject: mails.question.subject, body: text }, mails.open)
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    summary: taken ? words.sent : words.nobody,
    blocks: [
      ...sections(text, 2),
      section(taken ? words.sent : words.nobody),
      ...(taken
        ? actionRow(button({ id: actions.reply, text: words.reply, value: questionRef.write({ question }) }))
        : [section(mail), context(mailLink(serviceDesk))]),
    ],
  })
}

export const serviceDeskCopy = { id, actions, render }
