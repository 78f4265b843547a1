import { z } from 'zod'
import { within } from '../../src/domain/patience.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import { clientBrowser } from '../../views/client/browser.ts'
import { type ListRef, listValue } from '../../views/client/values.ts'
import { home } from '../../views/home/home.ts'
import { loading } from '../../views/kit/loading.ts'
import { commandInput, nothing, viewValues } from '../inputs.ts'
import { openForm } from '../present.ts'
import { pageOf } from './list.ts'

/** `/client` alone, and Home: the clients as a modal, with environment, search and paging. */

/** How long a search may hold its acknowledgement, ms. */
const patience = 1_200

const first: ListRef = { environment: 'test', text: null, inactive: false, page: 0 }

const content = async (ask: Ask<unknown>, services: Services, ref: ListRef) =>
  clientBrowser.render(ask.t, await pageOf(ask, services, ref))

const open = (ask: Ask<unknown>, services: Services): Reply =>
  openForm(ask, async () => (await content(ask, services, first)).view)

const turn = (ask: Ask<unknown>, services: Services, ref: ListRef): Reply => ({
  now: empty,
  later: async () => void (await ask.show(await content(ask, services, ref))),
})

/** The environment was chosen, or a search entered. */
const sought = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const before = clientBrowser.metadata.read(ask.view?.metadata ?? '') ?? first
  return turn(ask, services, clientBrowser.read(ask.view?.values ?? {}, before))
}

/** The submit button searches: the modal stays, with what was found. */
const submitted = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const before = clientBrowser.metadata.read(ask.view?.metadata ?? '') ?? first
  const ref = clientBrowser.read(ask.view?.values ?? {}, before)
  const work = content(ask, services, ref)
  const soon = await within(work, patience)
  if (soon.done) return { now: { kind: 'update', view: soon.value.view } }
  return {
    now: { kind: 'update', view: loading.render(ask.t, { environment: ref.environment }).view },
    later: async () => void (await ask.show(await work)),
  }
}

const paged = (id: string) =>
  route({
    kind: 'action',
    id,
    may: 'client.read',
    effect: 'read',
    input: listValue.input,
    run: async (ask, services) => turn(ask, services, ask.input),
  })
const searched = (id: string) =>
  route({ kind: 'action', id, may: 'client.read', effect: 'read', input: z.unknown(), run: sought })

export const routes = [
  route({
    kind: 'command',
    id: 'client',
    may: 'client.read',
    effect: 'read',
    input: commandInput,
    run: async (ask, services) => open(ask, services),
  }),
  route({
    kind: 'action',
    id: home.actions.list,
    may: 'client.read',
    effect: 'read',
    input: nothing,
    run: async (ask, services) => open(ask, services),
  }),
  paged(clientBrowser.actions.previous),
  paged(clientBrowser.actions.next),
  paged(clientBrowser.actions.inactive),
  searched(clientBrowser.actions.environment),
  searched(clientBrowser.actions.search),
  route({
    kind: 'submit',
    id: clientBrowser.id,
    may: 'client.read',
    effect: 'read',
    input: viewValues,
    run: submitted,
  }),
]
