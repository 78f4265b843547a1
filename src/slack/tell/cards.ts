import type { Message } from '../../../views/kit/shown.ts'
import type { SlackUser } from '../../domain/belonging/types.ts'
import type { Card } from '../../domain/deps.ts'
import { isAppError } from '../../errors.ts'
import type { TellDeps } from './deps.ts'

/** Where a card stands or is to stand: a person's direct messages, or a channel under its id as user. */
export type Holder = SlackUser

/** Edits a card where it stands; false when the message is no longer there. */
const edited = async (deps: TellDeps, card: Card, message: Message): Promise<boolean> => {
  try {
    await deps.slack.update(card.channel, card.ts, message)
    return true
  } catch (error) {
    if (isAppError(error, 'view-gone')) return false
    throw error
  }
}

/**
 * One card for each thing and holder (design section 3): edited in place where it stands, posted where it does not.
 * Null when it is not there and `create` is false. Throws what Slack and the store throw.
 */
export const keepCard = async (
  deps: TellDeps,
  asked: { subject: string; holder: Holder; message: Message; create: boolean },
): Promise<Card | null> => {
  const { subject, holder, message, create } = asked
  const known = await deps.store.card(subject, holder)
  if (known !== null && (await edited(deps, known, message))) return known
  if (!create) return null
  const { channel, ts } = await deps.slack.post(holder.userId, message)
  const card: Card = { subject, user: { teamId: holder.teamId, userId: holder.userId }, channel, ts }
  await deps.store.write({}, async (tx) => {
    await tx.saveCard(card)
    return null
  })
  return card
}
