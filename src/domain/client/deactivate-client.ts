import { z } from 'zod'
import { AppError, isAppError } from '../../errors.ts'
import type { ChangeKind } from '../change-kind.ts'
import { CHANGE_LIFE_MS, clientSubject, readSubject } from './client-subject.ts'
import { findRegistration } from './find-registration.ts'
import { assertMayChange } from './owned.ts'
import { clientIdSchema } from './payload-schemas.ts'
import { cleanText } from './typed.ts'
import type { Registration } from './types.ts'

const payload = z.strictObject({ clientId: clientIdSchema, clientName: z.string() })
const result = z.strictObject({ clientId: z.string() })

export type DeactivateClientPayload = z.infer<typeof payload>
export type DeactivateClientResult = z.infer<typeof result>

const folded = (name: string): string => name.normalize('NFC').replace(/\s+/gu, ' ').trim()

/** Whether a typed confirmation is the client's name: letter by letter, but spaces and letter composition aside. */
export const confirmsName = (typed: string, name: string): boolean => {
  const wanted = folded(name)
  return wanted !== '' && (folded(typed) === wanted || folded(cleanText(typed)) === folded(cleanText(name)))
}

const known = ({ client_name, active }: Registration) => ({ client_name, active })

/**
 * Deactivates a client, for good (digdir.md 2.9). `clientName` is the name that was confirmed: another name by now is
 * drift, and fails with `name-changed`. One that is inactive already is done; a lost answer is looked up.
 */
export const deactivateClient: ChangeKind<DeactivateClientPayload, DeactivateClientResult> = {
  name: 'client.deactivate',
  action: 'client.change',
  policy: { test: 'self', prod: 'step-up' },
  life: CHANGE_LIFE_MS,
  payload,
  result,
  describe: ({ clientId, clientName }) => ({
    subject: clientSubject(clientId),
    before: { client_name: clientName, active: true },
    after: { active: false },
  }),
  fits: assertMayChange,
  async apply(deps, { change, payload: { clientId, clientName } }) {
    const { access, registration } = await readSubject(deps, change, clientId)
    if (!registration.active) return { result: { clientId }, registration }
    if (!confirmsName(clientName, registration.client_name)) {
      throw new AppError('name-changed', 'the client has another name by now')
    }
    let correlationId: string | null = null
    let lost: unknown = null
    try {
      correlationId = (await deps.digdir.deactivate(access, clientId)).correlationId
    } catch (error) {
      if (!isAppError(error, 'digdir-outcome-unknown', 'digdir-unavailable', 'digdir-answer-unreadable')) throw error
      lost = error
    }
    const after = await findRegistration(deps, access, clientId).catch(() => null)
    if (lost && after?.active !== false) throw lost
    const gone: Registration = { ...(after ?? registration), active: false }
    const effect = {
      action: 'client.deactivate',
      subject: clientSubject(clientId),
      correlationId,
      before: known(registration),
      after: known(gone),
    }
    return { result: { clientId }, effects: [effect], registration: gone }
  },
}
