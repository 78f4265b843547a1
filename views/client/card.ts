import type { KnownBlock } from '@slack/types'
import type { SlackUser } from '../../src/domain/belonging/types.ts'
import type { ShownClient } from '../../src/domain/client/show-client.ts'
import type { Environment } from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, fields, section, sections } from '../kit/blocks.ts'
import { bold, mrkdwn, named, stacked, type Words } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { cardFields } from './card-fields.ts'
import { codeList } from './code-list.ts'
import { keyLine } from './key-line.ts'
import { ownersLine } from './owners-line.ts'
import { clientValue, wholeList } from './values.ts'

const id = 'client-card'
const actions = {
  keys: 'client-card.keys',
  secret: 'client-card.secret',
  owners: 'client-card.owners',
  contacts: 'client-card.contacts',
  deactivate: 'client-card.deactivate',
  list: 'client-card.list',
} as const

export type ClientCardData = {
  environment: Environment
  client: ShownClient
  /** nobody: any member may change it */
  owners: readonly SlackUser[]
  /** epoch ms, for the keys' expiry */
  now: number
}

const usesKeys = ({ registration }: ShownClient) => registration.token_endpoint_auth_method === 'private_key_jwt'
const usesSecret = ({ registration }: ShownClient) =>
  registration.token_endpoint_auth_method?.startsWith('client_secret') === true

const warnings = (t: Text, { client }: ClientCardData): KnownBlock[] => [
  ...(client.registration.active ? [] : [section(mrkdwn`:no_entry: *${t.client.card.inactive}*`)]),
  ...(client.from === 'store'
    ? [context(client.asOf === null ? t.client.card.lastSeen : t.client.card.asOf({ at: client.asOf }))]
    : []),
]

const keys = (t: Text, { client, now }: ClientCardData): KnownBlock[] => {
  // nobody is to add a key to what can't be used any more
  if (!client.registration.active && client.keys?.length === 0) return []
  if (!usesKeys(client) && (client.keys === null || client.keys.length === 0)) return []
  const lines: Words[] =
    client.keys === null
      ? [t.client.keys.unknown]
      : client.keys.length === 0
        ? [mrkdwn`:warning: ${t.client.keys.none}`]
        : client.keys.map((key) => keyLine(t, key, now))
  return sections(stacked([bold(t.client.keys.heading), ...lines]))
}

const buttons = (t: Text, { environment, client }: ClientCardData): KnownBlock[] => {
  const { active, client_id } = client.registration
  const value = clientValue.write({ environment, client_id })
  return actionRow(
    active && usesKeys(client) ? button({ id: actions.keys, text: t.client.card.manageKeys, value }) : null,
    active && usesSecret(client) ? button({ id: actions.secret, text: t.client.card.newSecret, value }) : null,
    active ? button({ id: actions.owners, text: t.client.owners.edit, value }) : null,
    active ? button({ id: actions.contacts, text: t.client.card.contacts, value }) : null,
    active ? button({ id: actions.deactivate, text: t.client.card.deactivate, value, style: 'danger' }) : null,
    button({ id: actions.list, text: t.client.card.list, value: wholeList(environment) }),
  )
}

/** One client in full, in words, with what can be done to it. */
const render = (t: Text, data: ClientCardData): Shown => {
  const { environment, client } = data
  const { registration } = client
  const { redirect_uris, post_logout_redirect_uris, scopes, description } = registration
  const labels = t.client.card.fields
  return shown({
    id,
    title: t.client.card.title,
    environment,
    close: t.common.close,
    summary: registration.client_name,
    blocks: [
      section(bold(registration.client_name)),
      ...warnings(t, data),
      ...fields(cardFields(t, environment, registration)),
      ...(description.trim() === '' ? [] : sections(stacked([bold(t.client.card.description), description]))),
      ...codeList(t, labels.redirect_uris, redirect_uris ?? []),
      ...codeList(t, labels.post_logout_redirect_uris, post_logout_redirect_uris ?? []),
      ...codeList(t, labels.scopes, scopes),
      ...(registration.active || data.owners.length > 0
        ? [section(named(t.client.owners.heading, ownersLine(t, data.owners)))]
        : []),
      ...keys(t, data),
      ...buttons(t, data),
    ],
  })
}

export const clientCard = { id, actions, render }
