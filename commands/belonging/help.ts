import { route } from '../../src/slack/route.ts'
import { portvaktHelp } from '../../views/belonging/help.ts'
import { strangerCard } from '../../views/belonging/stranger-card.ts'
import { unconfirmedCard } from '../../views/belonging/unconfirmed-card.ts'
import { commandInput, nothing } from '../inputs.ts'
import { present } from '../present.ts'

/** `/portvakt`, `/portvakt help`, and a stranger's ways to it. */
const command = (id: string) =>
  route({
    kind: 'command',
    id,
    may: 'help',
    effect: 'read',
    input: commandInput,
    run: (ask, { serviceDeskMail }) =>
      present(ask, async () => portvaktHelp.render(ask.t, { serviceDesk: serviceDeskMail })),
  })

const button = (id: string) =>
  route({
    kind: 'action',
    id,
    may: 'help',
    effect: 'read',
    input: nothing,
    run: (ask, { serviceDeskMail }) =>
      present(ask, async () => portvaktHelp.render(ask.t, { serviceDesk: serviceDeskMail })),
  })

export const routes = [
  command('portvakt'),
  command('portvakt help'),
  button(strangerCard.actions.help),
  button(unconfirmedCard.actions.help),
]
