import { useContext, useState } from 'preact/hooks'
import type { DeskBrreg } from '../../protocol.ts'
import { TabList } from '../overlay/tab-list.tsx'
import { Workspace } from '../workspace.ts'
import { OrderList } from './order-list.tsx'
import { OrderPane } from './order-pane.tsx'
import { ExampleTable, Tt02Tables } from './tables.tsx'
import '../mailbox/mailbox.css'
import '../mailbox/letter.css'
import './brreg.css'

type Part = 'orders' | 'tt02' | 'numbers'

/** The other side of an order: its mails as they come to brreg, and what brreg answers. */
export function BrregDesk({ brreg }: { brreg: DeskBrreg }) {
  const { world } = useContext(Workspace)
  const [part, setPart] = useState<Part>('orders')
  const [chosen, setChosen] = useState<string | null>(null)
  const open = brreg.orders.find(({ id }) => id === chosen)
  return (
    <main
      class={`mailbox ${open ? 'mailbox-reading' : ''}`}
      data-region
      tabIndex={-1}
      aria-label="Brønnøysundregistrene"
    >
      <header class="conversation-head">
        <h1>Brønnøysundregistrene</h1>
        <p class="conversation-topic">You are the officer who reads {brreg.address}</p>
      </header>
      <TabList<Part>
        label="Parts of the desk"
        tabs={[
          { id: 'orders', name: 'Orders', unread: brreg.waiting },
          { id: 'tt02', name: 'TT02' },
          { id: 'numbers', name: 'Numbers to try' },
        ]}
        open={part}
        onOpen={setPart}
      />
      <div class="mailbox-body" id={`panel-${part}`} role="tabpanel" aria-labelledby={`tab-${part}`}>
        {part === 'tt02' && <Tt02Tables tt02={brreg.tt02} />}
        {part === 'numbers' && <ExampleTable examples={world.examples} />}
        {part === 'orders' && (
          <>
            <div class="mail-side">
              {brreg.orders.length > 0 ? (
                <OrderList orders={brreg.orders} open={open?.id ?? null} onOpen={setChosen} />
              ) : (
                <div class="mail-empty" role="status">
                  <h2>No orders</h2>
                  <p>What the bot sends to {brreg.address} comes here, and waits for you to answer it.</p>
                </div>
              )}
            </div>
            {open ? (
              <OrderPane key={open.id} order={open} onBack={() => setChosen(null)} />
            ) : (
              <p class="letter-none">{brreg.orders.length > 0 ? 'Choose an order to answer it.' : ''}</p>
            )}
          </>
        )}
      </div>
    </main>
  )
}
