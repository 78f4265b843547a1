import type { Button, KnownBlock } from '@slack/types'
import type { ErrorCode, ErrorDetails } from '../../src/errors.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, context, section } from './blocks.ts'
import { inCode, mrkdwn, stacked } from './mrkdwn.ts'
import { type Shown, shown } from './shown.ts'

const id = 'error'

export type ErrorCardData = {
  code: ErrorCode
  details: ErrorDetails
  /** `SERVICE_DESK_MAIL` */
  serviceDesk: string
  /** the request's id, to be found in the log */
  reference?: string
  /** what one can do from here */
  buttons?: (Button | null)[]
}

const fieldLabel = (t: Text, field: string): string => {
  const name = field.replace(/\[\d+\]$/, '')
  const labels = t.forms['client-new-details'] as Record<string, { label: string }>
  return labels[name]?.label ?? name
}

const refusedFields = (t: Text, { fields = [] }: ErrorDetails): KnownBlock[] => {
  if (fields.length === 0) return []
  const lines = fields
    .slice(0, 15)
    .map(({ field, reason }) => mrkdwn`• ${cut(fieldLabel(t, field), 100)}: ${inCode(reason, 200)}`)
  return [section(stacked([t.common.refusedFields, ...lines]))]
}

/** What went wrong and what to do next, with the ids that others ask for. Private by nature: one person reads it. */
const render = (t: Text, { code, details, serviceDesk, reference, buttons = [] }: ErrorCardData): Shown => {
  const { what, next } = t.errors[code]({ ...details, serviceDesk, ...(reference !== undefined && { reference }) })
  const ids = [
    ...(details.correlationId ? [t.common.digdirReference({ id: details.correlationId })] : []),
    ...(reference ? [t.common.reference({ id: reference })] : []),
  ]
  return shown({
    id,
    title: t.common.problem,
    environment: details.environment ?? null,
    close: t.common.close,
    summary: what,
    blocks: [
      section(mrkdwn`:warning: *${what}*`),
      ...refusedFields(t, details),
      section(next),
      ...actionRow(...buttons),
      ...(ids.length > 0 ? [context(...ids)] : []),
    ],
  })
}

export const errorCard = { id, actions: {}, render }
