import type { Tt02 } from '../altinn/tt02.ts'
import { possibleAnswers } from './answers.ts'
import type { Brreg } from './brreg.ts'
import { customerOf, type Order, ordererOf } from './order.ts'
import type { DeskBrreg, DeskOrder } from './told.ts'

const seenOrder = (brreg: Brreg, order: Order): DeskOrder => {
  const { fields, returnTo: _sender, ...seen } = order
  return {
    ...seen,
    orderer: ordererOf(order),
    customer: customerOf(order),
    legalBasis: fields.legal_basis ?? null,
    ...brreg.grounds(order.id),
    answers: possibleAnswers(order),
  }
}

/** The desk as the browser shows it. */
export const seenDesk = (brreg: Brreg, tt02: Tt02): DeskBrreg => ({
  address: brreg.address,
  orders: brreg
    .orders()
    .map((order) => seenOrder(brreg, order))
    .toReversed(),
  waiting: brreg.orders().filter(({ state, withdrawal }) => state === 'received' || withdrawal).length,
  tt02: { enterprises: [...tt02.enterprises()], persons: [...tt02.persons()] },
})
