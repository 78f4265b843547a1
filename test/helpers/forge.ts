import type { House } from './house.ts'
import { type Actor, newest, words } from './walk.ts'

/**
 * A click on a button that nobody showed this person: the request is signed by Slack and the person is who they are,
 * but action and value are their own invention.
 */
export const forgedClick = async (house: House, actor: Actor, actionId: string, value: unknown) => {
  await actor.command('/portvakt help')
  const message = newest(actor)
  if (message === undefined) throw new Error('no message to click in')
  const container = { type: 'message' as const, channel_id: message.channel, message_ts: message.ts }
  const action = {
    type: 'button',
    action_id: actionId,
    block_id: 'oppdiktet',
    value: typeof value === 'string' ? value : JSON.stringify(value),
  }
  const before = words([actor.messages(), actor.modal()])
  const outcome = await actor.click(action, container)
  await house.slack.workspace.until(
    () => words([actor.messages(), actor.modal()]) !== before,
    4_000,
    'an answer to a forged click',
  )
  return outcome
}

/** Calls Slack's Web API with the bot's token, as another version of the bot would. @throws when Slack refuses */
export const asBot = async (house: House, method: string, args: Record<string, unknown>) => {
  const response = await fetch(`${house.slack.apiUrl}${method}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      authorization: `Bearer ${house.env.SLACK_BOT_TOKEN}`,
    },
    body: JSON.stringify(args),
  })
  const answer = (await response.json()) as { ok: boolean; error?: string }
  if (!answer.ok) throw new Error(`${method}: ${answer.error}`)
  return answer
}

/** A trigger of the person's that the bot has no use for. */
export const unusedTrigger = async (house: House, actor: Actor): Promise<string> => {
  await actor.command('/portvakt whoami')
  const delivery = house.slack.workspace.deliveries.findLast((one) => one.kind === 'command')
  return String(delivery?.payload.trigger_id)
}
