import { route } from '../../src/slack/route.ts'
import { notBuilt } from '../../views/belonging/not-built.ts'
import { commandInput } from '../inputs.ts'
import { present } from '../present.ts'

/** `/contacts` is in the manifest from the first day; until its version comes it says where the thing is done today. */
const answer = (id: string) =>
  route({
    kind: 'command',
    id,
    may: 'help',
    effect: 'read',
    input: commandInput,
    run: (ask, { places }) =>
      present(ask, async () => notBuilt.render(ask.t, { noun: 'contact', address: places.contact })),
  })

export const routes = [answer('contacts'), answer('contacts help')]
