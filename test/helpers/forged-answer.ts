import type { House } from './house.ts'
import { type Actor, newest, unnamed, words } from './walk.ts'

/** What holds a place until the answer is there. */
const notYet = /Et øyeblikk|Just a moment|lager klienten/i

/**
 * A click on a button that nobody showed this person, as `forgedClick`; resolves with the answer when it is there:
 * modal, newest message and what was clicked in, without what Slack makes up for each.
 */
export const forgedAnswer = async (house: House, actor: Actor, actionId: string, value: unknown): Promise<string> => {
  await actor.command('/portvakt help')
  const clicked = newest(actor)
  if (clicked === undefined) throw new Error('no message to click in')
  const shown = () => [actor.modal(), newest(actor), actor.messages().find(({ ts }) => ts === clicked.ts)] as const
  const before = words(shown())
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const action = { type: 'button', action_id: actionId, block_id: 'oppdiktet', value: text }
  await actor.click(action, { type: 'message', channel_id: clicked.channel, message_ts: clicked.ts })
  await house.slack.workspace.until(
    () => {
      const now = words(shown())
      return now !== before && !notYet.test(now)
    },
    4_000,
    `an answer to ${actionId}`,
  )
  const [modal, message, there] = shown()
  // a login link and its change are new at every click
  return unnamed(words([modal?.callback_id, modal?.blocks, message?.blocks, there?.blocks]))
    .replaceAll(/<!date[^>]*>/g, '')
    .replaceAll(/\/login\/[\w.-]+|change\\":\\"[\w-]+/g, '…')
}
