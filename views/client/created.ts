import type { KnownBlock } from '@slack/types'
import type { Environment, RegisteredKey, Registration } from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, exact, fields, section } from '../kit/blocks.ts'
import { bold, inCode, mrkdwn, stacked, type Words } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { keyLine } from './key-line.ts'
import { clientValue, wholeList } from './values.ts'

const id = 'client-created'
const actions = {
  show: 'client-created.show',
  addKey: 'client-created.add-key',
  list: 'client-created.list',
} as const

export type ClientCreatedData = {
  environment: Environment
  registration: Pick<Registration, 'client_id' | 'client_name' | 'integration_type' | 'token_endpoint_auth_method'>
  keys: Pick<RegisteredKey, 'kid' | 'alg' | 'exp'>[]
  /** in clear, this once; null where there is none, or where it may not be shown in Slack */
  secret: string | null
  /** the environment's metadata addresses for that type */
  wellKnown: string[]
  /** epoch ms, for the keys' expiry */
  now: number
}

const usesKey = ({ registration }: ClientCreatedData) => registration.token_endpoint_auth_method === 'private_key_jwt'

const credentials = (t: Text, data: ClientCreatedData): KnownBlock[] => [
  ...(data.keys.length > 0
    ? [section(stacked([bold(t.client.created.keys), ...data.keys.map((key) => keyLine(t, key, data.now))]))]
    : []),
  ...(data.secret === null
    ? []
    : [
        section(bold(t.client.created.secret)),
        exact(data.secret),
        section(mrkdwn`:warning: ${t.client.created.secretOnce} ${t.client.secret.life}`),
      ]),
]

const steps = (t: Text, data: ClientCreatedData): KnownBlock => {
  const [key] = data.keys
  const todo: Words[] = [
    ...(data.secret === null ? [] : [t.client.created.useSecret]),
    ...(usesKey(data) && key === undefined ? [t.client.created.addKey] : []),
    ...(key === undefined ? [] : [t.client.created.useKey({ kid: key.kid })]),
    stacked([t.client.created.configure, ...data.wellKnown.map((url) => inCode(url))]),
    t.client.created.soon,
  ]
  return section(
    stacked([bold(t.client.created.next), ...todo.map((step, index) => mrkdwn`${String(index + 1)}. ${step}`)]),
  )
}

/** What came of it: ids, the secret once, and what to do now. */
const render = (t: Text, data: ClientCreatedData): Shown => {
  const { environment, registration } = data
  const ref = clientValue.write({ environment, client_id: registration.client_id })
  const body = t.client.created.body({
    name: registration.client_name,
    where: t.common.inEnvironment[environment],
  })
  const needsKey = usesKey(data) && data.keys.length === 0
  return shown({
    id,
    title: t.client.created.title,
    environment,
    close: t.common.close,
    summary: body,
    blocks: [
      section(mrkdwn`:white_check_mark: ${body}`),
      ...fields([
        { label: t.client.created.clientId, value: inCode(registration.client_id) },
        { label: t.common.environment, value: t.common.environmentNames[environment] },
      ]),
      ...credentials(t, data),
      steps(t, data),
      ...actionRow(
        needsKey
          ? button({ id: actions.addKey, text: t.client.created.addKeyButton, value: ref, style: 'primary' })
          : null,
        button({ id: actions.show, text: t.client.created.show, value: ref }),
        button({ id: actions.list, text: t.client.created.list, value: wholeList(environment) }),
      ),
    ],
  })
}

export const clientCreated = { id, actions, render }
