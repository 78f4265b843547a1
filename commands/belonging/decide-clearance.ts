import { beginChange } from '../../src/domain/begin-change.ts'
import { askClearance, giveClearance } from '../../src/domain/belonging/clearance-kinds.ts'
import { isSamePerson, type SlackUser } from '../../src/domain/belonging/types.ts'
import type { Change } from '../../src/domain/change.ts'
import { withdrawChange } from '../../src/domain/decide-change.ts'
import { AppError } from '../../src/errors.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import { clearanceGive } from '../../views/belonging/clearance-give.ts'
import { clearanceRequest } from '../../views/belonging/clearance-request.ts'
import { type ChangeRef, changeValue } from '../../views/client/values.ts'
import { proposalOf, settle } from './decide.ts'

/** An operator names somebody, who proves their number by a login; a second person confirms (design section 2). */

/**
 * The naming goes on where the question stood: those who decide see one card from the asking to the end, and so does an
 * admin who asked for another. Whoever is named gets a message of their own, since they must be told of the login.
 */
const carryCards = async ({ store }: Services, from: Change, to: Change): Promise<void> => {
  const [standing, admins] = await Promise.all([
    store.cards(`change:${from.id}`),
    store.adminsOf(from.organisationNumber),
  ])
  const isAdmin = admins.some((one) => isSamePerson(one, from.requester))
  const alone = [giveClearance.payload.parse(to.payload).user, ...(isAdmin ? [] : [from.requester])]
  const cards = standing.filter(({ user }) => !alone.some((one) => isSamePerson(one, user)))
  await store.write({}, async (tx) => {
    for (const card of cards) await tx.saveCard({ ...card, subject: `change:${to.id}` })
    return null
  })
}

/**
 * A crash after the yes and before the naming leaves a question that was answered, and nobody named. Past the question's
 * own time nobody goes on with it: once-keys are not kept for ever.
 */
const isLeftUnnamed = async ({ store, now }: Services, question: Change): Promise<boolean> =>
  question.state === 'done' &&
  now() < question.expiresAt &&
  typeof (await store.keptOutcome(namingOf(question))) !== 'string'

/** Each question is gone on with once. */
const namingOf = ({ id }: Change): string => `give:${id}`

/** As `decideChange` has it of the first click. Throws `needs-another`. */
const assertNotTheirs = (question: Change, by: SlackUser): void => {
  const { user } = askClearance.payload.parse(question.payload)
  if ([question.requester, user].some((one) => isSamePerson(one, by)))
    throw new AppError('needs-another', 'nobody gives to themselves')
}

const showNaming = async (services: Services, question: Change, naming: Change): Promise<void> => {
  await carryCards(services, question, naming)
  await services.tell.proposal(naming)
}

/** Whoever came second had the question drawn where its naming stands. */
const showAgain = async (services: Services, question: Change): Promise<void> => {
  const begun = await services.store.keptOutcome(namingOf(question))
  const naming = typeof begun === 'string' ? await services.store.change(begun) : null
  if (naming !== null) await showNaming(services, question, naming)
}

/** Says yes where nobody has, and names the person: the question goes on as a change of its own. */
const give = async (ask: Ask<ChangeRef>, services: Services): Promise<void> => {
  const question = await proposalOf(services, askClearance.name, ask.input.change)
  if (await isLeftUnnamed(services, question)) assertNotTheirs(question, ask.viewer.user)
  else if ((await settle(ask, services, question, true)) === null) return await showAgain(services, question)
  const { change } = await beginChange(
    services,
    giveClearance,
    {
      organisationNumber: question.organisationNumber,
      environment: null,
      requester: ask.viewer.user,
      payload: askClearance.payload.parse(question.payload),
      baseVersion: null,
      surface: { kind: 'direct' },
      language: ask.viewer.language,
    },
    namingOf(question),
  )
  await showNaming(services, question, change)
}

const given = async (ask: Ask<ChangeRef>, services: Services): Promise<Reply> => ({
  now: empty,
  // a second click sees the naming that the first one began
  later: () => services.turns.inOrder(`naming ${ask.input.change}`, () => give(ask, services)),
})

const refused = async (ask: Ask<ChangeRef>, services: Services): Promise<Reply> => ({
  now: empty,
  later: async () => {
    await settle(ask, services, await proposalOf(services, askClearance.name, ask.input.change), false)
  },
})

const confirmed =
  (yes: boolean) =>
  async (ask: Ask<ChangeRef>, services: Services): Promise<Reply> => ({
    now: empty,
    later: async () => {
      const change = await proposalOf(services, giveClearance.name, ask.input.change)
      if (!yes && isSamePerson(change.requester, ask.viewer.user)) {
        // whoever named somebody may think again
        const withdrawn = await withdrawChange(services, change.id, ask.viewer.user)
        await services.tell.proposal(withdrawn)
        await services.tell.outcome({ state: withdrawn.state, change: withdrawn })
        return
      }
      await settle(ask, services, change, yes)
    },
  })

export const routes = [
  route({
    kind: 'action',
    id: clearanceRequest.actions.give,
    may: 'clearance.give',
    effect: 'change',
    input: changeValue.input,
    run: given,
  }),
  route({
    kind: 'action',
    id: clearanceRequest.actions.decline,
    may: 'clearance.give',
    effect: 'change',
    input: changeValue.input,
    run: refused,
  }),
  route({
    kind: 'action',
    id: clearanceGive.actions.confirm,
    may: 'clearance.confirm',
    effect: 'change',
    input: changeValue.input,
    run: confirmed(true),
  }),
  route({
    kind: 'action',
    id: clearanceGive.actions.decline,
    may: 'clearance.confirm',
    effect: 'change',
    input: changeValue.input,
    run: confirmed(false),
  }),
]
