import { useContext } from 'preact/hooks'
import type { DeskOrder } from '../../protocol.ts'
import { shortTime } from '../mailbox/mail-time.ts'
import { LineList } from '../overlay/line-list.tsx'
import { Workspace } from '../workspace.ts'
import { kindOf, stateWords } from './words.ts'

type Props = { orders: DeskOrder[]; open: string | null; onOpen: (id: string) => void }

const waits = ({ state, withdrawal }: DeskOrder) => state === 'received' || withdrawal

/** Orders, newest first. */
export function OrderList({ orders, open, onOpen }: Props) {
  const lines = orders.map((order) => ({
    id: order.id,
    class: waits(order) ? 'mail-unread' : '',
    view: <OrderLine order={order} />,
    onOpen: () => onOpen(order.id),
  }))
  return <LineList label="Orders" lines={lines} open={open} />
}

function OrderLine({ order }: { order: DeskOrder }) {
  const { timeZone, locale } = useContext(Workspace)
  const at = order.letters.at(-1)?.at ?? 0
  return (
    <>
      <span class="mail-top">
        <span class="mail-who">{order.orderer?.name ?? order.letters[0]?.from?.address ?? 'Nobody'}</span>
        <time class="mail-time" dateTime={new Date(at).toISOString()}>
          {shortTime(at, { now: Date.now(), timeZone, locale })}
        </time>
      </span>
      <span class="mail-subject">
        {order.id} · {kindOf(order)}
      </span>
      <span class="mail-preview">
        {order.withdrawal ? 'Withdrawal to answer' : stateWords[order.state]}
        {order.customer ? ` · for ${order.customer.name}` : ''}
      </span>
    </>
  )
}
