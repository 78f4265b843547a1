import type { KnownBlock } from '@slack/types'
import type { Organisation } from '../../../src/domain/belonging/types.ts'
import type { Outcome } from '../../../src/domain/change-kind.ts'
import type { Text } from '../../../src/text/index.ts'
import { givenOf } from '../../client/change-lines.ts'
import { failureOf } from '../../client/failure-of.ts'
import { actions as actionRow, button, section } from '../../kit/blocks.ts'
import { inCode, mrkdwn, named, stacked } from '../../kit/mrkdwn.ts'
import { type Shown, shown } from '../../kit/shown.ts'
import { problemCard } from '../problem-card.ts'
import { adminOwnClient } from './own-client.ts'
import { organisationValue } from './values.ts'

const id = 'admin-own-client-outcome'

export type OwnClientOutcomeData = {
  outcome: Outcome
  organisation: Pick<Organisation, 'number' | 'name'>
  /** `SERVICE_DESK_MAIL` */
  serviceDesk: string
}

/** Nobody finished it on the page: taken back, or too late. Approved before it expired, it was interrupted instead. */
const leftWhy = ({ change: { state, decision } }: Outcome): 'withdrawn' | 'expired' | null => {
  if (state === 'declined') return 'withdrawn'
  return state === 'expired' && decision === null ? 'expired' : null
}

const done = (t: Text, { outcome: { change }, organisation: { name } }: OwnClientOutcomeData): KnownBlock[] => {
  const words = t.admin.ownClient.outcome
  const given = givenOf(change)
  const { environment } = given ?? change
  const where = t.common.inEnvironment[environment ?? 'prod']
  if (given === null) return [section(mrkdwn`:white_check_mark: ${words.taken({ name, where })}`), section(words.left)]
  const { clientId, kid, scopes, replaced } = given
  return [
    section(mrkdwn`:white_check_mark: ${words.given({ name, where })}`),
    section(
      stacked([
        named(words.clientId, inCode(clientId, 255)),
        mrkdwn`${t.pages.change.kid({ kid })}`,
        named(words.scopes, scopes.join(', ')),
        ...(replaced === null ? [] : [named(words.replaced, inCode(replaced.clientId, 255))]),
      ]),
    ),
  ]
}

/** What giving or taking away an organisation's own admin client came to, for whoever began it. */
const render = (t: Text, data: OwnClientOutcomeData): Shown => {
  const words = t.admin.ownClient
  const { outcome, organisation, serviceDesk } = data
  const back = button({
    id: adminOwnClient.actions.open,
    text: words.outcome.back,
    value: organisationValue.write({ number: organisation.number }),
  })
  const left = leftWhy(outcome)
  if (outcome.state !== 'done' && left === null)
    return problemCard.render(t, { ...failureOf(outcome), serviceDesk, first: [back] })
  const { environment } = givenOf(outcome.change) ?? outcome.change
  const blocks = left === null ? done(t, data) : [section(mrkdwn`:leftwards_arrow_with_hook: ${words.outcome[left]}`)]
  return shown({
    id,
    title: words.title,
    environment,
    close: t.common.close,
    blocks: [...blocks, ...actionRow(back)],
  })
}

export const adminOwnClientOutcome = { id, actions: {}, render }
