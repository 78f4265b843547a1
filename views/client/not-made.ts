import type { Environment } from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button } from '../kit/blocks.ts'
import { errorCard } from '../kit/error-card.ts'
import type { Shown } from '../kit/shown.ts'
import type { Failure } from './problems.ts'
import { changeValue } from './values.ts'

const id = 'client-not-made'
const actions = { again: 'client-not-made.again' } as const

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

export const clientNotMade = { id, actions, render }
