import type { ModalView } from '@slack/types'
import type { Text } from '../../src/text/index.ts'
import { section } from '../kit/blocks.ts'
import { metadataOf } from '../kit/metadata.ts'
import { modal } from '../kit/modal.ts'
import { mrkdwn } from '../kit/mrkdwn.ts'
import { type SeenRef, seenValue } from './values.ts'

const id = 'client-secret'
const metadata = metadataOf<SeenRef>(seenValue.schema)

/** Asks before the old secret stops working. It has no inputs: the submit makes the new one. */
const render = (t: Text, { client_name: name, ...ref }: SeenRef & { client_name: string }): ModalView =>
  modal({
    id,
    title: t.client.secret.title,
    environment: ref.environment,
    close: t.common.cancel,
    submit: t.client.secret.submit,
    metadata: metadata.write(ref),
    blocks: [section(mrkdwn`:warning: ${t.client.secret.stops({ name })}`), section(t.client.secret.ready)],
  })

export const clientSecret = { id, actions: {}, metadata, render }
