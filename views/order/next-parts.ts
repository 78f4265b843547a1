import type { KnownBlock } from '@slack/types'
import type { ClaimsExample, NextSteps } from '../../src/domain/order/next-steps.ts'
import type { Order } from '../../src/domain/order/types.ts'
import type { Text } from '../../src/text/index.ts'
import { context, exact, section } from '../kit/blocks.ts'
import { link, mailLink, mrkdwn, stacked } from '../kit/mrkdwn.ts'
import { exactText } from './exact-text.ts'
import { unitName } from './order-words.ts'

/** Steps that say what to do outside of Portvakt, without buttons. */

const bullets = (lines: readonly string[]): KnownBlock[] =>
  lines.length === 0 ? [] : [section(stacked(lines.map((line) => mrkdwn`• ${line}`)))]

/** How a delegation is made: the lines before the form's name, that name to be copied, and those after it. */
export const delegating = (t: Text, steps: NextSteps): KnownBlock[] => {
  const words = t.order.next.delegate
  const { delegatedBy, supplier, form, urls, variant, environment } = steps
  const parties = {
    unit: delegatedBy === null ? words.unitUnknown : unitName(t, delegatedBy),
    supplier: supplier === null ? '' : unitName(t, supplier),
    supplierNumber: supplier?.number ?? '',
    url: urls.altinn,
  }
  const lines = variant === 'fictional' ? words.fictional(parties) : words.existing[environment](parties)
  return [
    ...bullets(lines.slice(0, 3)),
    form === null ? section(mrkdwn`:warning: ${words.formUnknown}`) : exact(form),
    ...bullets(lines.slice(3)),
    context(words.apart),
  ]
}

/** Whom the token is for: what stands in `consumer_org`, or that nothing does. */
const consumerLine = (t: Text, { kind }: Pick<Order, 'kind'>, { consumerOrg }: NextSteps): string => {
  const words = t.order.next.token.consumer
  if (consumerOrg === null) return kind === 'direct' ? words.none : ''
  return kind === 'fictional' ? words.fictional({ number: consumerOrg }) : words.customer({ number: consumerOrg })
}

/** What fetches a token: a command for the owner's key, and the claims for whoever has a program of their own. */
export const fetching = (
  t: Text,
  order: Pick<Order, 'kind'>,
  steps: NextSteps,
  how: { command: string | null; kidKnown: boolean; claims: ClaimsExample | null },
): KnownBlock[] => {
  const words = t.order.next.token
  const consumer = consumerLine(t, order, steps)
  return [
    ...(how.command === null ? [section(words.noClient)] : [section(words.body), ...exactText(how.command, 2)]),
    ...(how.command === null || how.kidKnown ? [] : [section(mrkdwn`:warning: ${words.noKid}`)]),
    ...(how.claims === null ? [] : [section(words.claims), exact(JSON.stringify(how.claims, null, 2))]),
    ...(consumer === '' ? [] : [context(consumer)]),
  ]
}

export const calling = (t: Text, { urls, scope }: NextSteps): KnownBlock[] => {
  const words = t.order.next.call
  return bullets([
    words.body({ url: urls.api, docs: urls.swagger }),
    words.endpoints,
    ...(scope === 'offentlig' ? [words.fullDownload] : []),
  ])
}

export const testing = (t: Text, { urls }: NextSteps): KnownBlock[] => {
  const words = t.order.next.testData
  return [
    section(
      stacked([words.body, mrkdwn`• ${link(urls.tenor, words.tenor)}`, mrkdwn`• ${link(urls.testData, words.link)}`]),
    ),
  ]
}

/** Whom to ask about what: an Altinn problem is not brreg's (brreg.md 6). */
export const helping = (t: Text): KnownBlock[] => {
  const { lines, status } = t.order.next.support
  return [context(...lines.map(({ what, address }) => mrkdwn`${what} ${mailLink(address)}`), status)]
}
