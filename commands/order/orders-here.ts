import type { SlackUser } from '../../src/domain/belonging/types.ts'
import { isOver } from '../../src/domain/order/machine.ts'
import { orderStates } from '../../src/domain/order/types.ts'
import type { Services } from '../../src/slack/route.ts'
import type { OrderHomeData } from '../../views/order/home.ts'

const open = orderStates.filter((state) => !isOver(state))

/** What Home says of an organisation's orders: how many are under way, and those that wait for the reader. */
export const ordersHere = async (
  { store }: Pick<Services, 'store'>,
  organisationNumber: string,
  user: SlackUser,
): Promise<OrderHomeData> => {
  const [all, yours] = await Promise.all([
    store.orders({ organisationNumber, states: open, page: 0, size: 1 }),
    store.orders({ organisationNumber, orderer: user, turn: 'orderer', states: open, page: 0, size: 3 }),
  ])
  return { open: all.total, yours: yours.total, rows: yours.rows }
}
