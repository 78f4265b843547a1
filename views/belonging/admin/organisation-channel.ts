import type { KnownBlock, ModalView } from '@slack/types'
import { z } from 'zod'
import type { ChannelFault } from '../../../src/domain/belonging/set-channel.ts'
import type { Organisation } from '../../../src/domain/belonging/types.ts'
import { cut } from '../../../src/text/format.ts'
import type { Text } from '../../../src/text/index.ts'
import { actions as actionRow, button, section } from '../../kit/blocks.ts'
import { defineForm, type ViewValues } from '../../kit/form.ts'
import { metadataOf } from '../../kit/metadata.ts'
import { modal } from '../../kit/modal.ts'
import { bold, mrkdwn, type Words } from '../../kit/mrkdwn.ts'
import { organisationNumberInput } from '../organisation-number.ts'
import { organisationValue } from './values.ts'

const id = 'organisation-channel'
const actions = { back: 'organisation-channel.back' } as const

const form = defineForm({ id, fields: { channel: { kind: 'channel', optional: true } } })

/** Of which organisation, and which channel it had when the form was opened. */
export type ChannelRef = { number: string; before: string | null }
const metadata = metadataOf<ChannelRef>(
  z.strictObject({ number: organisationNumberInput, before: z.string().max(100).nullable() }),
)

export type OrganisationChannelData = {
  organisation: Pick<Organisation, 'number' | 'name'>
  /** the one it has now, by Slack's id */
  channel: string | null
  /** `saved`: it was just set or cleared; `meanwhile`: somebody else was faster, and nothing was saved */
  notice?: 'saved' | 'meanwhile'
}

/** A channel as Slack shows it to whoever may see it; what is no id is nothing. */
export const channelWords = (t: Text, channel: string | null): Words =>
  channel !== null && /^[A-Z0-9]+$/.test(channel) ? { mrkdwn: `<#${channel}>` } : t.admin.organisation.noChannel

const noticed = (t: Text, { notice, channel }: OrganisationChannelData): KnownBlock[] => {
  const words = t.admin.organisation.channelForm
  if (notice === undefined) return []
  if (notice === 'meanwhile') return [section(mrkdwn`:warning: ${words.meanwhile} ${channelWords(t, channel)}`)]
  return [
    section(
      channel === null
        ? mrkdwn`:white_check_mark: ${words.cleared}`
        : mrkdwn`:white_check_mark: ${words.saved} ${channelWords(t, channel)}`,
    ),
  ]
}

/** Which channel an organisation's cards stand in, for its admins and for operators; an empty one: none. */
const render = (t: Text, data: OrganisationChannelData): ModalView => {
  const { organisation, channel } = data
  const { number } = organisation
  const words = t.admin.organisation.channelForm
  return modal({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    submit: t.admin.organisation.save,
    metadata: metadata.write({ number, before: channel }),
    blocks: [
      ...noticed(t, data),
      section(bold(cut(t.admin.named(organisation), 300))),
      section(words.intro),
      ...form.render({ t: words.form, values: { channel } }),
      ...actionRow(button({ id: actions.back, text: words.back, value: organisationValue.write({ number }) })),
    ],
  })
}

/** The channel that was chosen, by Slack's id; null: none. */
const read = (state: ViewValues): string | null => form.read(state).channel

export type ChannelProblem = ChannelFault | 'operations' | 'no-answer'

const errors = (t: Text, problem: ChannelProblem): Record<string, string> =>
  form.errors([{ field: 'channel', message: t.admin.organisation.channelForm.faults[problem] }])

export const organisationChannel = { id, actions, metadata, render, read, errors }
