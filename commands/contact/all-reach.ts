import { confirmedSince, reachOf } from '../../src/domain/contact/reach.ts'
import type { Ask, Services } from '../../src/slack/route.ts'
import { organisationsValue } from '../../views/belonging/admin/values.ts'
import { allReach } from '../../views/contact/all-reach.ts'
import { pageValue } from '../../views/contact/values.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { organisationsContent } from '../belonging/admin/organisations.ts'
import { nothing } from '../inputs.ts'
import { pageOfAll, shows } from '../lists.ts'

/** For operators: how well each organisation can be reached, the worst first. */
const content = async (ask: Ask<unknown>, { store, now }: Services, page: number): Promise<Shown> => {
  const all = (await store.reachFacts({ since: confirmedSince(now()) }))
    .map(({ organisation, facts }) => ({ organisation, facts, reach: reachOf(facts) }))
    .sort(
      (one, other) =>
        one.reach.score - other.reach.score || (one.organisation.number < other.organisation.number ? -1 : 1),
    )
  return allReach.render(ask.t, pageOfAll(page, allReach.size, all))
}

export const routes = [
  shows(allReach.actions.open, { may: 'reach.read', input: nothing }, (ask, services) => content(ask, services, 0)),
  ...[allReach.actions.previous, allReach.actions.next].map((id) =>
    shows(id, { may: 'reach.read', input: pageValue.input }, (ask, services) => content(ask, services, ask.input.page)),
  ),
  shows(allReach.actions.back, { may: 'organisation.manage', input: organisationsValue.input }, (ask, services) =>
    organisationsContent(ask, services, ask.input),
  ),
]
