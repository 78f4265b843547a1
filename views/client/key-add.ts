import type { ModalView } from '@slack/types'
import type { KeyReason } from '../../src/domain/client/public-key.ts'
import type { Text } from '../../src/text/index.ts'
import { section } from '../kit/blocks.ts'
import { defineForm, type FaultAt, type ViewValues } from '../kit/form.ts'
import { metadataOf } from '../kit/metadata.ts'
import { modal } from '../kit/modal.ts'
import { problemLines } from './problems.ts'
import { type SeenRef, seenValue } from './values.ts'

const id = 'key-add'

const form = defineForm({ id, fields: { public_key: { kind: 'multiline' } } })
const metadata = metadataOf<SeenRef>(seenValue.schema)

export type KeyAddData = SeenRef & {
  client_name: string
  /** typed before; never a key that was refused for being private */
  public_key?: string
  /** what Digdir refused after the submission */
  problems?: FaultAt[]
}

const render = (t: Text, { client_name: name, public_key, problems = [], ...ref }: KeyAddData): ModalView =>
  modal({
    id,
    title: t.client.keyAdd.title,
    environment: ref.environment,
    close: t.common.cancel,
    submit: t.client.keyAdd.submit,
    metadata: metadata.write(ref),
    blocks: [
      section(t.client.keyAdd.intro({ name })),
      ...problemLines(t.client.keyAdd.problems, t.forms[id], problems.map(atTheKey)),
      ...form.render({ t: t.forms[id], ...(public_key !== undefined && { values: { public_key } }) }),
    ],
  })

/** Whatever part of the key Digdir names, there is one field to mend it in. */
const atTheKey = ({ field, message }: FaultAt): FaultAt => ({ field: field === '' ? '' : 'public_key', message })

/** The key as pasted. It may be a private one by mistake: keep it nowhere. */
const read = (state: ViewValues): { public_key: string } => form.read(state)

const errors = (t: Text, reason: KeyReason | 'required') =>
  form.errors([{ field: 'public_key', message: t.faults[reason]({}) } satisfies FaultAt])

export const keyAdd = { id, actions: {}, metadata, render, read, errors }
