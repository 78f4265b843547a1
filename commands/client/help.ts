import { route } from '../../src/slack/route.ts'
import { portvaktHelp } from '../../views/belonging/help.ts'
import { clientHelp } from '../../views/client/help.ts'
import { home } from '../../views/home/home.ts'
import { commandInput, nothing } from '../inputs.ts'
import { present } from '../present.ts'

/** `/client help`, and the button that leads to it. */
const helpButton = (id: string) =>
  route({
    kind: 'action',
    id,
    may: 'help',
    effect: 'read',
    input: nothing,
    run: (ask, { serviceDeskMail }) =>
      present(ask, async () => clientHelp.render(ask.t, { serviceDesk: serviceDeskMail })),
  })

export const routes = [
  route({
    kind: 'command',
    id: 'client help',
    may: 'help',
    effect: 'read',
    input: commandInput,
    run: (ask, { serviceDeskMail }) =>
      present(ask, async () => clientHelp.render(ask.t, { serviceDesk: serviceDeskMail })),
  }),
  helpButton(portvaktHelp.actions.client),
  helpButton(home.actions.help),
]
