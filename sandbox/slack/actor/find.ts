import type { Block, Container } from '../../protocol.ts'
import { type Placed, placedElements } from '../elements.ts'
import type { Posted } from '../messages.ts'
import type { OpenView } from '../views.ts'
import type { ActorDeps } from './deps.ts'

/** Where a person acts: a view of theirs, or a message they can see. */
export type Spot = { view: OpenView } | { message: Posted }

type Deps = Pick<ActorDeps, 'views' | 'messages' | 'channels'>

export const blocksOf = (spot: Spot): readonly Block[] =>
  'view' in spot ? spot.view.body.blocks : (spot.message.blocks ?? [])

/** A key for what belongs to the spot. */
export const keyOf = (spot: Spot): string =>
  'view' in spot ? spot.view.id : `${spot.message.channel} ${spot.message.ts}`

/** @throws Error when the person has no such view or message any more */
export const spotOf = ({ views, messages, channels }: Deps, userId: string, container: Container): Spot => {
  if (container.type === 'view') {
    const view = views.find({ view_id: container.view_id })
    if (view?.user !== userId) throw new Error('that view is closed')
    return { view }
  }
  const message = messages.find(container.channel_id, container.message_ts)
  const seen =
    channels.find(container.channel_id)?.members.has(userId) &&
    (message?.ephemeralTo === undefined || message.ephemeralTo === userId)
  if (!message || !seen) throw new Error('that message is gone')
  return { message }
}

/** What the person has before them, nearest first: the modals from the top, the messages from the newest, Home. */
const before = ({ views, messages, channels }: Deps, userId: string): Spot[] => {
  const home = views.home(userId)
  const seen = channels
    .all()
    .filter((place) => place.members.has(userId))
    .flatMap((place) => [...messages.in(place.id)])
    .filter((one) => one.ephemeralTo === undefined || one.ephemeralTo === userId)
    .sort((one, other) => (one.ts < other.ts ? 1 : -1))
  return [
    ...[...views.stack(userId)].reverse().map((view) => ({ view })),
    ...seen.map((message) => ({ message })),
    ...(home ? [{ view: home }] : []),
  ]
}

/**
 * The nearest element that answers the description.
 * @throws Error naming what can be clicked, when there is none
 */
export const findElement = (
  deps: Deps,
  userId: string,
  what: { action_id: string; block_id?: string; value?: unknown },
  container?: Container,
): { spot: Spot; placed: Placed } => {
  const spots = container ? [spotOf(deps, userId, container)] : before(deps, userId)
  const all = spots.flatMap((spot) => placedElements(blocksOf(spot)).map((placed) => ({ spot, placed })))
  const found = all.find(
    ({ placed }) =>
      placed.action_id === what.action_id &&
      (what.block_id === undefined || placed.block_id === what.block_id) &&
      (placed.element.type !== 'button' || what.value === undefined || placed.element.value === what.value),
  )
  if (found) return found
  const there = [...new Set(all.map(({ placed }) => placed.action_id))].join(', ')
  throw new Error(`nothing here to click with action_id ${what.action_id}; there are: ${there || 'none'}`)
}
