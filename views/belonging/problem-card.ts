import type { Button } from '@slack/types'
import type { Text } from '../../src/text/index.ts'
import { type ErrorCardData, errorCard } from '../kit/error-card.ts'
import type { Shown } from '../kit/shown.ts'
import { serviceDeskAsk } from './service-desk-ask.ts'

export type ProblemCardData = Omit<ErrorCardData, 'buttons'> & {
  /** the request's id, also where nobody need look for it in the log and the card does not name it */
  request?: string
  /** what else can be done, before asking for help */
  first?: (Button | null)[]
}

/** An error, and from it the way to the service desk, which is told what it was. */
const render = (t: Text, { request, first = [], ...data }: ProblemCardData): Shown => {
  const { code, details, reference = request } = data
  const ask = serviceDeskAsk.askButton(t, { code, reference, digdir: details.correlationId })
  return errorCard.render(t, { ...data, buttons: [...first, ask] })
}

export const problemCard = { render }
