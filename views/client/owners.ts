import type { ModalView } from '@slack/types'
import { z } from 'zod'
import type { SlackUser } from '../../src/domain/belonging/types.ts'
import { mostOwners } from '../../src/domain/client/set-owners.ts'
import { environments } from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { section } from '../kit/blocks.ts'
import { defineForm, type ViewValues } from '../kit/form.ts'
import { metadataOf } from '../kit/metadata.ts'
import { modal } from '../kit/modal.ts'
import { mrkdwn } from '../kit/mrkdwn.ts'
import { type ClientRef, organisationShown } from './values.ts'

const id = 'client-owners'

const form = defineForm({ id, fields: { owners: { kind: 'users', most: mostOwners, optional: true } } })

const people = z.array(z.object({ teamId: z.string(), userId: z.string() })).max(mostOwners)

/** Which client of which organisation, and who owned it when the form was opened. */
export type OwnersPlace = ClientRef & { organisation: string; before: SlackUser[] }
const metadata = metadataOf<OwnersPlace>(
  z.object({
    environment: z.enum(environments),
    client_id: z.string().min(1),
    organisation: organisationShown,
    before: people,
  }),
)

export type OwnersFormData = OwnersPlace & {
  client_name: string
  /** chosen before, by Slack's ids; the owners there are when left out */
  chosen?: string[]
  /** what was wrong with the choice, where the form comes back */
  problem?: string
}

/** Who owns a client; nobody: any member may change it. */
const render = (t: Text, data: OwnersFormData): ModalView => {
  const { environment, client_id, organisation, before, problem } = data
  const words = t.client.owners
  return modal({
    id,
    title: words.title,
    environment,
    close: t.common.cancel,
    submit: words.submit,
    metadata: metadata.write({ environment, client_id, organisation, before }),
    blocks: [
      section(words.intro({ name: data.client_name })),
      ...(problem === undefined ? [] : [section(mrkdwn`:warning: *${words.problems}* ${problem}`)]),
      ...form.render({
        t: { owners: words.field },
        values: { owners: data.chosen ?? before.map(({ userId }) => userId) },
      }),
    ],
  })
}

/** The chosen ones by Slack's ids, each once. */
const read = (state: ViewValues): string[] => form.read(state).owners

const error = (message: string): Record<string, string> => form.errors([{ field: 'owners', message }])

export const clientOwners = { id, actions: {}, metadata, render, read, error }
