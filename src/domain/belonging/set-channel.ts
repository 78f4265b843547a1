import type { Deps } from '../deps.ts'
import type { OrganisationDetails } from './store.ts'
import type { SlackUser } from './types.ts'

/** What Slack says of a conversation, as far as it decides whether an organisation's cards may stand there. */
export type ChannelFacts = {
  /** a channel, public or private, and no direct messages */
  channel: boolean
  archived: boolean
  /** people of another workspace are in it, or are invited */
  outsiders: boolean
  /** the bot is in it */
  member: boolean
}

export const channelFaults = ['unknown', 'no-channel', 'outsiders', 'archived', 'not-in-it'] as const
export type ChannelFault = (typeof channelFaults)[number]

/**
 * Why an organisation's cards may not stand in a conversation (design section 3, "Slack manners"); null: they may.
 *
 * @param facts null: there is none, or it is private and the bot is not in it, which Slack does not tell apart
 */
export const channelFault = (facts: ChannelFacts | null): ChannelFault | null => {
  if (facts === null) return 'unknown'
  if (!facts.channel) return 'no-channel'
  if (facts.outsiders) return 'outsiders'
  if (facts.archived) return 'archived'
  return facts.member ? null : 'not-in-it'
}

/**
 * Sets or clears (null) the channel that an organisation's cards stand in. `organisation` is what the person was shown:
 * another by now throws `changed-meanwhile`, and nothing is saved. `once` makes a double click one change. Whether
 * the channel will do, and whether the person may, is asked before.
 */
export const setChannel = async (
  { store }: Pick<Deps, 'store'>,
  by: SlackUser,
  { organisation, channel }: { organisation: OrganisationDetails; channel: string | null },
  once: string,
): Promise<void> => {
  const { number } = organisation
  const audit = {
    action: 'organisation.save',
    outcome: 'done',
    actor: by,
    organisationNumber: number,
    environment: null,
    subject: `organisation:${number}`,
    changeId: null,
    correlationId: null,
    values: { before: { channel: organisation.channel }, after: { channel } },
  } as const
  await store.write({ once, audit: [audit] }, async (tx) => {
    await tx.saveOrganisation({ ...organisation, channel }, organisation)
    return null
  })
}
