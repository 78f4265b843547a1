import type { Environment } from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, section } from '../kit/blocks.ts'
import { mrkdwn } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { changeValue } from './values.ts'

const id = 'client-unknown'
const actions = { lookAgain: 'client-unknown.look-again' } as const

export type ClientUnknownData = {
  environment: Environment
  client_name: string
  change: string
  /** whether the client itself was being made, or something about it changed */
  doing: 'create' | 'change'
}

/** Digdir's answer was lost: nobody must send again before somebody has looked. */
const render = (t: Text, { environment, client_name: name, change, doing }: ClientUnknownData): Shown => {
  const body = doing === 'create' ? t.client.unknown.created({ name }) : t.client.unknown.changed({ name })
  return shown({
    id,
    title: t.client.unknown.title,
    environment,
    close: t.common.close,
    summary: body,
    blocks: [
      section(mrkdwn`:warning: ${body}`),
      section(t.client.unknown.next),
      ...actionRow(
        button({
          id: actions.lookAgain,
          text: t.client.unknown.look,
          value: changeValue.write({ change }),
          style: 'primary',
        }),
      ),
    ],
  })
}

export const clientUnknown = { id, actions, render }
