import { route, type Services } from '../src/slack/route.ts'
import { notBuilt } from '../views/belonging/not-built.ts'
import { commandInput } from './inputs.ts'
import { present } from './present.ts'

/**
 * A command that is in the manifest from the first day; until its version comes it says where the thing is done today.
 *
 * @param command its name without the slash; its `help` says the same
 */
export const notBuiltRoutes = (command: string, noun: Exclude<keyof Services['places'], 'contact'>) =>
  [command, `${command} help`].map((id) =>
    route({
      kind: 'command',
      id,
      may: 'help',
      effect: 'read',
      input: commandInput,
      run: (ask, { places }) => present(ask, async () => notBuilt.render(ask.t, { noun, address: places[noun] })),
    }),
  )
