import type { HomeView } from '@slack/types'
import { type Change, environmentOf } from '../../src/domain/change.ts'
import { createClient } from '../../src/domain/client/create-client.ts'
import { createPayloadSchema, createResultSchema } from '../../src/domain/client/create-payload.ts'
import { environments } from '../../src/domain/client/types.ts'
import { INTERRUPTED_AFTER_MS } from '../../src/domain/interrupted-changes.ts'
import { may } from '../../src/domain/may.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import type { Viewer } from '../../src/viewer.ts'
import { type HomeData, home } from '../../views/home/home.ts'
import { outsideCard } from '../belonging/outside.ts'
import { reachHere } from '../contact/reach-here.ts'
import { nothing } from '../inputs.ts'
import { ordersHere } from '../order/orders-here.ts'

/** The Home tab: where one belongs, what one can do, and what is not finished. Asks nobody outside. */

const unfinished = (change: Change, now: number): HomeData['open'] => {
  if (change.kind !== createClient.name) return []
  // nobody is working on it any more, and whoever asked is told so
  if (change.state === 'approved' && now - change.createdAt > INTERRUPTED_AFTER_MS) return []
  const payload = createPayloadSchema.safeParse(change.payload)
  const result = createResultSchema.nullable().safeParse(change.result)
  if (!payload.success || !result.success) return []
  const made = result.data?.clientId != null
  if (change.state === 'failed' && !made) return []
  const waits = change.state === 'proposed'
  const works = change.state === 'applying' || change.state === 'approved'
  const state = waits ? 'waiting' : works ? 'working' : made ? 'half-made' : 'unknown'
  return [
    { change: change.id, client_name: payload.data.metadata.client_name, environment: environmentOf(change), state },
  ]
}

/** Whose Home it is, as far as it shows, and in whose words. */
export type HomeReader = Pick<Ask<unknown>, 't'> & { viewer: Pick<Viewer, 'user' | 'belonging'> }

const summaries = async (
  ask: HomeReader,
  services: Services,
  organisationNumber: string,
): Promise<HomeData['environments']> =>
  await Promise.all(
    environments.map(async (environment) => {
      const [listing, ownClient, found] = await Promise.all([
        services.store.listing(organisationNumber, environment),
        services.store.credential(organisationNumber, environment),
        services.store.registrations({ organisationNumber, environment, page: 0, size: 1 }),
      ])
      return {
        environment,
        on: services.environmentsOn.includes(environment) || ownClient !== null,
        lookOnly: !may(ask.viewer.belonging, 'client.change', { environment }).ok,
        clients: listing === null ? null : found.total,
      }
    }),
  )

/** What a person's Home tab shows now. */
export const homeFor = async (ask: HomeReader, services: Services): Promise<HomeView> => {
  const { belonging, user } = ask.viewer
  const trusted = {
    admin: may(belonging, 'membership.manage').ok,
    audit: may(belonging, 'audit.read').ok,
  }
  if (belonging.as !== 'member') {
    return home.renderOutside(ask.t, await outsideCard(ask, services, belonging), trusted)
  }
  const { organisation, others } = belonging
  const [open, summary, reach, orders] = await Promise.all([
    services.store.openChanges(user),
    summaries(ask, services, organisation.number),
    reachHere(services, organisation.number),
    ordersHere(services, organisation.number, user),
  ])
  const now = services.now()
  const own = open.filter((change) => change.organisationNumber === organisation.number)
  return home.render(ask.t, {
    trusted,
    userId: user.userId,
    organisation,
    others,
    environments: summary,
    reach,
    orders,
    open: own.flatMap((change) => unfinished(change, now)),
  })
}

export const routes = [
  route({
    kind: 'event',
    id: 'app_home_opened',
    may: 'help',
    effect: 'read',
    input: nothing,
    run: async (ask, services): Promise<Reply> => ({
      now: empty,
      later: async () => await services.slack.publishHome(ask.viewer.user, await homeFor(ask, services)),
    }),
  }),
]
