import type { KnownBlock } from '@slack/types'
import type { ErrorCode, ErrorDetails } from '../../src/errors.ts'
import type { Text } from '../../src/text/index.ts'
import { section } from '../kit/blocks.ts'
import type { FaultAt } from '../kit/form.ts'
import { mrkdwn, stacked } from '../kit/mrkdwn.ts'

export type Failure = {
  code: ErrorCode
  details: ErrorDetails
  /** `SERVICE_DESK_MAIL` */
  serviceDesk: string
}

/** What Digdir refused after a form was sent: why, and at which field in its own words. */
export const problemsOf = (t: Text, { code, details, serviceDesk }: Failure): FaultAt[] => {
  const { what, next } = t.errors[code]({ ...details, serviceDesk })
  const reference = details.correlationId ? ` (${t.common.digdirReference({ id: details.correlationId })})` : ''
  const fields = (details.fields ?? []).slice(0, 15)
  return [
    { field: '', message: `${what} ${next}${reference}` },
    ...fields.map(({ field, reason }) => ({ field: field.replace(/\[\d+\]$/, ''), message: reason })),
  ]
}

/**
 * The same on top of the form that comes back, since Slack shows errors at the fields at a submission only.
 *
 * @param heading what was not done
 * @param labels the form's, by field; a field without one is called what Digdir calls it
 */
export const problemLines = (
  heading: string,
  labels: Record<string, { label: string }>,
  problems: readonly FaultAt[],
): KnownBlock[] => {
  if (problems.length === 0) return []
  const lines = problems.map(({ field, message }) =>
    field === '' ? mrkdwn`${message}` : mrkdwn`• ${labels[field]?.label ?? field}: ${message}`,
  )
  return [section(stacked([mrkdwn`:warning: *${heading}*`, ...lines]))]
}
