import type { WorldPerson } from '../../world.ts'
import type { Acknowledged } from '../delivery/parcel.ts'
import type { JsonObject } from '../json.ts'
import type { ActorDeps, Hand } from './deps.ts'

/** The fields every interaction has (slack.md 2.5). */
export const interactionOf = ({ world }: Pick<ActorDeps, 'world'>, person: WorldPerson): JsonObject => ({
  user: {
    id: person.id,
    username: person.handle,
    name: person.handle,
    team_id: person.team_id ?? world.team.id,
  },
  api_app_id: world.bot.app_id,
  token: 'sandbox',
  team: { id: world.team.id, domain: world.team.domain },
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
