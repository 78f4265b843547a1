import { sendAgain, sendAllAgain } from '../../src/domain/delivery/send-again.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import { type UndeliveredData, type UndeliveredRef, undelivered } from '../../views/contact/undelivered.ts'
import { lastPage } from '../../views/kit/pages.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { nothing } from '../inputs.ts'
import { present } from '../present.ts'

/** What did not arrive, or may not have: operators see it with the reason, and send it again (design section 6). */

const content = async (
  ask: Ask<unknown>,
  { store, now }: Services,
  { page }: UndeliveredRef,
  notice?: UndeliveredData['notice'],
): Promise<Shown> => {
  const { size } = undelivered
  const seenAt = now()
  const asked = await store.undelivered({ page, size })
  const last = lastPage({ size, total: asked.total })
  const found = page > last ? await store.undelivered({ page: last, size }) : asked
  return undelivered.render(ask.t, { ...found, seenAt, page: Math.min(page, last), ...(notice && { notice }) })
}

const again = (ask: Ask<UndeliveredRef & { id: string }>, services: Services): Reply => ({
  now: empty,
  later: async () => {
    const { id } = ask.input
    const waits = await sendAgain(services, ask.viewer.user, { id, once: ask.once })
    await ask.show(await content(ask, services, ask.input, waits ? 'sentAgain' : 'notAgain'))
  },
})

const all = (ask: Ask<UndeliveredRef & { seenAt: number }>, services: Services): Reply => ({
  now: empty,
  later: async () => {
    const { seenAt } = ask.input
    const sent = await sendAllAgain(services, ask.viewer.user, { seenAt, once: ask.once })
    await ask.show(await content(ask, services, ask.input, sent))
  },
})

const paged = (id: string) =>
  route({
    kind: 'action',
    id,
    may: 'delivery.send-again',
    effect: 'read',
    input: undelivered.pageValue.input,
    run: async (ask, services) => ({
      now: empty,
      later: async () => void (await ask.show(await content(ask, services, ask.input))),
    }),
  })

export const routes = [
  route({
    kind: 'action',
    id: undelivered.actions.open,
    may: 'delivery.send-again',
    effect: 'read',
    input: nothing,
    run: async (ask, services) => present(ask, () => content(ask, services, { page: 0 })),
  }),
  paged(undelivered.actions.previous),
  paged(undelivered.actions.next),
  route({
    kind: 'action',
    id: undelivered.actions.again,
    may: 'delivery.send-again',
    effect: 'change',
    input: undelivered.rowValue.input,
    run: async (ask, services) => again(ask, services),
  }),
  route({
    kind: 'action',
    id: undelivered.actions.all,
    may: 'delivery.send-again',
    effect: 'change',
    input: undelivered.allValue.input,
    run: async (ask, services) => all(ask, services),
  }),
]
