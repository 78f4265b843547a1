import type { ModalView } from '@slack/types'
import { z } from 'zod'
import { offeredHere } from '../../src/domain/client/type-table.ts'
import { type Environment, environments } from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { context, section } from '../kit/blocks.ts'
import { defineForm, type FaultAt, type Labels, type Values, type ViewValues } from '../kit/form.ts'
import { metadataOf } from '../kit/metadata.ts'
import { modal } from '../kit/modal.ts'
import { organisationShown } from './values.ts'

const id = 'client-new'

const integration_type = { kind: 'radio', values: offeredHere } as const
const fields = { environment: { kind: 'radio', values: environments }, integration_type } as const

const form = defineForm({ id, fields })

export type ClientNewValues = Values<typeof fields>

/** For which organisation a new client's forms are drawn. */
export type DrawnFor = {
  /** its number */
  organisation: string
  /** what it is called, where the person may act for others too and has to see it */
  acting?: string | undefined
}
const metadata = metadataOf<{ organisation: string }>(z.object({ organisation: organisationShown }))

export type ClientNewData = DrawnFor & {
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
const render = (t: Text, data: ClientNewData): ModalView => {
  const { organisation, acting, values = {}, on = environments, production = 'login' } = data
  const offered = environments.filter((one) => one === 'test' || on.includes(one))
  const shown = defineForm({ id, fields: { environment: { kind: 'radio', values: offered }, integration_type } })
  return modal({
    id,
    title: t.client.new.title,
    environment: null,
    close: t.common.cancel,
    submit: t.common.continue,
    metadata: metadata.write({ organisation }),
    blocks: [
      section(t.client.new.intro),
      ...(acting === undefined ? [] : [context(t.client.actingFor({ organisation: acting }))]),
      ...shown.render({ t: labels(t, production), values: { environment: 'test', ...values } }),
    ],
  })
}

const read = (state: ViewValues): ClientNewValues => form.read(state)
const errors = (faults: FaultAt[]) => form.errors(faults)

export const clientNew = { id, actions: {}, metadata, render, read, errors }
