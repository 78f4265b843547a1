import { type Change, environmentOf } from '../../src/domain/change.ts'
import { createPayloadSchema, createResultSchema } from '../../src/domain/client/create-payload.ts'
import type { ErrorCode, ErrorDetails } from '../../src/errors.ts'
import type { Text } from '../../src/text/index.ts'
import type { Shown } from '../kit/shown.ts'
import { clientHalfMade } from './half-made.ts'
import { clientUnknown } from './unknown-outcome.ts'

export type UnfinishedData = {
  change: Change
  failure: { code: ErrorCode; details: ErrorDetails } | null
  /** `SERVICE_DESK_MAIL` */
  serviceDesk: string
  /** the login that approved it is too old to go on with */
  late?: boolean
}

/**
 * A client whose making stopped half-way: it exists without its key, or nobody knows whether it exists. Null when
 * nothing was made and nothing is in doubt.
 */
const render = (t: Text, { change, failure, serviceDesk, late = false }: UnfinishedData): Shown | null => {
  const { id } = change
  const environment = environmentOf(change)
  const { client_name } = createPayloadSchema.parse(change.payload).metadata
  const result = createResultSchema.nullable().parse(change.result)
  if (result?.clientId)
    return clientHalfMade.render(t, {
      environment,
      client_id: result.clientId,
      client_name,
      change: id,
      failure,
      serviceDesk,
      late,
    })
  if (change.state === 'unknown')
    return clientUnknown.render(t, { environment, client_name, change: id, doing: 'create', late })
  return null
}

export const unfinishedClient = { render }
