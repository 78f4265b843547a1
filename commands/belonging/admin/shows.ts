import { type Ask, empty, type Route, route, type Services } from '../../../src/slack/route.ts'
import type { Shown } from '../../../views/kit/shown.ts'
import { nothing, viewValues } from '../../inputs.ts'

/** Looks at what is asked for. */
type Content<I> = (ask: Ask<I>, services: Services) => Promise<Shown>

/** A button in whose place something is shown: a page of a list, or the way back to one. */
export const shows = <I>(id: string, { may, input }: Pick<Route<I>, 'may' | 'input'>, content: Content<I>): Route =>
  route({
    kind: 'action',
    id,
    may,
    effect: 'read',
    input,
    run: async (ask, services) => ({
      now: empty,
      later: async () => void (await ask.show(await content(ask, services))),
    }),
  })

/** A list that is searched in place: by Enter in its field, or by its Search. */
export const searches = (
  list: { id: string; actions: { search: string } },
  may: Route['may'],
  content: Content<unknown>,
): Route[] => [
  shows(list.actions.search, { may, input: nothing }, content),
  route({
    kind: 'submit',
    id: list.id,
    may,
    effect: 'read',
    input: viewValues,
    run: async (ask, services) => ({ now: { kind: 'update', view: (await content(ask, services)).view } }),
  }),
]
