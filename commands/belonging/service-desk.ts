import type { AuditEntry } from '../../src/domain/audit/types.ts'
import { AppError, errorCodes } from '../../src/errors.ts'
import { type Ask, type Reply, route, type Services, type ViewValues } from '../../src/slack/route.ts'
import { type StuckWith, serviceDeskAsk } from '../../views/belonging/service-desk-ask.ts'
import { type Question, serviceDeskCard } from '../../views/belonging/service-desk-card.ts'
import { serviceDeskCopy } from '../../views/belonging/service-desk-copy.ts'
import { loading } from '../../views/kit/loading.ts'
import { viewValues } from '../inputs.ts'
import { openForm } from '../present.ts'
import { askerSubject, deskSubject } from './question-cards.ts'

/** A question to the service desk, from anybody. */

const HOUR_MS = 60 * 60_000
/** So many questions an hour one may ask. */
const mostQuestions = 5

const asking = (ask: Ask<unknown>, question: string, organisationNumber: string | null): AuditEntry => ({
  action: 'service-desk.ask',
  outcome: 'done',
  actor: ask.viewer.user,
  organisationNumber,
  environment: null,
  subject: `question:${question}`,
  changeId: null,
  correlationId: null,
})

/** The question's id; an earlier one's for the same submission once more. Throws `too-many-attempts`. */
const take = async (ask: Ask<unknown>, services: Services, organisationNumber: string | null) => {
  const { store, vault, now, newId } = services
  const { user } = ask.viewer
  const key = vault.sign('service-desk', user.teamId, user.userId)
  const id = newId()
  const at = now()
  return await store.write({ once: ask.once, audit: [asking(ask, id, organisationNumber)] }, async (tx) => {
    if ((await tx.countAttempt(key, at - HOUR_MS, at)) > mostQuestions) {
      throw new AppError('too-many-attempts', 'too many questions', { retryAfter: HOUR_MS / 1000 })
    }
    return id
  })
}

/** The asker's copy in their direct messages, in whose thread answers come. */
const keepCopy = async (ask: Ask<unknown>, services: Services, question: Question): Promise<void> => {
  const { user } = ask.viewer
  const { message } = copyOf(ask, services, question, true)
  try {
    const { channel, ts } = await services.slack.post(user.userId, message)
    await services.store.write({}, async (tx) => {
      await tx.saveCard({ subject: askerSubject(question.question), user, channel, ts })
      return null
    })
  } catch (error) {
    // the service desk has it, and the window says so
    ask.log.warn({ err: error }, 'the copy of a question could not be posted')
  }
}

const copyOf = (ask: Ask<unknown>, services: Services, { question, text }: Question, taken: boolean) =>
  serviceDeskCopy.render(ask.t, { question, text, taken, serviceDesk: services.serviceDeskMail })

const submitted = async (ask: Ask<ViewValues>, services: Services): Promise<Reply> => {
  const text = serviceDeskAsk.read(ask.input)
  if (text === '') return { now: { kind: 'errors', errors: serviceDeskAsk.errors(ask.t) } }
  const { user, person, belonging } = ask.viewer
  // who only waits for an organisation is not yet one of it
  const organisation = belonging.as === 'member' ? belonging.organisation : null
  const { fresh, value } = await take(ask, services, organisation?.number ?? null)
  const question: Question = { question: value, text, user, email: person.email, organisation }
  if (!fresh) return { now: { kind: 'update', view: copyOf(ask, services, question, true).view } }
  return {
    now: { kind: 'update', view: loading.render(ask.t).view },
    later: async () => {
      const { serviceDeskMail: serviceDesk } = services
      const cards = await services.tell.operations(deskSubject(value), (t) =>
        serviceDeskCard.render(t, { ...question, serviceDesk, done: null }),
      )
      const taken = cards.length > 0
      if (taken) await keepCopy(ask, services, question)
      await ask.show(copyOf(ask, services, question, taken))
    },
  }
}

/** The form; for somebody who comes from an error it says which, and under what names it is found. */
const open = (ask: Ask<StuckWith | null>, { serviceDeskMail: serviceDesk }: Services): Reply =>
  openForm(ask, async () => {
    const stuck = ask.input
    const code = errorCodes.find((one) => one === stuck?.code)
    if (stuck === null || code === undefined) return serviceDeskAsk.render(ask.t)
    const { what } = ask.t.errors[code]({ serviceDesk })
    return serviceDeskAsk.render(ask.t, { ...stuck, what })
  })

export const routes = [
  route({
    kind: 'action',
    id: serviceDeskAsk.actions.open,
    may: 'service-desk.ask',
    effect: 'read',
    // most of these buttons carry nothing
    input: serviceDeskAsk.input.nullable().catch(null),
    run: async (ask, services) => open(ask, services),
  }),
  route({
    kind: 'submit',
    id: serviceDeskAsk.id,
    may: 'service-desk.ask',
    effect: 'change',
    input: viewValues,
    run: submitted,
  }),
]
