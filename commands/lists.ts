import type { Paged } from '../src/domain/belonging/store.ts'
import { type Ask, empty, type Route, route, type Services } from '../src/slack/route.ts'
import { lastPage } from '../views/kit/pages.ts'
import type { Shown } from '../views/kit/shown.ts'
import { nothing, viewValues } from './inputs.ts'
import { present } from './present.ts'

/** What all lists have in common: a page of them, and the ways to it. */

/** A page of a list; the last one where the list has become shorter than that. */
export const pageOf = async <T, P extends Paged<T>>(
  page: number,
  size: number,
  ask: (page: number) => Promise<P>,
): Promise<P & { page: number }> => {
  const found = await ask(page)
  const last = lastPage({ size, total: found.total })
  return page <= last ? { ...found, page } : { ...(await ask(last)), page: last }
}

/** The same of what is all there. */
export const pageOfAll = <T>(page: number, size: number, all: readonly T[]): Paged<T> & { page: number } => {
  const at = Math.min(page, lastPage({ size, total: all.length }))
  return { rows: all.slice(at * size, (at + 1) * size), total: all.length, page: at }
}

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

/** Buttons that lead to something from wherever they stand: in their place, or in a modal over what stays (`present.ts`). */
export const leadsTo = <I>(
  ids: readonly string[],
  { may, input }: Pick<Route<I>, 'may' | 'input'>,
  content: Content<I>,
): Route[] =>
  ids.map((id) =>
    route({
      kind: 'action',
      id,
      may,
      effect: 'read',
      input,
      run: (ask, services) => present(ask, () => content(ask, services)),
    }),
  )

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
