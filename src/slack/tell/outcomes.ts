import { adminOwnClientOutcome } from '../../../views/belonging/admin/own-client-outcome.ts'
import { clearanceAnswer } from '../../../views/belonging/clearance-answer.ts'
import { membershipAnswer } from '../../../views/belonging/membership-answer.ts'
import type { Shown } from '../../../views/kit/shown.ts'
import { askClearance, giveClearance } from '../../domain/belonging/clearance-kinds.ts'
import { requestMembership } from '../../domain/belonging/request-membership.ts'
import { isSamePerson, type Organisation, type SlackUser } from '../../domain/belonging/types.ts'
import type { Change, Surface } from '../../domain/change.ts'
import type { Outcome } from '../../domain/change-kind.ts'
import { credentialKinds } from '../../domain/client/credential-kinds.ts'
import type { Text } from '../../text/index.ts'

/** What the words of an outcome are made of. */
export type OutcomeFacts = {
  outcome: Outcome
  organisation: Pick<Organisation, 'number' | 'name'>
  /** who reads it */
  reader: SlackUser
  /** epoch ms */
  now: number
  /** `SERVICE_DESK_MAIL` */
  serviceDesk: string
}

/** How the outcome of a kind of change is told, to whom, and where. */
export type OutcomeKind = {
  readers(change: Change): SlackUser[]
  /** null: there is nothing to tell */
  shown(t: Text, facts: OutcomeFacts): Shown | null | Promise<Shown | null>
  /** where it goes; a direct message where the answer comes long after the asking */
  where(change: Change): Surface
  /** the card of the thing that was changed, and a line for its thread */
  card?(t: Text, facts: OutcomeFacts): Promise<ThingCard | null>
}

/** `create` false: only a card that stands is brought up to date. */
export type ThingCard = { subject: string; content: Shown; event: string; create: boolean }

const direct = (): Surface => ({ kind: 'direct' })

const people = ({ payload, requester }: Change): SlackUser[] => {
  const { user } = askClearance.payload.parse(payload)
  return isSamePerson(user, requester) ? [user] : [user, requester]
}

const about = (change: Change, reader: SlackUser): SlackUser | null => {
  const { user } = askClearance.payload.parse(change.payload)
  return isSamePerson(user, reader) ? null : user
}

/** Of an organisation's own admin client: where it was begun in Slack, when the page after the login is done. */
const ofCredentials = Object.fromEntries(
  credentialKinds.map(({ name }): [string, OutcomeKind] => [
    name,
    {
      readers: ({ requester }) => [requester],
      where: ({ surface }) => surface,
      shown: (t, { outcome, organisation, serviceDesk }) =>
        adminOwnClientOutcome.render(t, { outcome, organisation, serviceDesk }),
    },
  ]),
)

/** By kind of change; what a kind that is not here came to is told as an error where it failed, and else not at all. */
export const outcomeKinds: Readonly<Record<string, OutcomeKind>> = {
  ...ofCredentials,
  [requestMembership.name]: {
    readers: ({ requester }) => [requester],
    where: direct,
    shown: (t, { outcome: { change }, organisation }) => membershipAnswer.render(t, { change, organisation }),
  },
  [askClearance.name]: {
    readers: ({ requester }) => [requester],
    where: direct,
    // a yes goes on with the person's login, of which the proposal's cards tell
    shown: (t, { outcome: { change, state }, organisation, reader }) =>
      state === 'done' || isWithdrawn(change)
        ? null
        : clearanceAnswer.render(t, { change, organisation, about: about(change, reader) }),
  },
  [giveClearance.name]: {
    readers: people,
    where: direct,
    shown: (t, { outcome: { change }, organisation, reader }) =>
      clearanceAnswer.render(t, { change, organisation, about: about(change, reader) }),
  },
}

/** Who takes back what they asked for knows it. */
const isWithdrawn = ({ state, decision, requester }: Change): boolean =>
  state === 'declined' && decision !== null && isSamePerson(decision.by, requester)
