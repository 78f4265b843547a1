import { z } from 'zod'
import type { ChangeKind } from '../change-kind.ts'
import { CHANGE_LIFE_MS, clientSubject, keyNames, readActiveSubject } from './client-subject.ts'
import { putKey } from './key-set.ts'
import { assertMayChange } from './owned.ts'
import { clientIdSchema, publicKeySchema } from './payload-schemas.ts'

const payload = z.strictObject({ clientId: clientIdSchema, key: publicKeySchema })
const result = z.strictObject({ clientId: z.string(), kid: z.string(), renewed: z.boolean() })

export type AddKeyPayload = z.infer<typeof payload>
export type AddKeyResult = z.infer<typeof result>

/**
 * Adds a public key to a client, or renews one that is there (digdir.md 2.6). Fails with `too-many-keys`,
 * `client-inactive`, `bad-input` (the kid is another key's).
 */
export const addKey: ChangeKind<AddKeyPayload, AddKeyResult> = {
  name: 'key.add',
  action: 'client.change',
  policy: { test: 'self', prod: 'step-up' },
  life: CHANGE_LIFE_MS,
  payload,
  result,
  describe: ({ clientId, key }) => ({ subject: clientSubject(clientId), after: { kid: key.kid } }),
  fits: assertMayChange,
  async apply(deps, { change, payload: { clientId, key } }) {
    const { access, registration } = await readActiveSubject(deps, change, clientId)
    const { kid, renewed, before, after, correlationId } = await putKey(deps, access, clientId, key)
    const effect = {
      action: 'key.add',
      subject: clientSubject(clientId),
      correlationId,
      before: keyNames(before),
      after: keyNames(after),
    }
    return { result: { clientId, kid, renewed }, effects: [effect], registration, keys: after }
  },
}
