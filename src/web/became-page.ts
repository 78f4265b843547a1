import { z } from 'zod'
import { type Became, becamePage } from '../../views/pages/became.ts'
import type { LogOutForm } from '../../views/pages/change-part.ts'
import type { Change } from '../domain/change.ts'
import type { Outcome } from '../domain/change-kind.ts'
import { createPayloadSchema } from '../domain/client/create-payload.ts'
import { usesSecret } from '../domain/client/new-secret.ts'
import { detailsKept } from '../domain/kept-failure.ts'
import type { LoginChange } from '../domain/login/login-change.ts'
import { loudness } from '../errors.ts'
import { changeShown } from './change-shown.ts'
import type { WebContext, WebDeps } from './deps.ts'
import { textOf } from './text-of.ts'

/** What a change's result may hold; each kind has more, or none of it. */
const madeSchema = z.object({ clientId: z.string().nullish(), kid: z.string().nullish() }).catch({})

/** What became of a change; null while it waits for its login, or for another person. */
export const becameOf = ({ kind, state, step, expiresAt }: Change, now: number): Became | null => {
  switch (state) {
    case 'proposed':
      return now >= expiresAt ? 'expired' : null
    case 'approved':
    case 'applying':
      return 'working'
    case 'failed':
      return kind === 'client.create' && step === 'created' ? 'half-made' : 'failed'
    default:
      return state
  }
}

const madeSecret = ({ kind, payload }: Change): boolean =>
  kind === 'secret.new' ||
  (kind === 'client.create' && usesSecret(createPayloadSchema.parse(payload).metadata.token_endpoint_auth_method))

/**
 * What became of a change. With its `outcome`, on the one answer to the click that carried it out, the secret stands on
 * it; everywhere else it says that it was shown.
 */
export const changeBecame = async (
  c: WebContext,
  deps: WebDeps,
  found: LoginChange,
  became: Became,
  how: { outcome?: Outcome; look?: string; logOut?: LogOutForm } = {},
) => {
  const { change } = found
  const { outcome } = how
  const { clientId = null, kid = null } = madeSchema.parse(change.result ?? {})
  const secret = outcome?.secret ?? null
  const failed = outcome?.failure ?? (change.failure && { ...change.failure, details: detailsKept(change.failure) })
  const correlationId = failed?.correlationId
  const loud = outcome?.failure !== undefined && loudness(outcome.failure.error) === 'error'
  const reference = loud ? deps.newId() : undefined
  if (reference !== undefined) {
    deps.log.error({ err: outcome?.failure?.error, requestId: reference, changeId: change.id }, 'a change failed')
  }
  return c.html(
    becamePage(textOf(c, deps), {
      shown: await changeShown(deps, found),
      became,
      made: { clientId, kid },
      secret,
      secretGone: became === 'done' && secret === null && madeSecret(change),
      failure: failed
        ? { code: failed.code, details: { ...failed.details, ...(correlationId && { correlationId }) } }
        : null,
      look: how.look ?? null,
      logOut: how.logOut ?? null,
      ...(reference !== undefined && { reference }),
    }),
  )
}
