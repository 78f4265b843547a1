import type { ModalView } from '@slack/types'
import { offeredHere } from '../../src/domain/client/type-table.ts'
import { type Environment, environments } from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { section } from '../kit/blocks.ts'
import { defineForm, type FaultAt, type Labels, type Values, type ViewValues } from '../kit/form.ts'
import { modal } from '../kit/modal.ts'

const id = 'client-new'

const integration_type = { kind: 'radio', values: offeredHere } as const
const fields = { environment: { kind: 'radio', values: environments }, integration_type } as const

const form = defineForm({ id, fields })

export type ClientNewValues = Values<typeof fields>

export type ClientNewData = {
  values?: Partial<ClientNewValues>
  /** environments with an admin client; all of them when left out */
  on?: readonly Environment[]
  /** what production asks of this person: a login, a clearance first, or that somebody sets the login up */
  production?: 'login' | 'clearance' | 'off'
}

const labels = (t: Text, production: NonNullable<ClientNewData['production']>): Labels<typeof fields> => {
  const words = t.forms[id]
  const { options } = words.environment
  const prod = { ...options.prod, description: t.client.production.choice[production] }
  return { ...words, environment: { ...words.environment, options: { ...options, prod } } }
}

/**
 * Where and what: the submit leads on to the details. Production without an admin client is no choice; test always is,
 * and says at the next step why it can't be used.
 */
const render = (t: Text, { values = {}, on = environments, production = 'login' }: ClientNewData = {}): ModalView => {
  const offered = environments.filter((one) => one === 'test' || on.includes(one))
  const shown = defineForm({ id, fields: { environment: { kind: 'radio', values: offered }, integration_type } })
  return modal({
    id,
    title: t.client.new.title,
    environment: null,
    close: t.common.cancel,
    submit: t.common.continue,
    blocks: [
      section(t.client.new.intro),
      ...shown.render({ t: labels(t, production), values: { environment: 'test', ...values } }),
    ],
  })
}

const read = (state: ViewValues): ClientNewValues => form.read(state)
const errors = (faults: FaultAt[]) => form.errors(faults)

export const clientNew = { id, actions: {}, render, read, errors }
