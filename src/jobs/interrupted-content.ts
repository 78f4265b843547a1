import { problemCard } from '../../views/belonging/problem-card.ts'
import { clientNotMade } from '../../views/client/not-made.ts'
import { unfinishedClient } from '../../views/client/unfinished.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { type Change, environmentOf } from '../domain/change.ts'
import { createClient } from '../domain/client/create-client.ts'
import { textFor } from '../text/index.ts'

/**
 * What a person is told of a change that was interrupted, in the language they asked in: nothing was done (`expired`),
 * or nobody knows (`unknown`). A client's card has the button that goes on, or that opens the form again as it was.
 */
export const interruptedContent = (change: Change, serviceDesk: string): Shown => {
  const t = textFor(change.language)
  const { environment, id } = change
  const details = environment === null ? {} : { environment }
  const creating = change.kind === createClient.name
  if (change.state === 'expired') {
    const failure = { code: 'not-begun' as const, details, serviceDesk }
    return creating
      ? clientNotMade.render(t, { ...failure, environment: environmentOf(change), change: id })
      : problemCard.render(t, failure)
  }
  const unfinished = creating ? unfinishedClient.render(t, { change, failure: null, serviceDesk }) : null
  return unfinished ?? problemCard.render(t, { code: 'digdir-outcome-unknown', details, serviceDesk })
}
