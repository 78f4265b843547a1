import type { ModalView } from '@slack/types'
import type { Surface } from '../src/domain/change.ts'
import { within } from '../src/domain/patience.ts'
import { type Ask, empty, type Reply } from '../src/slack/route.ts'
import { loading } from '../views/kit/loading.ts'
import type { Shown } from '../views/kit/shown.ts'

/**
 * How long a command's acknowledgement may wait for an answer, ms. Slack waits 3 s, the way there and back and the
 * asking who it is (1.2 s at most) included.
 */
const commandPatience = 1_200
/** How long a click may wait before it gets a loading view, ms: its trigger lives 3 s. */
const clickPatience = 700

/** A click on a lasting message or on Home opens a modal; anywhere else the answer takes the place of what was clicked. */
const opensModal = (ask: Ask<unknown>): boolean =>
  ask.door === 'home' || (ask.door === 'message' && ask.surface.kind === 'message')

/** Puts content where the answer of a click goes, and says where that is. */
export const place = async (ask: Ask<unknown>, content: Shown): Promise<Surface> => {
  if (!opensModal(ask)) return await ask.show(content)
  const { id, hash } = await ask.open(content.view)
  return { kind: 'view', viewId: id, hash }
}

/**
 * As `place`, for a view that only says that something is under way: what was begun goes on where Slack can't show
 * it, and its answer becomes a direct message.
 */
export const placeIfPossible = async (ask: Ask<unknown>, content: Shown): Promise<Surface> => {
  try {
    return await place(ask, content)
  } catch (error) {
    ask.log.warn({ err: error }, 'a view that says "working" could not be shown')
    return { kind: 'direct' }
  }
}

/** Shows what `work` brings at `where`, or why it brought nothing. */
const follow = async (ask: Ask<unknown>, work: Promise<Shown>, where: Surface): Promise<void> => {
  let content: Shown
  try {
    content = await work
  } catch (error) {
    await ask.fail(error, where)
    return
  }
  await ask.show(content, where)
}

/**
 * Answers with something that has to be fetched (design section 3, "Slack manners"): in the acknowledgement of a
 * command when it comes in time, in place of what was clicked otherwise; a loading view where it takes longer.
 */
export const present = async (ask: Ask<unknown>, fetch: () => Promise<Shown>): Promise<Reply> => {
  const waiting = () => loading.render(ask.t)
  if (ask.door === 'command') {
    const work = fetch()
    const soon = await within(work, commandPatience)
    if (soon.done) return { now: { kind: 'message', message: soon.value.message } }
    return { now: { kind: 'message', message: waiting().message }, later: () => follow(ask, work, ask.surface) }
  }
  return {
    now: empty,
    later: async () => {
      const work = fetch()
      const soon = await within(work, clickPatience)
      if (soon.done) await place(ask, soon.value)
      else await follow(ask, work, await place(ask, waiting()))
    },
  }
}

/** Opens a form that needs something fetched first; a loading view keeps the trigger from going stale. */
export const openForm = (ask: Ask<unknown>, fetch: () => Promise<ModalView>): Reply => ({
  now: empty,
  later: async () => {
    const work = fetch()
    const soon = await within(work, clickPatience)
    if (soon.done) {
      await ask.open(soon.value)
      return
    }
    const waiting = loading.render(ask.t)
    const { id, hash } = await ask.open(waiting.view)
    await follow(
      ask,
      work.then((view) => ({ view, message: waiting.message })),
      { kind: 'view', viewId: id, hash },
    )
  },
})
