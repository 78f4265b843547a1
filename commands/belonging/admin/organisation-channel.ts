import { channelFault, setChannel } from '../../../src/domain/belonging/set-channel.ts'
import type { OrganisationDetails } from '../../../src/domain/belonging/store.ts'
import { within } from '../../../src/domain/patience.ts'
import { AppError, isAppError } from '../../../src/errors.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../../src/slack/route.ts'
import { adminOrganisation } from '../../../views/belonging/admin/organisation.ts'
import {
  type ChannelProblem,
  type OrganisationChannelData,
  organisationChannel,
} from '../../../views/belonging/admin/organisation-channel.ts'
import { adminPeople } from '../../../views/belonging/admin/people.ts'
import { organisationValue } from '../../../views/belonging/admin/values.ts'
import { viewValues } from '../../inputs.ts'
import { shows } from '../../lists.ts'
import { organisationContent } from './organisation.ts'
import { peopleContent } from './people.ts'
import { isOperator, organisationFor, putForm } from './reach.ts'

/** The channel that an organisation's cards stand in: set and cleared by its admins and by operators. */

/** How long Slack is asked about a channel, ms: it waits 3 s itself, and who asks was looked up before. */
const patience = 1_200

const may = 'membership.manage'

/** Why a channel won't do; null: it will. */
const problemOf = async (services: Services, channel: string): Promise<ChannelProblem | null> => {
  // what is of one organisation is not for whoever reads the service desk's cards
  if (channel === services.operationsChannel) return 'operations'
  try {
    const asked = await within(services.slack.conversationInfo(channel), patience)
    return asked.done ? channelFault(asked.value) : 'no-answer'
  } catch (error) {
    if (isAppError(error, 'slack-unavailable')) return 'no-answer'
    throw error
  }
}

const shown = (
  ask: Ask<unknown>,
  organisation: OrganisationDetails,
  notice: NonNullable<OrganisationChannelData['notice']>,
): Reply => {
  const { channel } = organisation
  return { now: { kind: 'update', view: organisationChannel.render(ask.t, { organisation, channel, notice }) } }
}

const submitted = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const ref = organisationChannel.metadata.read(ask.view?.metadata ?? '')
  if (ref === null) throw new AppError('stale-view', 'the form is of another version')
  const organisation = await organisationFor(ask, services, may, ref.number)
  const channel = organisationChannel.read(ask.view?.values ?? {})
  // as it should be: the same submission came before, or there was nothing to change
  if (channel === organisation.channel) return shown(ask, organisation, 'saved')
  if (organisation.channel !== ref.before) return shown(ask, organisation, 'meanwhile')
  const problem = channel === null ? null : await problemOf(services, channel)
  if (problem !== null) return { now: { kind: 'errors', errors: organisationChannel.errors(ask.t, problem) } }
  try {
    await setChannel(services, ask.viewer.user, { organisation, channel }, ask.once)
  } catch (error) {
    if (!isAppError(error, 'changed-meanwhile')) throw error
    return shown(ask, await organisationFor(ask, services, may, ref.number), 'meanwhile')
  }
  return shown(ask, { ...organisation, channel }, 'saved')
}

const opened = (id: string) =>
  route({
    kind: 'action',
    id,
    may,
    effect: 'read',
    input: organisationValue.input,
    run: async (ask, services) => ({
      now: empty,
      later: async () => {
        const organisation = await organisationFor(ask, services, may, ask.input.number)
        const { channel } = organisation
        await putForm(ask, organisationChannel.render(ask.t, { organisation, channel }))
      },
    }),
  })

export const routes = [
  opened(adminOrganisation.actions.channel),
  opened(adminPeople.actions.channel),
  // back to where each of them begins with an organisation
  shows(organisationChannel.actions.back, { may, input: organisationValue.input }, async (ask, services) => {
    const { number } = ask.input
    if (!isOperator(ask)) return await peopleContent(ask, services, { number, text: null, page: 0 })
    return await organisationContent(ask, services, await organisationFor(ask, services, may, number))
  }),
  route({ kind: 'submit', id: organisationChannel.id, may, effect: 'change', input: viewValues, run: submitted }),
]
