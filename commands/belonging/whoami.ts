import { adminAccessFor } from '../../src/domain/client/admin-access.ts'
import type { Environment } from '../../src/domain/client/types.ts'
import { may } from '../../src/domain/may.ts'
import { isAppError } from '../../src/errors.ts'
import { type Ask, type Reply, route, type Services } from '../../src/slack/route.ts'
import { portvaktHelp } from '../../views/belonging/help.ts'
import { strangerCard } from '../../views/belonging/stranger-card.ts'
import { type Right, whoami } from '../../views/belonging/whoami.ts'
import { commandInput, nothing } from '../inputs.ts'
import { present } from '../present.ts'

/** Who one is to the bot, by which rule, and what one may do where. */

const rightIn = async (
  ask: Ask<unknown>,
  services: Services,
  organisationNumber: string,
  environment: Environment,
): Promise<Right> => {
  const right = may(ask.viewer.belonging, 'client.change', { environment }).ok ? 'change' : 'look-only'
  try {
    const access = await adminAccessFor(services, organisationNumber, environment)
    return access.mode === 'supplier' ? { right, supplierOrgno: access.supplierOrgno } : { right }
  } catch (error) {
    if (isAppError(error, 'environment-off')) return { right: 'off' }
    if (isAppError(error, 'supplier-access-missing')) return { right: 'supplier-missing' }
    // Maskinporten is down: the right is there all the same
    if (isAppError(error)) return { right }
    throw error
  }
}

const show = (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const { belonging, person, user } = ask.viewer
  return present(ask, async () => {
    if (belonging.as === 'stranger')
      return strangerCard.render(ask.t, {
        reason: belonging.reason,
        domain: belonging.domain,
        serviceDesk: services.serviceDeskMail,
      })
    const { organisation, domain } = belonging
    const [test, prod] = await Promise.all([
      rightIn(ask, services, organisation.number, 'test'),
      rightIn(ask, services, organisation.number, 'prod'),
    ])
    return whoami.render(ask.t, {
      userId: user.userId,
      email: person.email,
      organisation,
      domain,
      rights: { test, prod },
    })
  })
}

export const routes = [
  route({ kind: 'command', id: 'portvakt whoami', may: 'whoami', effect: 'read', input: commandInput, run: show }),
  route({ kind: 'action', id: portvaktHelp.actions.whoami, may: 'whoami', effect: 'read', input: nothing, run: show }),
]
