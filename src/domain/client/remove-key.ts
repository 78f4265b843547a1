import { z } from 'zod'
import type { ChangeKind } from '../change-kind.ts'
import { CHANGE_LIFE_MS, clientSubject, keyNames, readActiveSubject } from './client-subject.ts'
import { dropKey } from './key-set.ts'
import { assertMayChange } from './owned.ts'
import { clientIdSchema } from './payload-schemas.ts'

const payload = z.strictObject({ clientId: clientIdSchema, kid: z.string().min(1) })
const result = z.strictObject({ clientId: z.string(), kid: z.string() })

export type RemoveKeyPayload = z.infer<typeof payload>
export type RemoveKeyResult = z.infer<typeof result>

/** Removes a public key from a client, the last one too; one that is gone already is done. */
export const removeKey: ChangeKind<RemoveKeyPayload, RemoveKeyResult> = {
  name: 'key.remove',
  action: 'client.change',
  policy: { test: 'self', prod: 'step-up' },
  life: CHANGE_LIFE_MS,
  payload,
  result,
  describe: ({ clientId, kid }) => ({ subject: clientSubject(clientId), before: { kid } }),
  fits: assertMayChange,
  async apply(deps, { change, payload: { clientId, kid } }) {
    const { access, registration } = await readActiveSubject(deps, change, clientId)
    const { before, after, correlationId } = await dropKey(deps, access, clientId, kid)
    const effect = {
      action: 'key.remove',
      subject: clientSubject(clientId),
      correlationId,
      before: keyNames(before),
      after: keyNames(after),
    }
    return { result: { clientId, kid }, effects: [effect], registration, keys: after }
  },
}
