import { beginChange } from '../../src/domain/begin-change.ts'
import { askClearance, giveClearance } from '../../src/domain/belonging/clearance-kinds.ts'
import { isSamePerson } from '../../src/domain/belonging/types.ts'
import type { Change } from '../../src/domain/change.ts'
import { withdrawChange } from '../../src/domain/decide-change.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import { clearanceGive } from '../../views/belonging/clearance-give.ts'
import { clearanceRequest } from '../../views/belonging/clearance-request.ts'
import { type ChangeRef, changeValue } from '../../views/client/values.ts'
import { proposalOf, settle } from './decide.ts'

/** An operator names somebody, who proves their number by a login; a second person confirms (design section 2). */

/** The naming goes on where the question stood: those who decide see one card from the asking to the end. */
const carryCards = async ({ store }: Services, from: Change, to: Change): Promise<void> => {
  const waiting = [from.requester, giveClearance.payload.parse(to.payload).user]
  const cards = (await store.cards(`change:${from.id}`)).filter(
    ({ user }) => !waiting.some((one) => isSamePerson(one, user)),
  )
  await store.write({}, async (tx) => {
    for (const card of cards) await tx.saveCard({ ...card, subject: `change:${to.id}` })
    return null
  })
}

const given = async (ask: Ask<ChangeRef>, services: Services): Promise<Reply> => ({
  now: empty,
  later: async () => {
    const question = await proposalOf(services, askClearance.name, ask.input.change)
    if ((await settle(ask, services, question, true)) === null) return
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
      `give:${question.id}`,
    )
    await carryCards(services, question, change)
    await services.tell.proposal(change)
  },
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
