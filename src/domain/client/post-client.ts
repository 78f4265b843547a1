import { AppError, isAppError } from '../../errors.ts'
import type { ChangeDeps, Run } from '../change-kind.ts'
import type { CreateClientPayload, CreateClientResult } from './create-payload.ts'
import { findTwin } from './find-twin.ts'
import { withMarker } from './marker.ts'
import type { AdminAccess, ClientMetadata, Registration } from './types.ts'

/** A create whose answer was lost may be repeated when this has passed and no twin has come up: ms. */
export const REPOST_AFTER_MS = 120_000

export type PostedClient = { registration: Registration; secret: string | null; correlationId: string | null }

type CreateRun = Run<CreateClientPayload, CreateClientResult>

const bodyOf = ({ change, payload }: CreateRun, access: AdminAccess): ClientMetadata => {
  // Digdir takes the owner from the token, except where a supplier acts (digdir.md 2.7); never from what was asked.
  const { client_orgno: _, ...metadata } = payload.metadata
  return {
    ...metadata,
    description: withMarker(metadata.description, change.id),
    ...(access.mode === 'supplier' && { client_orgno: access.organisationNumber }),
  }
}

/** Whether a failed create may have made a client all the same. What is no `AppError` says nothing, so it may. */
const mayHaveWorked = (error: unknown): boolean => {
  if (!(error instanceof AppError)) return true
  if (error.code === 'digdir-outcome-unknown' || error.code === 'digdir-answer-unreadable') return true
  return error.code === 'digdir-unavailable' && (error.details.status ?? 0) >= 500
}

const unknown = (cause?: unknown) =>
  new AppError(
    'digdir-outcome-unknown',
    'nobody knows yet whether the client was made',
    isAppError(cause) ? cause.details : {},
    cause,
  )

const lookForIt = async (deps: ChangeDeps, run: CreateRun, access: AdminAccess) =>
  findTwin(deps, access, run.change.id, run.payload.metadata.integration_type)

const post = async (deps: ChangeDeps, run: CreateRun, access: AdminAccess): Promise<PostedClient> => {
  await run.reach('posting', { postedAt: deps.now(), clientId: null, kid: null })
  try {
    const { value, correlationId, clientSecret } = await deps.digdir.create(access, bodyOf(run, access))
    return { registration: value, secret: clientSecret, correlationId }
  } catch (error) {
    if (!mayHaveWorked(error)) {
      await run.reach(null, null)
      throw error
    }
    const twin = await lookForIt(deps, run, access)
    if (twin.seen !== 'found') throw unknown(error)
    return {
      registration: twin.registration,
      secret: null,
      correlationId: (isAppError(error) && error.details.correlationId) || null,
    }
  }
}

/**
 * Makes the client at Digdir, or finds the one that an earlier run made. Of one change no second client arises: a POST
 * whose outcome is not known is followed by looks for its twin, and repeated only when two minutes have passed since,
 * and a look shows none. Throws `digdir-outcome-unknown` when nobody knows, and as `digdir.create` does, after taking
 * the step back, when nothing was made.
 */
export const postClient = async (deps: ChangeDeps, run: CreateRun, access: AdminAccess): Promise<PostedClient> => {
  if (run.step !== 'posting') return post(deps, run, access)
  const twin = await lookForIt(deps, run, access)
  if (twin.seen === 'found') return { registration: twin.registration, secret: null, correlationId: null }
  const waited = deps.now() - (run.result?.postedAt ?? deps.now())
  if (twin.seen === 'unseen' || waited < REPOST_AFTER_MS) throw unknown()
  return post(deps, run, access)
}
