import type { Container, Option, SuggestGroup } from '../../protocol.ts'
import { isObject, type JsonObject, textOf, wordsOf } from '../json.ts'
import { checkOptionsAnswer, faultMessages } from '../rules.ts'
import type { ActorDeps, Hand } from './deps.ts'
import { findElement, keyOf } from './find.ts'
import { interactionOf, sendAs } from './sender.ts'

type Deps = Pick<ActorDeps, 'world' | 'people' | 'channels' | 'messages' | 'views' | 'toasts' | 'courier'>

export type Suggestions = { options?: Option[]; groups?: SuggestGroup[] }

const objects = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : [])

const plain = (option: JsonObject): Option => {
  const description = wordsOf(option.description)
  return {
    text: wordsOf(option.text) ?? '',
    value: textOf(option.value) ?? '',
    ...(description === undefined ? {} : { description }),
  }
}

/**
 * Types into an external select. Without a right answer in time the menu is empty, as at Slack, and a toast says why.
 * @throws Error when there is no such select
 */
export const suggestFor = async (
  deps: Deps,
  hand: Hand,
  block_id: string,
  action_id: string,
  value: string,
  container?: Container,
): Promise<Suggestions> => {
  const { people, channels, messages, views, toasts, world } = deps
  const { spot } = findElement(deps, hand.userId, { action_id, block_id }, container)
  const place = 'message' in spot ? channels.find(spot.message.channel) : undefined
  const where: JsonObject =
    'view' in spot
      ? { container: { type: 'view', view_id: spot.view.id }, view: views.asView(spot.view) }
      : {
          container: { type: 'message', message_ts: spot.message.ts, channel_id: spot.message.channel },
          ...(place ? { channel: { id: place.id, name: channels.spokenName(place) } } : {}),
          message: messages.asMessage(spot.message),
        }
  const { answer, refusal } = await sendAs(deps, hand, 'suggestion', {
    type: 'block_suggestion',
    ...interactionOf(deps, people.get(hand.userId)),
    ...where,
    action_id,
    block_id,
    value,
  })
  const faults = refusal ? [] : checkOptionsAnswer(answer.body)
  if (refusal || faults.length > 0 || !isObject(answer.body)) {
    toasts.show(hand.userId, {
      level: 'warning',
      title: `${world.bot.name} gave no suggestions`,
      detail: refusal ?? faultMessages(faults).join('\n'),
    })
    return { options: [] }
  }
  const groups = objects(answer.body.option_groups)
  const options = objects(answer.body.options)
  const key = `${keyOf(spot)} ${block_id} ${action_id}`
  const all = [...options, ...groups.flatMap((group) => objects(group.options))]
  hand.suggested.set(key, [...(hand.suggested.get(key) ?? []), ...all])
  if (groups.length === 0) return { options: options.map(plain) }
  return {
    groups: groups.map((group) => ({ label: wordsOf(group.label) ?? '', options: objects(group.options).map(plain) })),
  }
}
