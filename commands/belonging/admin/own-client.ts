import { beginChange } from '../../../src/domain/begin-change.ts'
import type { ChangeKind } from '../../../src/domain/change-kind.ts'
import { adminAccessFor } from '../../../src/domain/client/admin-access.ts'
import { giveCredential, takeCredential } from '../../../src/domain/client/credential-kinds.ts'
import { type Environment, environments } from '../../../src/domain/client/types.ts'
import { AppError, isAppError } from '../../../src/errors.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../../src/slack/route.ts'
import { adminOwnClient, type OwnClientData, type OwnClientRow } from '../../../views/belonging/admin/own-client.ts'
import { adminPeople } from '../../../views/belonging/admin/people.ts'
import { organisationValue } from '../../../views/belonging/admin/values.ts'
import type { Shown } from '../../../views/kit/shown.ts'
import { askForLogin } from '../../client/step-up.ts'
import { shows } from '../../lists.ts'
import { present } from '../../present.ts'
import { loginOn } from '../open-clearance.ts'
import { peopleContent } from './people.ts'
import { organisationFor } from './reach.ts'

/**
 * An organisation's own admin client at Digdir, for its admins (design section 4). Slack shows which acts and leads to a
 * login; client id and key are written on the page after it, and never here.
 */

const may = 'credential.manage'

/** Which acts where the organisation gave none; nobody waits for a Maskinporten that is down. */
const insteadIn = async (
  services: Services,
  number: string,
  environment: Environment,
): Promise<OwnClientRow['instead']> => {
  try {
    return (await adminAccessFor(services, number, environment)).mode === 'supplier' ? 'supplier' : 'bot'
  } catch (error) {
    if (isAppError(error, 'environment-off', 'supplier-access-missing')) return 'none'
    if (isAppError(error)) return 'unknown'
    throw error
  }
}

const rowIn = async (services: Services, number: string, environment: Environment): Promise<OwnClientRow> => {
  const own = await services.store.credential(number, environment)
  if (own === null) return { environment, own: null, instead: await insteadIn(services, number, environment) }
  const { clientId, kid, testedAt, givenBy } = own
  return { environment, own: { clientId, kid, testedAt, givenBy }, instead: 'bot' }
}

const mayGoOn = (ask: Ask<unknown>, services: Services): OwnClientData['may'] => {
  if (!loginOn(services)) return 'login-off'
  const { belonging } = ask.viewer
  return belonging.as === 'member' && belonging.cleared ? 'yes' : 'not-cleared'
}

const content = async (ask: Ask<{ number: string }>, services: Services): Promise<Shown> => {
  const { number } = ask.input
  const organisation = await organisationFor(ask, services, may, number)
  const rows = await Promise.all(environments.map((environment) => rowIn(services, number, environment)))
  return adminOwnClient.render(ask.t, { organisation, rows, may: mayGoOn(ask, services) })
}

/** Writes down what is to be done, and asks for the login that it takes. */
const begin = async <P, R>(
  ask: Ask<unknown>,
  services: Services,
  kind: ChangeKind<P, R>,
  asked: { organisationNumber: string; environment: Environment | null; payload: P },
): Promise<void> => {
  await organisationFor(ask, services, may, asked.organisationNumber)
  if (!loginOn(services)) throw new AppError('login-off', 'nobody can log in for it')
  const { user, language } = ask.viewer
  const more = { requester: user, baseVersion: null, surface: ask.surface, language }
  const { change } = await beginChange(services, kind, { ...asked, ...more }, ask.once)
  if (change.state !== 'proposed') throw new AppError('stale-button', `it is ${change.state} already`)
  await askForLogin(ask, services, change)
}

const give = async (ask: Ask<{ number: string }>, services: Services): Promise<Reply> => ({
  now: empty,
  later: async () => {
    const { number: organisationNumber } = ask.input
    const asked = { organisationNumber, environment: null, payload: { organisationNumber } }
    await begin(ask, services, giveCredential, asked)
  },
})

const opens = (id: string) =>
  route({
    kind: 'action',
    id,
    may,
    effect: 'read',
    input: organisationValue.input,
    run: (ask, services) => present(ask, () => content(ask, services)),
  })

export const routes = [
  opens(adminPeople.actions.ownClient),
  opens(adminOwnClient.actions.open),
  shows(
    adminOwnClient.actions.people,
    { may: 'membership.manage', input: adminPeople.metadata.input },
    (ask, services) => peopleContent(ask, services, ask.input),
  ),
  route({
    kind: 'action',
    id: adminOwnClient.actions.give,
    may,
    effect: 'change',
    input: organisationValue.input,
    run: give,
  }),
  route({
    kind: 'action',
    id: adminOwnClient.actions.take,
    may,
    effect: 'change',
    input: adminOwnClient.takeInput,
    run: async (ask, services): Promise<Reply> => ({
      now: empty,
      later: async () => {
        const { organisationNumber, environment } = ask.input
        await begin(ask, services, takeCredential, { organisationNumber, environment, payload: ask.input })
      },
    }),
  }),
]
