import { clearanceAsked } from '../../../views/belonging/clearance-asked.ts'
import { clearanceGive } from '../../../views/belonging/clearance-give.ts'
import { clearanceLogin } from '../../../views/belonging/clearance-login.ts'
import { clearanceRequest } from '../../../views/belonging/clearance-request.ts'
import { membershipRequest } from '../../../views/belonging/membership-request.ts'
import { membershipWaiting } from '../../../views/belonging/membership-waiting.ts'
import type { Shown } from '../../../views/kit/shown.ts'
import { askClearance, giveClearance } from '../../domain/belonging/clearance-kinds.ts'
import { requestMembership } from '../../domain/belonging/request-membership.ts'
import type { Organisation, SlackUser } from '../../domain/belonging/types.ts'
import type { Change } from '../../domain/change.ts'
import type { Text } from '../../text/index.ts'

/** What the cards of a proposal are drawn from. */
export type ProposalFacts = {
  change: Change
  organisation: Pick<Organisation, 'number' | 'name'>
  admins: SlackUser[]
  /** of the person whom it is about */
  email: string | null
  /** to the login that the change waits for; null: none is set up */
  loginUrl: string | null
}

type Draw = (t: Text, facts: ProposalFacts) => Shown

/** Who sees a proposal of a kind, and how. */
export type ProposalKind = {
  /** whom it is about */
  about(change: Change): SlackUser
  /** those who decide */
  deciders(change: Change): ('operations' | 'admins')[]
  decider: Draw
  /** those who wait for it, each with a card of their own */
  waiting(change: Change): SlackUser[]
  waiter: Draw
}

const named = ({ payload }: Change): SlackUser => giveClearance.payload.parse(payload).user

/** By kind of change. A kind that is not here has no cards. */
export const proposalKinds: Readonly<Record<string, ProposalKind>> = {
  [requestMembership.name]: {
    about: ({ requester }) => requester,
    deciders: () => ['operations', 'admins'],
    decider: (t, facts) => membershipRequest.render(t, facts),
    waiting: ({ requester }) => [requester],
    waiter: (t, facts) => membershipWaiting.render(t, facts),
  },
  [askClearance.name]: {
    about: named,
    deciders: () => ['operations'],
    decider: (t, facts) => clearanceRequest.render(t, { ...facts, user: named(facts.change) }),
    waiting: ({ requester }) => [requester],
    waiter: (t, facts) =>
      clearanceAsked.render(t, { ...facts, user: named(facts.change), reader: facts.change.requester }),
  },
  [giveClearance.name]: {
    about: named,
    // the admins have nothing to confirm before the person has logged in
    deciders: ({ loginId }) => (loginId === null ? ['operations'] : ['operations', 'admins']),
    decider: (t, facts) => clearanceGive.render(t, { ...facts, user: named(facts.change) }),
    waiting: (change) => [named(change)],
    waiter: (t, { change, organisation, loginUrl }) =>
      clearanceLogin.render(t, { change, organisation, url: loginUrl }),
  },
}
