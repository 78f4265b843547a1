import type { Action, Block, Container, StateValues } from '../../protocol.ts'
import { isObject, type JsonObject } from '../json.ts'
import type { Outcome } from '../outcome.ts'
import { fillIn, type SimpleValue, stateOf, valueFor } from '../values.ts'
import type { ActorDeps, Hand } from './deps.ts'
import { blocksOf, findElement, keyOf, type Spot, spotOf } from './find.ts'
import { interactionOf, sendAs } from './sender.ts'

type Deps = Pick<
  ActorDeps,
  | 'world'
  | 'ids'
  | 'changes'
  | 'people'
  | 'channels'
  | 'messages'
  | 'views'
  | 'triggers'
  | 'toasts'
  | 'responseUrls'
  | 'courier'
>

/** What is clicked, simply: a button by its value where there are several, a select by the option's value. */
export type Click = { action_id: string; block_id?: string; value?: SimpleValue }

/** The whole action as the browser knows it, or one made from the element the person means. */
const actionOf = (
  deps: Deps,
  hand: Hand,
  what: Click | Action,
  container?: Container,
): { spot: Spot; action: JsonObject } => {
  if ('type' in what && what.block_id !== undefined && container) {
    return { spot: spotOf(deps, hand.userId, container), action: { ...what } }
  }
  const { spot, placed } = findElement(deps, hand.userId, what, container)
  const { element, block_id, action_id } = placed
  const common = { action_id, block_id, type: element.type }
  if (element.type === 'button') {
    const value = element.value === undefined ? {} : { value: element.value }
    return { spot, action: { ...common, ...value, ...(element.text ? { text: element.text } : {}) } }
  }
  const simple = (what as Click).value ?? null
  if (element.type === 'overflow') {
    const option = (Array.isArray(element.options) ? element.options : []).find(
      (one) => isObject(one) && one.value === simple,
    )
    if (!option) throw new Error(`${action_id} has no option ${String(simple)}`)
    return { spot, action: { ...common, selected_option: option } }
  }
  const suggested = hand.suggested.get(`${keyOf(spot)} ${block_id} ${action_id}`)
  return { spot, action: { ...common, ...valueFor(placed, simple, suggested) } }
}

/** What was chosen by the click is also in the fields afterwards. */
const typedWith = (values: StateValues, action: JsonObject): StateValues => {
  const { action_id, block_id, type, text: _text, ...chosen } = action
  if (typeof block_id !== 'string' || typeof action_id !== 'string' || typeof type !== 'string') return values
  if (!values[block_id]?.[action_id]) return values
  return { ...values, [block_id]: { ...values[block_id], [action_id]: { type, ...chosen } } }
}

/**
 * A click (or a choice) in a message, a modal or Home.
 * @throws Error when there is nothing such to click
 */
export const clickOn = async (
  deps: Deps,
  hand: Hand,
  what: Click | Action,
  container?: Container,
  values?: StateValues,
): Promise<Outcome> => {
  const { world, ids, people, channels, messages, views, triggers, toasts, responseUrls, changes } = deps
  const { spot, action } = actionOf(deps, hand, what, container)
  const person = people.get(hand.userId)
  const blocks = blocksOf(spot) as Block[]
  const common = { type: 'block_actions', ...interactionOf(deps, person) }
  const actions = [{ ...action, action_ts: ids.ts() }]
  let payload: JsonObject

  if ('view' in spot) {
    const { view } = spot
    const given = values ? { ...view.typed, ...fillIn(blocks, values) } : view.typed
    view.typed = typedWith(stateOf(blocks, given), action)
    view.busy += 1
    changes.tell()
    payload = {
      ...common,
      container: { type: 'view', view_id: view.id },
      trigger_id: triggers.give(person.id, view.type === 'modal' ? view.id : undefined),
      view: views.asView(view),
      actions,
    }
  } else {
    const { message } = spot
    const place = channels.find(message.channel)
    if (!place) throw new Error('that message is gone')
    const ephemeral = message.ephemeralTo !== undefined
    payload = {
      ...common,
      container: {
        type: 'message',
        message_ts: message.ts,
        channel_id: message.channel,
        is_ephemeral: ephemeral,
        ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
      },
      trigger_id: triggers.give(person.id),
      channel: { id: place.id, name: channels.spokenName(place) },
      ...(ephemeral ? {} : { message: messages.asMessage(message, true) }),
      state: { values: typedWith(stateOf(blocks, values), action) },
      response_url: responseUrls.give({ user: person.id, channel: message.channel, message }).url,
      actions,
    }
  }

  const { answer, refusal } = await sendAs(deps, hand, 'interaction', payload).finally(() => {
    if ('view' in spot) spot.view.busy -= 1
    changes.tell()
  })
  const outcome = { status: answer.status, body: answer.body, ms: answer.ms }
  if (!refusal) return outcome
  const title = `${world.bot.name} did not answer the click: ${refusal}`
  const detail = answer.status === 0 ? {} : { detail: `HTTP ${answer.status}` }
  return { ...outcome, toast: toasts.show(hand.userId, { level: 'error', title, ...detail }) }
}
