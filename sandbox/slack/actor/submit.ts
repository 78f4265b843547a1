import type { StateValues } from '../../protocol.ts'
import { ApiError } from '../api-error.ts'
import { isObject, type JsonObject } from '../json.ts'
import type { Outcome } from '../outcome.ts'
import { checkSubmissionAnswer, checkTyped, faultMessages } from '../rules.ts'
import { fillIn, type SimpleValues } from '../values.ts'
import type { OpenView } from '../views.ts'
import { type ActorDeps, type Hand, nothingSent } from './deps.ts'
import { interactionOf, sendAs } from './sender.ts'

type Deps = Pick<ActorDeps, 'world' | 'changes' | 'people' | 'views' | 'triggers' | 'toasts' | 'courier'>

/** Slack's words when a submission's answer is missing or wrong (slack.md 1.6). */
const TROUBLE = 'We had some trouble connecting. Try again?'

/** The view a person means: by id, or the modal in front. @throws Error when there is none */
export const modalOf = ({ views }: Pick<Deps, 'views'>, userId: string, viewId?: string): OpenView => {
  const view = viewId ? views.find({ view_id: viewId }) : views.stack(userId).at(-1)
  if (view?.user !== userId || view.type !== 'modal') throw new Error('that modal is closed')
  return view
}

/** Puts simple values, or values in Slack's shape, into the view's fields. */
export const typeInto = (hand: Hand, view: OpenView, values: SimpleValues | StateValues): void => {
  const suggested = (block_id: string) =>
    [...hand.suggested].flatMap(([key, options]) => (key.startsWith(`${view.id} ${block_id} `) ? options : []))
  view.typed = { ...view.typed, ...fillIn(view.body.blocks, values, suggested) }
}

/** Does to the modals what the acknowledgement says. @throws ApiError when the state does not allow it */
const obey = (
  { views }: Pick<Deps, 'views'>,
  view: OpenView,
  answer: JsonObject,
): Record<string, string> | undefined => {
  const body = isObject(answer.view) ? answer.view : {}
  switch (answer.response_action) {
    case 'errors':
      view.errors = answer.errors as Record<string, string>
      return view.errors
    case 'update':
      if (views.find({ view_id: view.id })) views.update(view, body)
      return undefined
    case 'push':
      views.push(view.user, body)
      return undefined
    case 'clear':
      views.clear(view.user)
      return undefined
    default:
      views.remove(view)
      return undefined
  }
}

/**
 * Submits a modal. Slack's client refuses first what it can see is wrong; then the acknowledgement decides.
 * @throws Error when the modal is closed or has no such field
 */
export const submitView = async (
  deps: Deps,
  hand: Hand,
  values: SimpleValues | StateValues = {},
  viewId?: string,
): Promise<Outcome> => {
  const { people, views, triggers, toasts, changes } = deps
  const view = modalOf(deps, hand.userId, viewId)
  typeInto(hand, view, values)
  const missing = checkTyped(view.body, views.values(view))
  if (Object.keys(missing).length > 0) {
    view.errors = missing
    changes.tell()
    return nothingSent({ errors: missing })
  }
  delete view.errors
  view.busy += 1
  changes.tell()
  const { answer, refusal } = await sendAs(deps, hand, 'interaction', {
    type: 'view_submission',
    ...interactionOf(deps, people.get(hand.userId)),
    trigger_id: triggers.give(hand.userId, view.id),
    view: views.asView(view),
    response_urls: [],
  }).finally(() => {
    view.busy -= 1
    changes.tell()
  })
  const outcome: Outcome = { status: answer.status, body: answer.body, ms: answer.ms }
  const trouble = (detail: string): Outcome => ({
    ...outcome,
    toast: toasts.show(hand.userId, { level: 'error', title: TROUBLE, detail }),
  })
  if (refusal) return trouble(answer.status === 0 ? refusal : `${refusal}: HTTP ${answer.status}`)
  const told = answer.body === '' || answer.body === null ? {} : answer.body
  const faults = checkSubmissionAnswer(told, view.body)
  if (faults.length > 0) return trouble(faultMessages(faults).join('\n'))
  try {
    const errors = obey(deps, view, isObject(told) ? told : {})
    changes.tell()
    return errors ? { ...outcome, errors } : outcome
  } catch (error) {
    if (error instanceof ApiError) return trouble(error.code)
    throw error
  }
}

/**
 * Closes the modal in front with its Cancel, or with `all` the whole stack; tells the bot of each one that asked for
 * `notify_on_close`. A view with `clear_on_close` takes the stack with it.
 */
export const closeView = async (deps: Deps, hand: Hand, viewId?: string, all = false): Promise<void> => {
  const { views, people } = deps
  const view = modalOf(deps, hand.userId, viewId)
  const cleared = all || view.body.clear_on_close === true
  const closing = cleared ? [...views.stack(hand.userId)].reverse() : [view]
  const told = closing.filter((one) => one.body.notify_on_close === true).map((one) => views.asView(one))
  for (const one of closing) views.remove(one)
  for (const one of told) {
    await sendAs(deps, hand, 'interaction', {
      type: 'view_closed',
      ...interactionOf(deps, people.get(hand.userId)),
      view: one,
      is_cleared: cleared,
    })
  }
}
