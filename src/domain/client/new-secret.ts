import { z } from 'zod'
import { AppError } from '../../errors.ts'
import type { ChangeKind } from '../change-kind.ts'
import { CHANGE_LIFE_MS, clientSubject, readActiveSubject } from './client-subject.ts'
import { assertMayChange } from './owned.ts'
import { clientIdSchema } from './payload-schemas.ts'

const payload = z.strictObject({ clientId: clientIdSchema })
const result = z.strictObject({ clientId: z.string() })

export type NewSecretPayload = z.infer<typeof payload>
export type NewSecretResult = z.infer<typeof result>

/** Whether a client of this auth method has a secret at all. */
export const usesSecret = (authMethod: string | null | undefined): boolean =>
  authMethod === 'client_secret_basic' || authMethod === 'client_secret_post'

/**
 * A new secret for a client; the old one is void at once. The secret is in the outcome of this one run and nowhere
 * else. Fails with `secret-not-used` where the client uses none.
 */
export const newSecret: ChangeKind<NewSecretPayload, NewSecretResult> = {
  name: 'secret.new',
  action: 'client.change',
  policy: { test: 'self', prod: 'step-up' },
  life: CHANGE_LIFE_MS,
  payload,
  result,
  describe: ({ clientId }) => ({ subject: clientSubject(clientId) }),
  fits: assertMayChange,
  async apply(deps, { change, payload: { clientId } }) {
    const { access, registration } = await readActiveSubject(deps, change, clientId)
    if (!usesSecret(registration.token_endpoint_auth_method)) {
      throw new AppError('secret-not-used', 'the client has no secret')
    }
    const { clientSecret, correlationId } = await deps.digdir.newSecret(access, clientId)
    const effect = { action: 'secret.new', subject: clientSubject(clientId), correlationId }
    return { result: { clientId }, effects: [effect], registration, secret: clientSecret }
  },
}
