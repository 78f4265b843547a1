import { z } from 'zod'
import type { SlackUser } from '../../src/domain/belonging/types.ts'
import { acceptCode } from '../../src/domain/order/accept-code.ts'
import { draftOrder } from '../../src/domain/order/draft-order.ts'
import { findOrder } from '../../src/domain/order/find-order.ts'
import { makeCode } from '../../src/domain/order/make-code.ts'
import { recordEvent } from '../../src/domain/order/record-event.ts'
import type { Recorded } from '../../src/domain/order/recorded.ts'
import { sendOrder } from '../../src/domain/order/send-order.ts'
import type { Order, OrderContent, OrderKind } from '../../src/domain/order/types.ts'
import { belongingWorld, heroy, kinn, user } from './belonging-world.ts'
import type { Engine } from './databases.ts'
import { contents, direct, kari } from './order-samples.ts'

/** A Sunday, when nobody works. */
const BEGINS = Date.parse('2026-11-22T10:00:00Z')
export const DAY = 86_400_000
export const mailTo = 'opendata@brreg.example'

export const kjell = user('kjell')
export const kinnAdmin = user('kinnAdmin')
export const hanne = user('hanne')

/** What Herøy orders of its own right. */
export const heroysOwn: OrderContent = {
  ...direct,
  organisation: { number: heroy.number, name: heroy.name, verified: true },
}

const toldData = z.object({ what: z.string() })

/** What use cases of orders need, on a real store: Kjell at Kinn supplies, Hanne at Herøy is the customer. */
export const orderUseWorld = async (engine: Engine) => {
  const world = await belongingWorld(engine)
  const { store, pass } = world
  pass(BEGINS - world.deps.now())
  let ids = 0
  let keys = 0
  const deps = { ...world.deps, newId: () => `mail-${String(++ids).padStart(8, '0')}` }
  const once = (name = 'key') => `${name} ${++keys}`

  const draft = async (content: OrderContent, who: SlackUser = kjell, organisationNumber = kinn.number) => {
    const about = { organisationNumber, content, ordererEmail: kari.email, language: 'nb', once: once() } as const
    return (await draftOrder(deps, who, about)).order
  }
  const again = (order: Pick<Order, 'id'>): Promise<Order> => findOrder(deps, { id: order.id })
  const record = async (order: Order, recorded: Recorded, who: SlackUser = kjell): Promise<Order> =>
    (await recordEvent(deps, who, { order, recorded, note: '', once: once() })).order
  const send = async (order: Order, who: SlackUser = kjell): Promise<Order> =>
    (await sendOrder(deps, who, { order, to: mailTo })).order
  /** Herøy's own access, ordered and confirmed in test. */
  const heroyConfirmed = async (): Promise<Order> => {
    const sent = await send(await draft(heroysOwn, hanne, heroy.number), hanne)
    return record(sent, { event: 'confirm', scope: 'offentlig', environments: ['test'] }, hanne)
  }
  const code = async (order: Order, who: SlackUser = kjell) => (await makeCode(deps, who, { order, once: once() })).code
  const accept = async (typed: string, said: Parameters<typeof acceptCode>[2]['said'] = null, who: SlackUser = hanne) =>
    acceptCode(deps, who, { code: typed, organisationNumber: heroy.number, said, once: once() })
  /** An order of a kind that was sent; of C after the customer said what it said. */
  const sentOrder = async (kind: OrderKind): Promise<Order> => {
    const order = await draft(contents[kind])
    if (kind !== 'existing') return send(order)
    await accept(await code(order), { confirmedOn: '2026-11-20', scope: 'offentlig', environments: ['test'] })
    return send(await again(order))
  }

  return {
    ...world,
    store,
    pass,
    deps,
    once,
    draft,
    again,
    record,
    send,
    sentOrder,
    heroyConfirmed,
    code,
    accept,
    /** What waits to be sent to an organisation's people and for it: the mails' ids, and who is told what. */
    async waiting(organisationNumber = kinn.number): Promise<string[]> {
      const rows = await store.deliveriesOf(organisationNumber, 1000)
      return rows
        .map(({ id, kind, address, data }) =>
          kind === 'order-mail' ? `${kind} ${id} to ${address}` : `${address} ${toldData.parse(data).what}`,
        )
        .sort()
    },
    /** The history of an order: word, state after it, and note. */
    async history(order: Pick<Order, 'id'>): Promise<string[]> {
      const events = await store.orderEvents(order.id)
      return events.map(({ event, state, note }) => `${event} > ${state}${note === '' ? '' : `: ${note}`}`)
    },
    /** What the audit has of an order, in order of the words. */
    async audited(order: Pick<Order, 'id'>): Promise<string[]> {
      const lines = await store.auditLines({ organisationNumber: null, subject: `order:${order.id}`, size: 100 })
      return lines.map(({ action }) => action).sort()
    },
    /** Marks a delivery as refused for good, as the worker does. */
    async lose(mailId: string): Promise<void> {
      await store.write({}, async (tx) => {
        const claim = { worker: 'w', token: `t ${mailId}`, channel: 'mail', size: 100, perOrganisation: 100 } as const
        const rows = await tx.claimDeliveries({ ...claim, leaseMs: 60_000 })
        await tx.beginSending(rows)
        const end = (id: string) =>
          id === mailId
            ? ({ state: 'failed', failure: 'refused-recipient', failureCode: 550 } as const)
            : ({ state: 'sent' } as const)
        await tx.endSending(rows.map(({ id, token }) => ({ id, token, end: end(id) })))
        return null
      })
    },
  }
}

export type OrderWorld = Awaited<ReturnType<typeof orderUseWorld>>
