import { type Change, environmentOf } from '../../src/domain/change.ts'
import type { Outcome } from '../../src/domain/change-kind.ts'
import { addKey } from '../../src/domain/client/add-key.ts'
import { clientSubject } from '../../src/domain/client/client-subject.ts'
import { createClient } from '../../src/domain/client/create-client.ts'
import { deactivateClient } from '../../src/domain/client/deactivate-client.ts'
import { newSecret } from '../../src/domain/client/new-secret.ts'
import { removeKey } from '../../src/domain/client/remove-key.ts'
import { setOwners } from '../../src/domain/client/set-owners.ts'
import type { Environment, RegisteredKey } from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { problemCard } from '../belonging/problem-card.ts'
import type { Shown } from '../kit/shown.ts'
import { clientDeactivated } from './deactivated.ts'
import { failureOf } from './failure-of.ts'
import { clientKeys, type KeyDone } from './keys.ts'
import { madeClient } from './made.ts'
import { clientNotDone } from './not-done.ts'
import { clientNotMade } from './not-made.ts'
import { clientOwnersSaved } from './owners-saved.ts'
import { clientSecretMade } from './secret-made.ts'
import { clientSecretLost } from './secret-shown.ts'
import { unfinishedClient } from './unfinished.ts'
import { clientUnknown } from './unknown-outcome.ts'

export type ClientOutcomeData = {
  outcome: Outcome
  /** the client as last seen, for what the outcome does not bring; null where it is not known */
  known: { client_name: string; keys: RegisteredKey[] | null } | null
  /** the login that approved it is too old to go on with */
  late?: boolean
  /** `SERVICE_DESK_MAIL` */
  serviceDesk: string
  /** Maskinporten's issuers */
  maskinporten: Record<Environment, string>
  /** epoch ms */
  now: number
}

type Facts = ClientOutcomeData & { environment: Environment; client_id: string; client_name: string }
type Draw = (t: Text, facts: Facts) => Shown

const isStepUp = ({ policy }: Change): boolean => policy === 'step-up'

/** The client that a change is about, by its id; null while it is not made. */
export const clientIdOf = ({ subject, result }: Change): string | null => {
  const made = typeof result === 'object' && result !== null && 'clientId' in result ? result.clientId : null
  if (typeof made === 'string') return made
  const prefix = clientSubject('')
  return subject?.startsWith(prefix) ? subject.slice(prefix.length) : null
}

/** What was done with which key, from what the change came to. */
export const keyDoneOf = ({ kind, result }: Change): KeyDone => {
  if (kind === removeKey.name) return { what: 'removed', kid: removeKey.result.parse(result).kid }
  const { kid, renewed } = addKey.result.parse(result)
  return { what: renewed ? 'renewed' : 'added', kid }
}

const keys: Draw = (t, { outcome, known, environment, client_id, client_name, now }) =>
  clientKeys.render(t, {
    environment,
    client_id,
    client_name,
    organisation: outcome.change.organisationNumber,
    keys: outcome.keys ?? known?.keys ?? null,
    done: keyDoneOf(outcome.change),
    now,
  })

const created: Draw = (t, { outcome, environment, client_id, client_name, maskinporten, now }) => {
  const { registration, keys: made, change } = outcome
  if (registration === undefined)
    return clientUnknown.render(t, { environment, client_id, client_name, doing: 'change' })
  return madeClient.render(t, {
    environment,
    registration,
    ...(made && { keys: made }),
    onPage: isStepUp(change),
    maskinporten,
    now,
  })
}

/** By kind, once it is done; no secret is among it. */
const done: Readonly<Record<string, Draw>> = {
  [createClient.name]: created,
  [addKey.name]: keys,
  [removeKey.name]: keys,
  [deactivateClient.name]: (t, { environment, client_id, client_name }) =>
    clientDeactivated.render(t, { environment, client_id, client_name }),
  [newSecret.name]: (t, { outcome, environment, client_id, client_name }) =>
    (isStepUp(outcome.change) ? clientSecretMade : clientSecretLost).render(t, { environment, client_id, client_name }),
  [setOwners.name]: (t, { outcome, environment, client_id, client_name }) =>
    clientOwnersSaved.render(t, {
      environment,
      client_id,
      client_name,
      owners: setOwners.payload.parse(outcome.change.payload).owners,
    }),
}

/** What nobody knows the end of, by kind, where the client itself was there before. */
const unsure: Readonly<Record<string, 'keys' | 'secret'>> = {
  [addKey.name]: 'keys',
  [removeKey.name]: 'keys',
  [newSecret.name]: 'secret',
}

const notCreated: Draw = (t, { outcome, environment, late = false, serviceDesk }) => {
  const failure = failureOf(outcome)
  const { change } = outcome
  return (
    unfinishedClient.render(t, { change, failure, serviceDesk, late }) ??
    clientNotMade.render(t, { environment, change: change.id, ...failure, serviceDesk })
  )
}

const notChanged: Draw = (t, { outcome, environment, client_id, client_name, serviceDesk }) => {
  const { kind } = outcome.change
  if (outcome.state === 'unknown')
    return clientUnknown.render(t, { environment, client_id, client_name, doing: unsure[kind] ?? 'change' })
  return problemCard.render(t, { ...failureOf(outcome), serviceDesk })
}

/** Nobody logged in for it: taken back, or too late. One that was approved before it expired was interrupted instead. */
const leftWhy = ({ state, decision }: Change): 'withdrawn' | 'expired' | null => {
  if (state === 'declined') return 'withdrawn'
  return state === 'expired' && decision === null ? 'expired' : null
}

/**
 * What a change of a client came to, whoever tells it: as the conversation shows it that began it, but without a
 * secret. For one that is at an end or in doubt.
 */
const render = (t: Text, data: ClientOutcomeData): Shown => {
  const { outcome, known } = data
  const { change, state, registration } = outcome
  const environment = environmentOf(change)
  const client_id = clientIdOf(change)
  const left = isStepUp(change) ? leftWhy(change) : null
  if (left !== null) return clientNotDone.render(t, { change, why: left, client_id })
  const id = client_id ?? ''
  const client_name = registration?.client_name ?? known?.client_name ?? id
  const facts = { ...data, environment, client_id: id, client_name }
  if (state === 'done') return (done[change.kind] ?? notChanged)(t, facts)
  return (change.kind === createClient.name ? notCreated : notChanged)(t, facts)
}

export const clientOutcome = { render }
