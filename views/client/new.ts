import type { ModalView } from '@slack/types'
import { offeredHere } from '../../src/domain/client/type-table.ts'
import { environments } from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { section } from '../kit/blocks.ts'
import { defineForm, type FaultAt, type Values, type ViewValues } from '../kit/form.ts'
import { modal } from '../kit/modal.ts'

const id = 'client-new'

const fields = {
  environment: { kind: 'radio', values: environments },
  integration_type: { kind: 'radio', values: offeredHere },
} as const

const form = defineForm({ id, fields })

export type ClientNewValues = Values<typeof fields>

/** Where and what: the submit leads on to the details. */
const render = (t: Text, { values = {} }: { values?: Partial<ClientNewValues> } = {}): ModalView =>
  modal({
    id,
    title: t.client.new.title,
    environment: null,
    close: t.common.cancel,
    submit: t.common.continue,
    blocks: [
      section(t.client.new.intro),
      ...form.render({ t: t.forms[id], values: { environment: 'test', ...values } }),
    ],
  })

const read = (state: ViewValues): ClientNewValues => form.read(state)
const errors = (faults: FaultAt[]) => form.errors(faults)

export const clientNew = { id, actions: {}, render, read, errors }
