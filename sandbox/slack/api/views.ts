import { ApiError } from '../api-error.ts'
import { isObject, type JsonObject } from '../json.ts'
import { checkView, faultMessages, type RuleFault, viewError } from '../rules.ts'
import type { OpenView } from '../views.ts'
import { type ApiDeps, type Args, type Method, noScope } from './method.ts'

type Deps = Pick<ApiDeps, 'manifest' | 'people' | 'views' | 'triggers'>

const invalid = (...messages: string[]) => new ApiError('invalid_arguments', { response_metadata: { messages } })

const refused = (faults: RuleFault[]) =>
  new ApiError(viewError(faults), { response_metadata: { messages: faultMessages(faults) } })

/**
 * The view argument, checked by the rules.
 * @throws ApiError `invalid_arguments` with pointers, `view_too_large`
 */
const viewOf = (args: Args, type: 'modal' | 'home' | undefined): JsonObject => {
  if (args.view === undefined) throw invalid('[ERROR] missing required field: view')
  if (!isObject(args.view)) throw invalid('[ERROR] must provide an object [json-pointer:/view]')
  const faults = checkView(args.view)
  if (faults.length > 0) throw refused(faults)
  if (type && args.view.type !== type) throw invalid(`[ERROR] must be "${type}" [json-pointer:/view/type]`)
  return args.view
}

/** `views.open`, `.push`, `.update`, `.publish`. */
export const viewMethods = ({ manifest, people, views, triggers }: Deps): Method[] => {
  const common = { tier: 4, token: 'bot', scopes: noScope } as const
  const answer = (view: OpenView) => ({ view: views.asView(view) })
  const missingTrigger = () => invalid('[ERROR] missing required field: trigger_id')
  return [
    {
      ...common,
      name: 'views.open',
      run: (args) => {
        const body = viewOf(args, 'modal')
        if (!args.trigger_id) throw missingTrigger()
        return answer(views.open(triggers.take(args.trigger_id).user, body))
      },
    },
    {
      ...common,
      name: 'views.push',
      run: (args) => {
        const body = viewOf(args, 'modal')
        if (!args.trigger_id) throw missingTrigger()
        const trigger = triggers.take(args.trigger_id)
        if (!trigger.viewId) throw new ApiError('not_found')
        return answer(views.push(trigger.user, body))
      },
    },
    {
      ...common,
      name: 'views.update',
      run: (args) => {
        const body = viewOf(args, undefined)
        if (!args.view_id && !args.external_id) throw invalid('[ERROR] missing required field: view_id')
        const view = views.find(args)
        if (!view) throw new ApiError('not_found')
        if (body.type !== view.type) throw invalid(`[ERROR] must be "${view.type}" [json-pointer:/view/type]`)
        return answer(views.update(view, body, args.hash))
      },
    },
    {
      ...common,
      name: 'views.publish',
      run: (args) => {
        const body = viewOf(args, 'home')
        if (!manifest.features.app_home.home_tab_enabled) throw new ApiError('not_enabled')
        const user = String(args.user_id ?? '')
        if (!people.find(user)) throw invalid('[ERROR] invalid user_id [json-pointer:/user_id]')
        return answer(views.publish(user, body, args.hash))
      },
    },
  ]
}
