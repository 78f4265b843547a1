import { isAppError } from '../../errors.ts'
import type { Delivery, NewDelivery } from '../delivery/delivery.ts'
import type { DeliveryEnd } from '../delivery/message.ts'
import type { SlackFailure } from '../delivery/slack.ts'
import type { Deps } from '../deps.ts'
import { deskAddresses } from './desk.ts'
import { type ChannelFault, channelFaults } from './set-channel.ts'

/** Why a post in an organisation's channel was not made, as the closed word of its row. */
export const channelFailure = (fault: ChannelFault): string => `channel-${fault}`

/** Said of a row by Slack itself when it was posted: nobody there, or closed to the bot. */
const nobodyThere: SlackFailure = 'no-recipient'

/** What the end of a row says against the channel that it was for; null: nothing. */
export const lostBy = ({ channel }: Pick<Delivery, 'channel'>, end: DeliveryEnd): ChannelFault | null => {
  if (channel !== 'slack' || !('failure' in end)) return null
  if (end.state === 'failed') return end.failure === nobodyThere ? 'unknown' : null
  return channelFaults.find((fault) => end.failure === channelFailure(fault)) ?? null
}

const told = (
  to: { address: string; as: 'admin' | 'desk'; language: NewDelivery['language'] },
  organisationNumber: string,
  why: ChannelFault,
): NewDelivery => ({
  kind: 'admin-channel-lost',
  lane: 'transactional',
  channel: 'slack',
  address: to.address,
  language: to.language,
  organisationNumber,
  data: { organisationNumber, as: to.as, why },
})

/**
 * An organisation's channel can't be used any more: it has none from now on, so that nothing more is tried there, and its
 * admins are told to choose another one; the service desk where there are none. What should have stood there the contacts
 * were told each. False: the channel is none of the organisation's (by now), or somebody edits it at the moment.
 */
export const loseChannel = async (
  deps: Pick<Deps, 'store' | 'desk'>,
  { organisationNumber, channel, why }: { organisationNumber: string; channel: string; why: ChannelFault },
): Promise<boolean> => {
  const { store, desk } = deps
  const organisation = await store.organisationDetails(organisationNumber)
  if (organisation?.channel !== channel) return false
  const { language } = organisation
  const admins = (await store.adminsOf(organisationNumber)).map(({ userId }) => userId)
  const readers =
    admins.length > 0
      ? admins.map((address) => ({ address, as: 'admin' as const, language }))
      : (await deskAddresses(deps)).map((address) => ({ address, as: 'desk' as const, language: desk.language }))
  const line = {
    action: 'organisation.save',
    outcome: 'done',
    actor: { program: 'slack' },
    organisationNumber,
    environment: null,
    subject: `organisation:${organisationNumber}`,
    changeId: null,
    correlationId: null,
    values: { before: { channel }, after: { channel: null } },
  } as const
  try {
    await store.write(
      { audit: [line], deliveries: readers.map((to) => told(to, organisationNumber, why)) },
      async (tx) => {
        await tx.saveOrganisation({ ...organisation, channel: null }, organisation)
        return null
      },
    )
    return true
  } catch (error) {
    // the next post finds out again
    if (!isAppError(error, 'changed-meanwhile')) throw error
    return false
  }
}
