import { z } from 'zod'
import type { Organisation, SlackUser } from '../../src/domain/belonging/types.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, section, sections } from '../kit/blocks.ts'
import { buttonValueOf } from '../kit/metadata.ts'
import { inCode, mrkdwn, named, person, stacked } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { readyMail } from './ready-mail.ts'

const id = 'service-desk-card'
const actions = { reply: 'service-desk-card.reply', done: 'service-desk-card.done' } as const

export type QuestionFrom = {
  user: SlackUser
  email: string | null
  organisation: Pick<Organisation, 'number' | 'name'> | null
}

/** A question as its card tells of it. */
export type Question = QuestionFrom & { question: string; text: string }

/** What ends a question carries its words, since the bot keeps them nowhere else; the rest is looked up again. */
export type QuestionEnd = { question: string; text: string; user: SlackUser; organisationNumber: string | null }
export const questionEnd = buttonValueOf<QuestionEnd>(
  z.object({
    question: z.string().min(1),
    text: z.string(),
    user: z.object({ teamId: z.string(), userId: z.string() }),
    organisationNumber: z.string().nullable(),
  }),
)

/** Which question somebody writes in. Whether they may is asked at the click. */
export type QuestionRef = { question: string }
export const questionRef = buttonValueOf<QuestionRef>(z.object({ question: z.string().min(1) }))

export type ServiceDeskCardData = Question & {
  /** `SERVICE_DESK_MAIL` */
  serviceDesk: string
  /** who has done with it, and when */
  done: { userId: string; at: number } | null
}

/** A question, in the operations channel: who asks, from where, what; answered in its thread. */
const render = (t: Text, { serviceDesk, done, ...data }: ServiceDeskCardData): Shown => {
  const words = t.belonging.desk.card
  const { organisation } = data
  const place = organisation === null ? words.none : words.at(organisation)
  const mail = t.belonging.desk.mails.forward({ organisation: organisation?.name ?? data.email ?? words.none })
  const end = questionEnd.write({
    question: data.question,
    text: data.text,
    user: { teamId: data.user.teamId, userId: data.user.userId },
    organisationNumber: organisation?.number ?? null,
  })
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    summary: words.summary,
    blocks: [
      section(
        stacked([
          named(words.from, person(data.user.userId)),
          named(words.email, data.email === null ? words.noEmail : inCode(data.email)),
          named(words.organisation, place),
        ]),
      ),
      ...sections(data.text, 2),
      ...(done
        ? [context(mrkdwn`:white_check_mark: ${words.ended} ${person(done.userId)}, ${t.format.dateTime(done.at)}`)]
        : [
            ...actionRow(
              button({
                id: actions.reply,
                text: words.reply,
                value: questionRef.write({ question: data.question }),
                style: 'primary',
              }),
              button({ id: actions.done, text: words.done, value: end }),
            ),
            context(
              mrkdwn`${words.forwardWhy} ${readyMail({ to: serviceDesk, subject: mail.subject, body: `${mail.begin}${data.text}${mail.end}` }, words.forward)}`,
            ),
          ]),
    ],
  })
}

export const serviceDeskCard = { id, actions, render }
