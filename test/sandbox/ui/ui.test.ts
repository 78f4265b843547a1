import { vi } from 'vitest'
import { startWalk } from './walk.ts'
import { walkMailbox } from './walk-mailbox.ts'
import { walkMessages } from './walk-messages.ts'
import { walkModals } from './walk-modal.ts'
import { walkOrders } from './walk-orders.ts'
import { walkWindow } from './walk-window.ts'

vi.setConfig({ testTimeout: 20_000 })

/** One build and one browser for all of it. */
const walk = startWalk()
walkMessages(walk)
walkModals(walk)
walkWindow(walk)
walkMailbox(walk)
walkOrders(walk)
