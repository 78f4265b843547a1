import type { LookUp } from '../../src/domain/belonging/register-unit.ts'
import type { TypedOrder } from '../../src/domain/order/fields.ts'
import { numbersIn, type OrderRead, readOrder } from '../../src/domain/order/read-order.ts'
import type { OrderKind } from '../../src/domain/order/types.ts'
import { within } from '../../src/domain/patience.ts'
import type { Ask, Services } from '../../src/slack/route.ts'
import { ownOrganisation, seesAll } from './acting.ts'

/** How long Enhetsregisteret is waited for, ms: Slack waits 3 s, and who asks was looked up before. */
export const registerPatience = 1_200

const lookUp = async ({ enhetsregisteret }: Services, number: string): Promise<LookUp> => {
  const waited = await within(enhetsregisteret.byNumber(number), registerPatience)
  return waited.done ? waited.value : { found: 'unknown', number }
}

/** An order as typed, read against the register as far as that answers in time, and one's own organisation. */
export const readTyped = async (
  ask: Ask<unknown>,
  services: Services,
  kind: OrderKind,
  typed: TypedOrder,
): Promise<OrderRead> => {
  const own = ownOrganisation(ask)
  const [looked, details] = await Promise.all([
    Promise.all(numbersIn(kind, typed).map(async (number) => [number, await lookUp(services, number)] as const)),
    own === null ? null : services.store.organisationDetails(own.number),
  ])
  return readOrder(kind, typed, {
    own: own?.number ?? null,
    mayChoose: seesAll(ask),
    units: new Map(looked),
    ownDomains: details?.domains ?? [],
  })
}
