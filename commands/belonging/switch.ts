import { switchOrganisation } from '../../src/domain/belonging/switch-organisation.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import { organisationSwitch } from '../../views/belonging/organisation-switch.ts'
import { showAgain } from './show-again.ts'

/** Of several organisations, the one that one acts for. */

const picked = async (ask: Ask<string>, services: Services): Promise<Reply> => ({
  now: empty,
  later: async () => {
    const { user, belonging } = ask.viewer
    await switchOrganisation(services, { user, belonging, organisationNumber: ask.input })
    await showAgain(ask, services, await services.belonging(user))
  },
})

export const routes = [
  route({
    kind: 'action',
    id: organisationSwitch.actions.choose,
    may: 'organisation.switch',
    effect: 'change',
    input: organisationSwitch.input,
    run: picked,
  }),
]
