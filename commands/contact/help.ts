import { route } from '../../src/slack/route.ts'
import { contactHelp } from '../../views/contact/help.ts'
import { commandInput } from '../inputs.ts'
import { present } from '../present.ts'

/** `/contacts help` */
export const routes = [
  route({
    kind: 'command',
    id: 'contacts help',
    may: 'help',
    effect: 'read',
    input: commandInput,
    run: (ask, { serviceDeskMail }) =>
      present(ask, async () => contactHelp.render(ask.t, { serviceDesk: serviceDeskMail })),
  }),
]
