import type { KnownBlock } from '@slack/types'
import type { Environment, RegisteredKey } from '../../src/domain/client/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, section } from '../kit/blocks.ts'
import { mrkdwn } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { keyLine } from './key-line.ts'
import { clientValue, keyValue } from './values.ts'

const id = 'client-keys'
const actions = { add: 'client-keys.add', remove: 'client-keys.remove', show: 'client-keys.show' } as const

/** Digdir takes no sixth key (digdir.md 2.6). */
const mostKeys = 5

export type ClientKeysData = {
  environment: Environment
  client_id: string
  client_name: string
  /** whose client it is */
  organisation: string
  /** null when Digdir does not answer and they were never seen */
  keys: Pick<RegisteredKey, 'kid' | 'alg' | 'exp'>[] | null
  /** when they were last seen (epoch ms, null when unknown), where Digdir does not answer now */
  lastSeen?: { at: number | null }
  /** the client's version as it is shown; left out where it was just changed */
  base?: string | undefined
  /** what was just done with one of them */
  done?: KeyDone
  /** epoch ms */
  now: number
}

export type KeyDone = { what: 'added' | 'renewed' | 'removed'; kid: string }

const row =
  (t: Text, data: ClientKeysData, keys: NonNullable<ClientKeysData['keys']>) =>
  (key: (typeof keys)[number]): KnownBlock => {
    const { environment, client_id, organisation, base } = data
    const named = { kid: cut(key.kid, 100) }
    return section(
      keyLine(t, key, data.now),
      button({
        id: actions.remove,
        text: t.client.keys.remove,
        value: keyValue.write({ environment, client_id, organisation, base, kid: key.kid }),
        confirm: {
          title: t.client.keys.confirmTitle,
          text: keys.length === 1 ? t.client.keys.confirmLast(named) : t.client.keys.confirm(named),
          yes: t.client.keys.confirmYes,
          no: t.client.keys.confirmNo,
          danger: true,
        },
      }),
    )
  }

const listed = (t: Text, data: ClientKeysData): KnownBlock[] => {
  const { keys } = data
  if (keys === null) return [section(t.client.keys.unknown)]
  if (keys.length === 0) return [section(t.client.keys.none)]
  return keys.map(row(t, data, keys))
}

const doneLine = (t: Text, { what, kid }: KeyDone) =>
  mrkdwn`:white_check_mark: ${t.client.keys.done[what]({ kid: cut(kid, 100) })}`

/** A client's keys, each to be removed, and room for one more. */
const render = (t: Text, data: ClientKeysData): Shown => {
  const { environment, client_id, client_name: name, keys, lastSeen, done } = data
  const full = (keys?.length ?? 0) >= mostKeys
  const value = clientValue.write({ environment, client_id })
  return shown({
    id,
    title: t.client.keys.title,
    environment,
    close: t.common.close,
    summary: t.client.keys.of({ name }),
    blocks: [
      ...(done === undefined ? [] : [section(doneLine(t, done))]),
      section(t.client.keys.of({ name })),
      ...(lastSeen === undefined
        ? []
        : [context(lastSeen.at === null ? t.client.card.lastSeen : t.client.card.asOf({ at: lastSeen.at }))]),
      ...listed(t, data),
      context(full ? t.client.keys.full : t.client.keys.rotate),
      ...actionRow(
        full || keys === null ? null : button({ id: actions.add, text: t.client.keys.add, value, style: 'primary' }),
        button({ id: actions.show, text: t.client.keys.back, value }),
      ),
    ],
  })
}

export const clientKeys = { id, actions, render }
