import type { KnownBlock } from '@slack/types'
import { environments } from '../../src/domain/client/types.ts'
import type { Order } from '../../src/domain/order/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { fields } from '../kit/blocks.ts'
import { inCode, mrkdwn, type Words } from '../kit/mrkdwn.ts'
import { mpAdvice } from './mp-words.ts'
import { dayOf, scopeWords, unitName, unitWords } from './order-words.ts'

type Fact = { label: string; value: Words }

const companyFacts = (t: Text, { content }: Order): Fact[] => {
  if (content === null) return []
  const { companies } = t.order.card
  if (content.kind === 'direct') return [{ label: companies.organisation, value: unitWords(t, content.organisation) }]
  const supplier = { label: companies.supplier, value: unitWords(t, content.supplier) }
  return content.kind === 'fictional'
    ? [supplier]
    : [supplier, { label: companies.customer, value: unitWords(t, content.customer) }]
}

const when = (t: Text, instants: Order['facts']['granted']): string =>
  t.format.list(
    environments.flatMap((environment) => {
      const at = instants[environment]
      return at === undefined
        ? []
        : [t.order.card.granted({ environment: t.order.words.environments[environment], at })]
    }),
  )

const proofWords = (t: Text, { proof }: Order['facts']): string => {
  if (proof === null) return ''
  return t.order.card.proof[proof.how]({ on: dayOf(proof.confirmedOn) })
}

/** The last refusal counts until a token was issued. */
const refusal = (t: Text, { kind, facts }: Order): string => {
  if (facts.refusedWith === null) return ''
  const { what } = mpAdvice(t, { mpCode: facts.refusedWith, kind, environment: 'test' })
  return t.order.card.refused({ code: facts.refusedWith, what })
}

/** Everything known of an order that is no secret: its companies, and what brreg, customer and Maskinporten gave. */
export const orderFacts = (t: Text, order: Order): KnownBlock[] => {
  const { facts, kind, state } = order
  const { facts: labels, production } = t.order.card
  const begun = state !== 'draft' && state !== 'cancelled'
  const known: (Fact | null)[] = [
    ...companyFacts(t, order),
    facts.scope === null ? null : { label: labels.scope, value: scopeWords(t, facts.scope) },
    Object.keys(facts.granted).length === 0 ? null : { label: labels.environments, value: when(t, facts.granted) },
    facts.fictionalUnit === null
      ? null
      : {
          label: labels.unit,
          value: mrkdwn`${unitName(t, facts.fictionalUnit)} (${inCode(facts.fictionalUnit.number)})`,
        },
    facts.proof === null ? null : { label: labels.proof, value: proofWords(t, facts) },
    facts.clientId === null ? null : { label: labels.client, value: inCode(cut(facts.clientId, 100)) },
    facts.refusedWith === null || state === 'in-use' ? null : { label: labels.refused, value: refusal(t, order) },
    Object.keys(facts.tokenAt).length === 0 ? null : { label: labels.token, value: when(t, facts.tokenAt) },
    kind === 'existing' && begun && facts.production !== 'none'
      ? { label: labels.production, value: production[facts.production] }
      : null,
  ]
  return fields(known.filter((fact) => fact !== null))
}
