import type { Desk, System, View } from '../protocol.ts'
import type { Channels } from './channels.ts'
import { textOf, wordsOf } from './json.ts'
import type { Messages } from './messages.ts'
import type { People } from './people.ts'
import type { Toasts } from './toasts.ts'
import type { OpenView, Views } from './views.ts'

/** What stands around the workspace: the other systems, and whether the bot runs. */
export type Surroundings = { systems: System[]; bot: Desk['bot'] }

type Deps = { people: People; channels: Channels; messages: Messages; views: Views; toasts: Toasts }

const seenView = (view: OpenView, values: Views['values']): View => {
  const title = wordsOf(view.body.title)
  const submit = wordsOf(view.body.submit)
  const close = wordsOf(view.body.close)
  return {
    id: view.id,
    hash: view.hash,
    type: view.type,
    callback_id: textOf(view.body.callback_id) ?? '',
    ...(title === undefined ? {} : { title }),
    ...(submit === undefined ? {} : { submit }),
    ...(close === undefined ? {} : { close }),
    blocks: view.body.blocks,
    ...(view.errors ? { errors: view.errors } : {}),
    busy: view.busy > 0,
    values: values(view),
  }
}

/** All that one person sees of the workspace now. */
export const deskOf = (
  { people, channels, messages, views, toasts }: Deps,
  userId: string,
  { systems, bot }: Surroundings,
): Desk => {
  const places = channels.all().filter((place) => place.members.has(userId))
  const { id, name, title, email, email_confirmed, kind, organisation, operator, locale, colour, initials } =
    people.get(userId)
  const home = views.home(userId)
  return {
    me: { id, name, title, email, email_confirmed, kind, organisation, operator, locale, colour, initials },
    channels: places.map((place) => ({
      id: place.id,
      kind: place.kind,
      name: place.name,
      topic: place.topic,
      unread: messages.unread(userId, place.id),
    })),
    messages: Object.fromEntries(places.map((place) => [place.id, messages.seenBy(userId, place.id)])),
    modals: views.stack(userId).map((view) => seenView(view, views.values)),
    home: home ? seenView(home, views.values) : null,
    toasts: toasts.of(userId),
    systems,
    bot,
  }
}
