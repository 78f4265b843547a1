import type { ModalView } from '@slack/types'
import { cleanText } from '../../src/domain/client/typed.ts'
import type { Text } from '../../src/text/index.ts'
import { exact, section } from '../kit/blocks.ts'
import { defineForm, type ViewValues } from '../kit/form.ts'
import { metadataOf } from '../kit/metadata.ts'
import { modal } from '../kit/modal.ts'
import { inCode, mrkdwn, named } from '../kit/mrkdwn.ts'
import { type SeenRef, seenValue } from './values.ts'

const id = 'client-deactivate'

const form = defineForm({ id, fields: { confirm_name: { kind: 'text' } } })
const metadata = metadataOf<SeenRef>(seenValue.schema)

/** Asks for the name, typed: a deactivated client never comes back (digdir.md 2.9). */
const render = (t: Text, { client_name, ...ref }: SeenRef & { client_name: string }): ModalView =>
  modal({
    id,
    title: t.client.deactivate.title,
    environment: ref.environment,
    close: t.common.cancel,
    submit: t.client.deactivate.submit,
    metadata: metadata.write(ref),
    blocks: [
      section(mrkdwn`:warning: *${t.client.deactivate.final}*`),
      section(t.client.deactivate.stops),
      section(t.client.deactivate.nameIs),
      exact(client_name),
      section(named(t.client.created.clientId, inCode(ref.client_id))),
      ...form.render({ t: t.forms[id] }),
    ],
  })

const read = (state: ViewValues): { confirm_name: string } => ({
  confirm_name: cleanText(form.read(state).confirm_name),
})

/** The field error for a name that is not the client's. */
const wrongName = (t: Text) => form.errors([{ field: 'confirm_name', message: t.client.deactivate.wrongName }])

export const clientDeactivate = { id, actions: {}, metadata, render, read, wrongName }
