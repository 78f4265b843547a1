import type { KnownBlock } from '@slack/types'
import { z } from 'zod'
import { scopeName } from '../../src/domain/order/delegation-form.ts'
import type { NextSteps } from '../../src/domain/order/next-steps.ts'
import type { Order } from '../../src/domain/order/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, plain, section } from '../kit/blocks.ts'
import { limits } from '../kit/limits.ts'
import { buttonValueOf } from '../kit/metadata.ts'
import { mrkdwn, stacked } from '../kit/mrkdwn.ts'
import { orderIn } from './values.ts'

/** Which client of the organisation a token is to be fetched with. */
export type ClientChoice = { order: string; client: string }
export const clientChoice = buttonValueOf<ClientChoice>(
  z.strictObject({ order: z.string().min(1).max(40), client: z.string().min(1).max(100) }),
)

export type ClientStepData = {
  order: Order
  steps: NextSteps
  /** own clients that hold the scope, as last stored */
  clients: readonly { client_id: string; client_name: string }[]
  /** the one that the command is made for; null: none */
  client: string | null
  /** whether Portvakt can make one (`orderClients`), and why not */
  make: 'own' | 'supplier' | 'none' | 'unknown'
  /** the organisation's clients were fetched once */
  listed: boolean
  /** Digdir's self-service */
  portal: string
}

const optionOf = ({ order }: ClientStepData, { client_id, client_name }: ClientStepData['clients'][number]) => ({
  text: plain(client_name === '' ? client_id : client_name, limits.optionText),
  value: clientChoice.write({ order: order.id, client: client_id }),
})

const chooser = (t: Text, data: ClientStepData, action: string): KnownBlock => {
  const words = t.order.next.client
  const usable = data.clients.filter(({ client_id }) => client_id.length <= 100)
  const chosen = usable.find(({ client_id }) => client_id === data.client)
  const options = usable.slice(0, limits.optionsPerGroup).map((one) => optionOf(data, one))
  return section(words.have, {
    type: 'static_select',
    action_id: action,
    placeholder: plain(words.choose, limits.placeholder),
    options,
    ...(chosen && options.some(({ value }) => value === optionOf(data, chosen).value)
      ? { initial_option: optionOf(data, chosen) }
      : {}),
  })
}

/** What there is already: nothing, one client, or several of which one is chosen. */
const present = (t: Text, data: ClientStepData, action: string): KnownBlock[] => {
  const [only, ...more] = data.clients
  if (only === undefined) return []
  if (more.length > 0) return [chooser(t, data, action)]
  return [section(mrkdwn`:white_check_mark: ${t.order.next.client.haveOne({ name: cut(only.client_name, 180) })}`)]
}

/** How to make one in Digdir's own self-service. */
const byHand = (t: Text, { steps, portal }: ClientStepData, why: string): KnownBlock[] => {
  const scope = steps.scope === null ? 'brreg:reelle/…' : scopeName(steps.scope)
  const lines = t.order.next.client.portal({ url: portal, scope, delegated: steps.variant !== 'direct' })
  return [section(stacked([why, ...lines.map((line) => mrkdwn`• ${line}`)]))]
}

/**
 * The client that a token is fetched with: one that is there, one that Portvakt makes with the organisation's own admin
 * client, or the portal's steps. In production a client is made with a login, by `/client new`.
 */
export const clientStep = (t: Text, data: ClientStepData, to: { make: string; client: string }): KnownBlock[] => {
  const words = t.order.next.client
  const { order, steps, make, clients } = data
  const body = section(words.body({ scope: steps.scope === null ? 'brreg:reelle/…' : scopeName(steps.scope) }))
  if (steps.environment === 'prod') return [body, ...byHand(t, data, words.cannotMake.prod)]
  const makes = make === 'own' && steps.scope !== null
  const style = clients.length === 0 ? ({ style: 'primary' } as const) : {}
  return [
    body,
    ...present(t, data, to.client),
    ...(clients.length === 0 && !data.listed ? [section(words.unlisted)] : []),
    ...(makes
      ? [
          ...(clients.length === 0 ? [section(words.canMake)] : []),
          ...actionRow(
            button({
              id: to.make,
              text: clients.length === 0 ? words.make : words.makeAnother,
              value: orderIn(order, 'test'),
              ...style,
            }),
          ),
        ]
      : []),
    ...(!makes && clients.length === 0 && make !== 'own' ? byHand(t, data, words.cannotMake[make]) : []),
  ]
}
