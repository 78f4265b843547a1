import type { ChangeShown } from '../../views/pages/change-part.ts'
import type { SlackUser } from '../domain/belonging/types.ts'
import type { Change } from '../domain/change.ts'
import type { LoginChange } from '../domain/login/login-change.ts'
import type { WebDeps } from './deps.ts'

/** Somebody as Slack shows them, or the id when the bot has not learnt their name. */
export const nameOf = async (deps: Pick<WebDeps, 'store'>, user: SlackUser): Promise<string> =>
  (await deps.store.person(user))?.person.name ?? user.userId

/** The name of the client that a change is about, as far as the bot knows it. */
const clientName = async ({ store }: Pick<WebDeps, 'store'>, change: Change): Promise<string | undefined> => {
  const id = change.subject?.startsWith('client:') ? change.subject.slice('client:'.length) : null
  if (id === null || change.environment === null) return undefined
  return (await store.registration(change.organisationNumber, change.environment, id))?.client_name
}

/** A change with the names of all that it is about. */
export const changeShown = async (deps: WebDeps, { change, who }: LoginChange): Promise<ChangeShown> => {
  const [organisation, requester, person, client] = await Promise.all([
    deps.store.organisation(change.organisationNumber),
    nameOf(deps, change.requester),
    nameOf(deps, who),
    clientName(deps, change),
  ])
  return {
    change,
    organisation: { number: change.organisationNumber, name: organisation?.name ?? null },
    requester,
    names: { client, person, organisation: organisation?.name },
    serviceDesk: deps.serviceDeskMail,
  }
}
