import type { Environment } from '../../src/domain/client/types.ts'
import type { ErrorCode, ErrorDetails } from '../../src/errors.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button } from '../kit/blocks.ts'
import { errorCard } from '../kit/error-card.ts'
import type { FaultAt } from '../kit/form.ts'
import type { Shown } from '../kit/shown.ts'
import { changeValue } from './values.ts'

const id = 'client-not-made'
const actions = { again: 'client-not-made.again' } as const

type Failure = { code: ErrorCode; details: ErrorDetails; serviceDesk: string }
export type ClientNotMadeData = Failure & { environment: Environment; change: string }

/** Nothing was made: why, and the way back to the form, where all that was typed still stands. */
const render = (t: Text, { environment, change, ...failure }: ClientNotMadeData): Shown => {
  const { view, message } = errorCard.render(t, { ...failure, details: { ...failure.details, environment } })
  const row = actionRow(
    button({ id: actions.again, text: t.client.details.again, value: changeValue.write({ change }), style: 'primary' }),
  )
  return {
    view: { ...view, callback_id: id, blocks: [...view.blocks, ...row] },
    message: { ...message, blocks: [...message.blocks, ...row] },
  }
}

/** The same as lines on top of the form itself. */
const problems = (t: Text, { code, details, serviceDesk }: Failure): FaultAt[] => {
  const { what, next } = t.errors[code]({ ...details, serviceDesk })
  const reference = details.correlationId ? ` (${t.common.digdirReference({ id: details.correlationId })})` : ''
  const fields = (details.fields ?? []).slice(0, 15)
  return [
    { field: '', message: `${what} ${next}${reference}` },
    ...fields.map(({ field, reason }) => ({ field: field.replace(/\[\d+\]$/, ''), message: reason })),
  ]
}

export const clientNotMade = { id, actions, render, problems }
