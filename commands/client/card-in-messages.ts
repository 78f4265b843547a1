import type { Environment, RegisteredKey, Registration } from '../../src/domain/client/types.ts'
import { isAppError } from '../../src/errors.ts'
import type { Ask, Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import { clientCard } from '../../views/client/card.ts'

/** `keys` as far as this change saw them; those last seen, when left out. */
type Seen = { environment: Environment; registration: Registration; keys?: RegisteredKey[] | undefined }

/**
 * The one card of a client in the acting person's direct messages (design section 3): edited in place where it
 * stands, posted where it does not; `event` goes into its thread as history.
 *
 * @param create false: only an existing card is brought up to date
 */
export const keepCard = async (
  ask: Ask<unknown>,
  services: Services,
  seen: Seen,
  event: string,
  create: boolean,
): Promise<void> => {
  try {
    await putCard(ask, services, seen, event, create)
  } catch (error) {
    // the thing itself is done and told; a card that can't be drawn must not look as if it were not
    ask.log.warn({ err: error, client: seen.registration.client_id }, 'the card of a client could not be kept')
  }
}

const putCard = async (
  ask: Ask<unknown>,
  services: Services,
  seen: Seen,
  event: string,
  create: boolean,
): Promise<void> => {
  const { store, slack, now } = services
  const { user } = ask.viewer
  const subject = `client:${seen.environment}:${seen.registration.client_id}`
  const { environment, registration } = seen
  const { number } = organisationOf(ask.viewer)
  const keys = seen.keys ?? (await store.registrationKeys(number, environment, registration.client_id)) ?? []
  const { message } = clientCard.render(ask.t, {
    environment,
    client: { from: 'digdir', registration, keys },
    now: now(),
  })
  const known = await store.card(subject, user)
  const place = known === null ? null : await updated(services, known, message)
  if (place === null && !create) return
  const { channel, ts } = place ?? (await slack.post(user.userId, message))
  if (place === null) {
    await store.write({}, async (tx) => {
      await tx.saveCard({ subject, user, channel, ts })
      return null
    })
  }
  await slack.post(channel, { text: event }, ts)
}

/** Null when the message is no longer there: somebody deleted it. */
const updated = async (
  { slack }: Services,
  at: { channel: string; ts: string },
  message: Parameters<Services['slack']['update']>[2],
) => {
  try {
    await slack.update(at.channel, at.ts, message)
    return at
  } catch (error) {
    if (isAppError(error, 'view-gone')) return null
    throw error
  }
}
