import type { AuditEntry } from '../../src/domain/audit/types.ts'
import type { SlackUser } from '../../src/domain/belonging/types.ts'
import type { Card } from '../../src/domain/deps.ts'
import { may } from '../../src/domain/may.ts'
import { AppError } from '../../src/errors.ts'
import { type Ask, empty, type Reply, route, type Services, type ViewValues } from '../../src/slack/route.ts'
import { type Text, textFor } from '../../src/text/index.ts'
import {
  type QuestionEnd,
  type QuestionRef,
  questionEnd,
  questionRef,
  serviceDeskCard,
} from '../../views/belonging/service-desk-card.ts'
import { serviceDeskCopy } from '../../views/belonging/service-desk-copy.ts'
import { serviceDeskLine } from '../../views/belonging/service-desk-line.ts'
import { type ReplyBy, serviceDeskReply } from '../../views/belonging/service-desk-reply.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { viewValues } from '../inputs.ts'
import { openForm } from '../present.ts'
import { askerSubject, deskSubject } from './question-cards.ts'

/** What follows a question: answers from either side, in both threads, until the service desk is done with it. */

const HOUR_MS = 60 * 60_000
/** So many replies an hour one may write to the service desk, which has no such limit itself. */
const mostReplies = 20

/** Only the service desk answers for it; only who asked writes as the asker. */
const assertMayWrite = async (ask: Ask<unknown>, { store }: Services, question: string, by: ReplyBy): Promise<void> => {
  if (by === 'desk') {
    const verdict = may(ask.viewer.belonging, 'service-desk.answer')
    if (!verdict.ok) throw new AppError(verdict.code, 'not one of the service desk')
    return
  }
  const own = await store.card(askerSubject(question), ask.viewer.user)
  if (own === null) throw new AppError('not-found', 'no such question of this person')
}

const write =
  (by: ReplyBy) =>
  async (ask: Ask<QuestionRef>, services: Services): Promise<Reply> => {
    const { question } = ask.input
    await assertMayWrite(ask, services, question, by)
    return openForm(ask, async () => serviceDeskReply.render(ask.t, { question, by }))
  }

/** A channel speaks the default language. */
const textOf = async ({ languageOf, defaultLanguage, operationsChannel }: Services, user: SlackUser): Promise<Text> =>
  textFor(user.userId === operationsChannel ? defaultLanguage : await languageOf(user))

/** Into the thread of a card, in the words of whoever has it; one that can't be reached keeps no other from it. */
const into = async (
  ask: Ask<unknown>,
  services: Services,
  card: Card,
  content: (t: Text) => Shown,
): Promise<boolean> => {
  try {
    const { message } = content(await textOf(services, card.user))
    await services.slack.post(card.channel, message, card.ts)
    return true
  } catch (error) {
    ask.log.warn({ err: error }, 'a message could not be put into the thread of a question')
    return false
  }
}

/** That somebody wrote, or ended it; never what was written. */
const line = (
  ask: Ask<unknown>,
  action: 'service-desk.reply' | 'service-desk.done',
  question: string,
  organisationNumber: string | null,
): AuditEntry => ({
  action,
  outcome: 'done',
  actor: ask.viewer.user,
  organisationNumber,
  environment: null,
  subject: `question:${question}`,
  changeId: null,
  correlationId: null,
})

/** False: the same submission came before. Throws `too-many-attempts` for an asker who writes without end. */
const takeReply = async (
  ask: Ask<unknown>,
  { store, vault, now }: Services,
  question: string,
  by: ReplyBy,
): Promise<boolean> => {
  const { teamId, userId } = ask.viewer.user
  const at = now()
  const { belonging } = ask.viewer
  // as with the question: of the asker's organisation, and of none where the service desk writes
  const organisationNumber = by === 'asker' && belonging.as === 'member' ? belonging.organisation.number : null
  const audit = [line(ask, 'service-desk.reply', question, organisationNumber)]
  const { fresh } = await store.write({ once: ask.once, audit }, async (tx) => {
    if (by === 'desk') return null
    const count = await tx.countAttempt(vault.sign('service-desk reply', teamId, userId), at - HOUR_MS, at)
    if (count > mostReplies) throw new AppError('too-many-attempts', 'too many replies', { retryAfter: HOUR_MS / 1000 })
    return null
  })
  return fresh
}

const submitted = async (ask: Ask<ViewValues>, services: Services): Promise<Reply> => {
  const about = serviceDeskReply.metadata.read(ask.view?.metadata ?? '')
  if (about === null) throw new AppError('stale-view', 'the form is of another version')
  const text = serviceDeskReply.read(ask.input)
  if (text === '') return { now: { kind: 'errors', errors: serviceDeskReply.errors(ask.t) } }
  const { question, by } = about
  await assertMayWrite(ask, services, question, by)
  const { store } = services
  const fresh = await takeReply(ask, services, question, by)
  if (!fresh) return { now: empty }
  const { userId } = ask.viewer.user
  const words = (to: ReplyBy) => (t: Text) => serviceDeskLine.render(t, { question, text, by, userId, to })
  return {
    now: empty,
    later: async () => {
      const [asker, desk] = await Promise.all([store.cards(askerSubject(question)), store.cards(deskSubject(question))])
      const sides = { asker, desk }
      const posted = async (side: ReplyBy) =>
        (await Promise.all(sides[side].map((card) => into(ask, services, card, words(side))))).some(Boolean)
      const [toDesk, toAsker] = await Promise.all([posted('desk'), posted('asker')])
      if (!(by === 'desk' ? toAsker : toDesk)) throw new AppError('slack-unavailable', 'the other side was not reached')
    },
  }
}

const done = async (ask: Ask<QuestionEnd>, services: Services): Promise<Reply> => ({
  now: empty,
  later: async () => {
    const { store, serviceDeskMail: serviceDesk } = services
    const { question, text, user, organisationNumber } = ask.input
    const [known, organisation] = await Promise.all([
      store.person(user),
      organisationNumber === null ? null : store.organisation(organisationNumber),
    ])
    const audit = [line(ask, 'service-desk.done', question, organisation?.number ?? null)]
    const { fresh, value: ended } = await store.write({ once: `question-done:${question}`, audit }, async () => ({
      userId: ask.viewer.user.userId,
      at: services.now(),
    }))
    await services.tell.operations(deskSubject(question), (t) =>
      serviceDeskCard.render(t, {
        question,
        text,
        user,
        email: known?.person.email ?? null,
        organisation,
        serviceDesk,
        done: ended,
      }),
    )
    if (!fresh) return
    for (const card of await store.cards(askerSubject(question)))
      await into(ask, services, card, (t) => serviceDeskLine.renderDone(t, { question }))
  },
})

export const routes = [
  route({
    kind: 'action',
    id: serviceDeskCard.actions.reply,
    may: 'service-desk.answer',
    effect: 'read',
    input: questionRef.input,
    run: write('desk'),
  }),
  route({
    kind: 'action',
    id: serviceDeskCopy.actions.reply,
    may: 'service-desk.ask',
    effect: 'read',
    input: questionRef.input,
    run: write('asker'),
  }),
  route({
    kind: 'submit',
    id: serviceDeskReply.id,
    may: 'service-desk.ask',
    effect: 'change',
    input: viewValues,
    run: submitted,
  }),
  route({
    kind: 'action',
    id: serviceDeskCard.actions.done,
    may: 'service-desk.answer',
    effect: 'change',
    input: questionEnd.input,
    run: done,
  }),
]
