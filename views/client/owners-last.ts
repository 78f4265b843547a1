import type { ModalView } from '@slack/types'
import type { Text } from '../../src/text/index.ts'
import { section } from '../kit/blocks.ts'
import { modal } from '../kit/modal.ts'
import { mrkdwn } from '../kit/mrkdwn.ts'
import { clientOwners, type OwnersPlace } from './owners.ts'

const id = 'client-owners-last'

/** Asks the last owner before the client has none. It has no inputs: the submit removes them. */
const render = (t: Text, { client_name: name, ...place }: OwnersPlace & { client_name: string }): ModalView =>
  modal({
    id,
    title: t.client.owners.last.title,
    environment: place.environment,
    close: t.common.cancel,
    submit: t.client.owners.last.submit,
    metadata: clientOwners.metadata.write(place),
    blocks: [section(mrkdwn`:warning: ${t.client.owners.last.body({ name })}`)],
  })

export const clientOwnersLast = { id, actions: {}, metadata: clientOwners.metadata, render }
