import { type Environment, environments, type Registration } from '../../src/domain/client/types.ts'
import type { ClientRef } from '../../src/domain/contact/types.ts'
import type { Services } from '../../src/slack/route.ts'
import { type ClientChoice, mostListed } from '../../views/contact/applies-to.ts'

/** The clients that a contact can be for: active ones, of both environments. */

/** How long the form waits for Digdir's newest list before it shows the stored one, ms. */
const patience = 400
/** Suggestions of each environment; who gets more types more. */
const mostSuggested = 40

type Row = Pick<Registration, 'client_id' | 'client_name' | 'active'>

const choice =
  (environment: Environment) =>
  ({ client_id, client_name }: Row): ClientChoice => ({ environment, client_id, client_name })

/** Those of the ids that are active clients of the organisation, in whichever environment. */
export const chosenClients = async (
  { store }: Pick<Services, 'store'>,
  organisationNumber: string,
  ids: readonly string[],
): Promise<ClientChoice[]> => {
  const looked = ids.flatMap((id) =>
    environments.map(async (environment) => {
      const row = await store.registration(organisationNumber, environment, id)
      return row?.active ? [choice(environment)(row)] : []
    }),
  )
  return (await Promise.all(looked)).flat()
}

/** The same as a contact's content names them. */
export const refsOf = (clients: readonly ClientChoice[]): ClientRef[] =>
  clients.map(({ environment, client_id }) => ({ environment, clientId: client_id }))

/**
 * What the form offers: every client where they are few, else those that are chosen (the rest is found by typing), and
 * how many there are. As Digdir has them, where that is known in time.
 */
export const offeredClients = async (
  services: Pick<Services, 'store' | 'lists'>,
  organisationNumber: string,
  chosen: readonly string[],
): Promise<{ clients: ClientChoice[]; clientCount: number }> => {
  const pages = await Promise.all(
    environments.map(async (environment) => {
      const query = { organisationNumber, environment, page: 0, size: mostListed + 1 }
      return { environment, found: await services.lists.page(query, patience) }
    }),
  )
  const clientCount = pages.reduce((sum, { found }) => sum + found.total, 0)
  if (clientCount > mostListed)
    return { clients: await chosenClients(services, organisationNumber, chosen), clientCount }
  return { clients: pages.flatMap(({ environment, found }) => found.rows.map(choice(environment))), clientCount }
}

/** Clients whose name or id fits what was typed. */
export const suggestedClients = async (
  { store }: Pick<Services, 'store'>,
  organisationNumber: string,
  typed: string,
): Promise<ClientChoice[]> => {
  const pages = await Promise.all(
    environments.map(async (environment) => {
      const query = { organisationNumber, environment, text: typed, page: 0, size: mostSuggested }
      return (await store.registrations(query)).rows.map(choice(environment))
    }),
  )
  return pages.flat()
}
