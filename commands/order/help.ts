import { route } from '../../src/slack/route.ts'
import { orderHelp } from '../../views/order/help.ts'
import { commandInput } from '../inputs.ts'
import { present } from '../present.ts'

/** `/test-access help` */
export const routes = [
  route({
    kind: 'command',
    id: 'test-access help',
    may: 'help',
    effect: 'read',
    input: commandInput,
    run: (ask) => present(ask, async () => orderHelp.render(ask.t)),
  }),
]
