import { requestMembership } from '../../src/domain/belonging/request-membership.ts'
import { withdrawChange } from '../../src/domain/decide-change.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import { membershipRequest } from '../../views/belonging/membership-request.ts'
import { membershipWaiting } from '../../views/belonging/membership-waiting.ts'
import { type ChangeRef, changeValue } from '../../views/client/values.ts'
import { proposalOf, settle } from './decide.ts'
import { showAgain } from './show-again.ts'

/** Whether somebody belongs to an organisation that shares its domain: yes, no, or never mind. */

const answer =
  (yes: boolean) =>
  async (ask: Ask<ChangeRef>, services: Services): Promise<Reply> => ({
    now: empty,
    later: async () => {
      await settle(ask, services, await proposalOf(services, requestMembership.name, ask.input.change), yes)
    },
  })

const withdrawn = async (ask: Ask<ChangeRef>, services: Services): Promise<Reply> => ({
  now: empty,
  later: async () => {
    const { user } = ask.viewer
    const { id } = await proposalOf(services, requestMembership.name, ask.input.change)
    await services.tell.proposal(await withdrawChange(services, id, user))
    await showAgain(ask, services, await services.belonging(user))
  },
})

export const routes = [
  route({
    kind: 'action',
    id: membershipRequest.actions.approve,
    may: 'membership.decide',
    effect: 'change',
    input: changeValue.input,
    run: answer(true),
  }),
  route({
    kind: 'action',
    id: membershipRequest.actions.decline,
    may: 'membership.decide',
    effect: 'change',
    input: changeValue.input,
    run: answer(false),
  }),
  route({
    kind: 'action',
    id: membershipWaiting.actions.withdraw,
    may: 'membership.request',
    effect: 'change',
    input: changeValue.input,
    run: withdrawn,
  }),
]
