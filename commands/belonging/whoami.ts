import { adminAccessFor } from '../../src/domain/client/admin-access.ts'
import type { Environment } from '../../src/domain/client/types.ts'
import { may } from '../../src/domain/may.ts'
import { isAppError } from '../../src/errors.ts'
import { type Ask, type Reply, route, type Services } from '../../src/slack/route.ts'
import { clearanceAnswer } from '../../views/belonging/clearance-answer.ts'
import { portvaktHelp } from '../../views/belonging/help.ts'
import { membershipAnswer } from '../../views/belonging/membership-answer.ts'
import { type Right, whoami } from '../../views/belonging/whoami.ts'
import { home } from '../../views/home/home.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { commandInput, nothing } from '../inputs.ts'
import { present } from '../present.ts'
import { loginOn, openClearance, progressOf } from './open-clearance.ts'
import { outsideCard } from './outside.ts'

/** Who one is to the bot, by which rule, what one may do where, and who gives what is missing. */

const standingIn = (ask: Ask<unknown>, services: Services, environment: Environment): Right['right'] => {
  const allowed = may(ask.viewer.belonging, 'client.change', { environment }).ok
  if (environment === 'test') return 'change'
  if (!loginOn(services)) return 'login-off'
  return allowed ? 'cleared' : 'not-cleared'
}

const rightIn = async (
  ask: Ask<unknown>,
  services: Services,
  organisationNumber: string,
  environment: Environment,
): Promise<Right> => {
  const right = standingIn(ask, services, environment)
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

/** What `/portvakt whoami` says now. */
export const whoamiCard = async (ask: Ask<unknown>, services: Services): Promise<Shown> => {
  const { belonging, person, user } = ask.viewer
  if (belonging.as !== 'member') return await outsideCard(ask, services, belonging)
  const { organisation, others, rule, admin, operator } = belonging
  const { number } = organisation
  const [test, prod, admins, clearance] = await Promise.all([
    rightIn(ask, services, number, 'test'),
    rightIn(ask, services, number, 'prod'),
    services.store.adminsOf(number),
    openClearance(services, user, number),
  ])
  return whoami.render(ask.t, {
    userId: user.userId,
    email: person.email,
    organisation,
    others,
    rule,
    admin,
    operator,
    admins,
    rights: { test, prod },
    clearance: progressOf(clearance),
    serviceDesk: services.serviceDeskMail,
  })
}

const show = (ask: Ask<unknown>, services: Services): Promise<Reply> =>
  present(ask, async () => await whoamiCard(ask, services))

const button = (id: string) => route({ kind: 'action', id, may: 'whoami', effect: 'read', input: nothing, run: show })

export const routes = [
  route({ kind: 'command', id: 'portvakt whoami', may: 'whoami', effect: 'read', input: commandInput, run: show }),
  button(portvaktHelp.actions.whoami),
  button(membershipAnswer.actions.whoami),
  button(clearanceAnswer.actions.whoami),
  button(home.actions.whoami),
]
