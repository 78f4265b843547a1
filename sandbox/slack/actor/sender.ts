import type { WorldPerson } from '../../world.ts'
import type { Acknowledged } from '../delivery/parcel.ts'
import type { JsonObject } from '../json.ts'
import type { ActorDeps, Hand } from './deps.ts'

/** The workspace that a request says it comes from: over Slack Connect it is the asker's own (slack.md 4.3). */
export const teamOf = ({ world }: Pick<ActorDeps, 'world'>, person: WorldPerson): { id: string; domain: string } =>
  person.team_id === undefined || person.team_id === world.team.id
    ? { id: world.team.id, domain: world.team.domain }
    : { id: person.team_id, domain: person.team_id.toLowerCase() }

/** The fields every interaction has (slack.md 2.5). */
export const interactionOf = (deps: Pick<ActorDeps, 'world'>, person: WorldPerson): JsonObject => ({
  user: {
    id: person.id,
    username: person.handle,
    name: person.handle,
    team_id: teamOf(deps, person).id,
  },
  api_app_id: deps.world.bot.app_id,
  token: 'sandbox',
  team: teamOf(deps, person),
  enterprise: null,
  is_enterprise_install: false,
})

/**
 * Sends a parcel of the person's and keeps it for `replayLast`. `refusal` names in Slack's words what went wrong with
 * the acknowledgement: no answer in time, nobody there, or an HTTP error.
 */
export const sendAs = async (
  { courier }: Pick<ActorDeps, 'courier'>,
  hand: Hand,
  kind: 'command' | 'interaction' | 'suggestion',
  payload: JsonObject,
): Promise<{ answer: Acknowledged; refusal?: string }> => {
  const carried = await courier.deliver({ kind, payload })
  if (kind !== 'suggestion') hand.last = carried
  const { again: _, ...answer } = carried
  if (answer.failure) return { answer, refusal: answer.failure }
  if (answer.status < 200 || answer.status > 299) return { answer, refusal: 'http_service_error' }
  return { answer }
}
