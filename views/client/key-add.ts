import type { ModalView } from '@slack/types'
import type { KeyReason } from '../../src/domain/client/public-key.ts'
import type { Text } from '../../src/text/index.ts'
import { section } from '../kit/blocks.ts'
import { defineForm, type FaultAt, type ViewValues } from '../kit/form.ts'
import { metadataOf } from '../kit/metadata.ts'
import { modal } from '../kit/modal.ts'
import { type ClientRef, clientValue } from './values.ts'

const id = 'key-add'

const form = defineForm({ id, fields: { public_key: { kind: 'multiline' } } })
const metadata = metadataOf<ClientRef>(clientValue.schema)

const render = (t: Text, { client_name: name, ...ref }: ClientRef & { client_name: string }): ModalView =>
  modal({
    id,
    title: t.client.keyAdd.title,
    environment: ref.environment,
    close: t.common.cancel,
    submit: t.client.keyAdd.submit,
    metadata: metadata.write({ environment: ref.environment, client_id: ref.client_id }),
    blocks: [section(t.client.keyAdd.intro({ name })), ...form.render({ t: t.forms[id] })],
  })

/** The key as pasted. It may be a private one by mistake: keep it nowhere. */
const read = (state: ViewValues): { public_key: string } => form.read(state)

const errors = (t: Text, reason: KeyReason | 'required') =>
  form.errors([{ field: 'public_key', message: t.faults[reason]({}) } satisfies FaultAt])

export const keyAdd = { id, actions: {}, metadata, render, read, errors }
