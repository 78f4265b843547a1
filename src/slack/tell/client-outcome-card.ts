import { clientCard } from '../../../views/client/card.ts'
import { clientIdOf, keyDoneOf } from '../../../views/client/outcome.ts'
import { type Change, environmentOf } from '../../domain/change.ts'
import type { Outcome } from '../../domain/change-kind.ts'
import { addKey } from '../../domain/client/add-key.ts'
import { createClient } from '../../domain/client/create-client.ts'
import { deactivateClient } from '../../domain/client/deactivate-client.ts'
import { shownRegistration } from '../../domain/client/marker.ts'
import { newSecret } from '../../domain/client/new-secret.ts'
import { removeKey } from '../../domain/client/remove-key.ts'
import { setOwners } from '../../domain/client/set-owners.ts'
import { escapeMrkdwn } from '../../text/format.ts'
import type { Text } from '../../text/index.ts'
import type { TellDeps } from './deps.ts'
import type { ThingCard } from './outcomes.ts'

const mention = ({ userId }: { userId: string }): string => `<@${userId}>`

type Line = (t: Text, by: string, change: Change) => string

const ownersLine: Line = (t, by, change) => {
  const { owners } = setOwners.payload.parse(change.payload)
  if (owners.length === 0) return t.history.ownersRemoved({ by })
  return t.history.ownersSet({ by, owners: t.format.list(owners.map(mention)) })
}

const keyLine: Line = (t, by, change) => {
  const { what, kid } = keyDoneOf(change)
  const words = { added: t.history.keyAdded, renewed: t.history.keyRenewed, removed: t.history.keyRemoved }
  return words[what]({ by, kid: escapeMrkdwn(kid) })
}

/** What the thread of a client's card says of a change, by kind. */
const lines: Readonly<Record<string, Line>> = {
  [createClient.name]: (t, by) => t.history.created({ by }),
  [addKey.name]: keyLine,
  [removeKey.name]: keyLine,
  [newSecret.name]: (t, by) => t.history.secretRenewed({ by }),
  [deactivateClient.name]: (t, by) => t.history.deactivated({ by }),
  [setOwners.name]: ownersLine,
}

/**
 * The one card of a client in the acting person's direct messages (design section 3), and the line for its thread.
 * Null for a change that was not carried out. `keys` and the registration as far as the change saw them; those last
 * seen otherwise. Only a new client's card is posted where none stands.
 */
export const clientThingCard = async (
  { store }: Pick<TellDeps, 'store'>,
  t: Text,
  { state, change, ...brought }: Outcome,
  now: number,
): Promise<ThingCard | null> => {
  const line = lines[change.kind]
  const client_id = clientIdOf(change)
  if (state !== 'done' || line === undefined || client_id === null) return null
  const environment = environmentOf(change)
  const at = [change.organisationNumber, environment, client_id] as const
  const [stored, keys, owners] = await Promise.all([
    store.registration(...at),
    brought.keys ?? store.registrationKeys(...at),
    store.owners(...at),
  ])
  const registration = brought.registration ?? (stored && shownRegistration(stored))
  if (!registration) return null
  return {
    subject: `client:${environment}:${client_id}`,
    content: clientCard.render(t, {
      environment,
      client: { from: 'digdir', registration, keys: keys ?? [] },
      owners,
      now,
    }),
    event: line(t, mention(change.requester), change),
    create: change.kind === createClient.name,
  }
}
