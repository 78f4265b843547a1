import type { Block, StateValues } from '../protocol.ts'
import type { SlackWorld } from '../world.ts'
import { ApiError } from './api-error.ts'
import { withIds } from './elements.ts'
import type { Ids } from './ids.ts'
import { type JsonObject, textOf } from './json.ts'
import { keptOver, stateOf } from './values.ts'

/** A modal may have two more on top of it (slack.md 1.1). */
const STACK_HEIGHT = 3

export type OpenView = {
  id: string
  user: string
  type: 'modal' | 'home'
  /** as the bot sent it, missing ids made */
  body: JsonObject & { blocks: Block[] }
  hash: string
  root: string
  previous: string | null
  typed: StateValues
  errors?: Record<string, string>
  /** requests to the bot under way from here */
  busy: number
}

/** Each person's stack of modals and Home tab. The checks of form are done before; these are the rules of state. */
export type Views = {
  /** Opens a first modal; one that stood open is closed without a word. @throws ApiError `duplicate_external_id` */
  open(userId: string, body: JsonObject): OpenView
  /** @throws ApiError `push_limit_reached`, `not_found` (nothing open), `duplicate_external_id` */
  push(userId: string, body: JsonObject): OpenView
  /** @throws ApiError `hash_conflict`, `duplicate_external_id` */
  update(view: OpenView, body: JsonObject, hash?: unknown): OpenView
  /** @throws ApiError `hash_conflict`, `duplicate_external_id` */
  publish(userId: string, body: JsonObject, hash?: unknown): OpenView
  find(by: { view_id?: unknown; external_id?: unknown }): OpenView | undefined
  stack(userId: string): readonly OpenView[]
  home(userId: string): OpenView | undefined
  /** Takes one view off its stack; false when it was closed already. */
  remove(view: OpenView): boolean
  clear(userId: string): void
  /** The values in its fields now. */
  values(view: OpenView): StateValues
  /** Slack's view object with `state`. */
  asView(view: OpenView): JsonObject
}

type Deps = { world: SlackWorld; ids: Ids; changed: () => void }

export const createViews = ({ world, ids, changed }: Deps): Views => {
  const stacks = new Map<string, OpenView[]>()
  const homes = new Map<string, OpenView>()
  const stack = (userId: string) => stacks.get(userId) ?? []
  const live = () => [...[...stacks.values()].flat(), ...homes.values()]

  const refuseTwin = (body: JsonObject, except: readonly OpenView[]) => {
    const external = textOf(body.external_id)
    if (!external) return
    const twin = live().some((one) => !except.includes(one) && one.body.external_id === external)
    if (twin) throw new ApiError('duplicate_external_id')
  }

  const bodyOf = (body: JsonObject) => ({
    ...body,
    blocks: withIds((body.blocks ?? []) as Block[], () => ids.hex(3)),
  })

  const fresh = (userId: string, body: JsonObject, below?: OpenView): OpenView => {
    const id = ids.next('V')
    return {
      id,
      user: userId,
      type: body.type === 'home' ? 'home' : 'modal',
      body: bodyOf(body),
      hash: ids.hash(),
      root: below?.root ?? id,
      previous: below?.id ?? null,
      typed: {},
      busy: 0,
    }
  }

  const values = (view: OpenView) => stateOf(view.body.blocks, view.typed)

  const replace = (view: OpenView, body: JsonObject, hash: unknown) => {
    if (typeof hash === 'string' && hash !== '' && hash !== view.hash) throw new ApiError('hash_conflict')
    refuseTwin(body, [view])
    const before = values(view)
    view.body = bodyOf(body)
    view.typed = keptOver(before, view.body.blocks)
    view.hash = ids.hash()
    delete view.errors
    changed()
    return view
  }

  return {
    open(userId, body) {
      refuseTwin(body, stack(userId))
      const view = fresh(userId, body)
      stacks.set(userId, [view])
      changed()
      return view
    },
    push(userId, body) {
      const top = stack(userId).at(-1)
      if (!top) throw new ApiError('not_found')
      if (stack(userId).length >= STACK_HEIGHT) throw new ApiError('push_limit_reached')
      refuseTwin(body, [])
      const view = fresh(userId, body, top)
      stacks.set(userId, [...stack(userId), view])
      changed()
      return view
    },
    update: replace,
    publish(userId, body, hash) {
      const there = homes.get(userId)
      if (there) return replace(there, body, hash)
      refuseTwin(body, [])
      const view = fresh(userId, body)
      homes.set(userId, view)
      changed()
      return view
    },
    find: ({ view_id, external_id }) =>
      live().find((one) =>
        typeof view_id === 'string' && view_id !== ''
          ? one.id === view_id
          : typeof external_id === 'string' && external_id !== '' && one.body.external_id === external_id,
      ),
    stack,
    home: (userId) => homes.get(userId),
    remove(view) {
      const left = stack(view.user).filter((one) => one !== view)
      if (left.length === stack(view.user).length) return false
      for (const one of left) if (one.previous === view.id) one.previous = view.previous
      stacks.set(view.user, left)
      changed()
      return true
    },
    clear(userId) {
      stacks.set(userId, [])
      changed()
    },
    values,
    asView: (view) => ({
      id: view.id,
      team_id: world.team.id,
      private_metadata: '',
      callback_id: '',
      title: null,
      close: null,
      submit: null,
      clear_on_close: false,
      notify_on_close: false,
      external_id: '',
      ...view.body,
      state: { values: values(view) },
      hash: view.hash,
      previous_view_id: view.previous,
      root_view_id: view.root,
      app_id: world.bot.app_id,
      app_installed_team_id: world.team.id,
      bot_id: world.bot.bot_id,
    }),
  }
}
