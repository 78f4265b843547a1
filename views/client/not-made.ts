import type { Environment } from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { problemCard } from '../belonging/problem-card.ts'
import { button } from '../kit/blocks.ts'
import type { Shown } from '../kit/shown.ts'
import type { Failure } from './problems.ts'
import { changeValue } from './values.ts'

const id = 'client-not-made'
const actions = { again: 'client-not-made.again' } as const

export type ClientNotMadeData = Failure & { environment: Environment; change: string }

/** Nothing was made: why, and the way back to the form, where all that was typed still stands. */
const render = (t: Text, { environment, change, ...failure }: ClientNotMadeData): Shown => {
  const again = button({
    id: actions.again,
    text: t.client.details.again,
    value: changeValue.write({ change }),
    style: 'primary',
  })
  const details = { ...failure.details, environment }
  const { view, message } = problemCard.render(t, { ...failure, details, first: [again] })
  return { view: { ...view, callback_id: id }, message }
}

export const clientNotMade = { id, actions, render }
