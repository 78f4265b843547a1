import { clientIdOf, clientOutcome } from '../../../views/client/outcome.ts'
import { environmentOf } from '../../domain/change.ts'
import type { Outcome } from '../../domain/change-kind.ts'
import { clientKinds } from '../../domain/client/client-kinds.ts'
import { shownRegistration } from '../../domain/client/marker.ts'
import { clientThingCard } from './client-outcome-card.ts'
import type { TellDeps } from './deps.ts'
import type { OutcomeKind } from './outcomes.ts'

/** The client that an outcome is about, as it was last seen; null before there is one. */
const seen = async ({ store }: Pick<TellDeps, 'store'>, { change }: Outcome) => {
  const client_id = clientIdOf(change)
  if (client_id === null) return null
  const at = [change.organisationNumber, environmentOf(change), client_id] as const
  const [registration, keys] = await Promise.all([store.registration(...at), store.registrationKeys(...at)])
  return registration && { client_name: shownRegistration(registration).client_name, keys }
}

/** How what becomes of a client is told: where its answer was to go, and on its card. */
export const clientOutcomes = (deps: TellDeps): Readonly<Record<string, OutcomeKind>> => {
  const kind: OutcomeKind = {
    readers: ({ requester }) => [requester],
    where: ({ surface }) => surface,
    shown: async (t, { outcome, now, serviceDesk }) =>
      clientOutcome.render(t, {
        outcome,
        known: await seen(deps, outcome),
        serviceDesk,
        maskinporten: deps.issuers.maskinporten,
        now,
      }),
    card: async (t, { outcome, now }) => await clientThingCard(deps, t, outcome, now),
  }
  return Object.fromEntries(clientKinds.map(({ name }) => [name, kind]))
}
