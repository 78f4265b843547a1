import type { Button, KnownBlock } from '@slack/types'
import type { Environment } from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { serviceDeskAsk } from '../belonging/service-desk-ask.ts'
import { actions as actionRow, button, section } from '../kit/blocks.ts'
import { mrkdwn } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { clientCreated } from './created.ts'
import { clientNotMade } from './not-made.ts'
import { clientSecretLost } from './secret-shown.ts'
import { changeValue, clientValue, wholeList } from './values.ts'

const id = 'client-unknown'
const actions = {
  lookAgain: 'client-unknown.look-again',
  keys: 'client-unknown.keys',
  show: 'client-unknown.show',
} as const

/** Whether the client itself was being made, or something about it changed, and what. */
export type ClientUnknownData = { environment: Environment; client_name: string } & (
  | {
      doing: 'create'
      change: string
      /** the login that approved it is too old to go on with */
      late?: boolean
    }
  | { doing: 'keys' | 'change' | 'secret'; client_id: string }
)

/** The way to the service desk, which is told what happened. */
const askButton = (t: Text): Button => serviceDeskAsk.askButton(t, { code: 'digdir-outcome-unknown' })

const createdNext = (t: Text, environment: Environment, change: string, late: boolean): KnownBlock[] => {
  const value = changeValue.write({ change })
  if (!late)
    return [
      section(t.client.unknown.next),
      ...actionRow(
        button({ id: actions.lookAgain, text: t.client.unknown.look, value, style: 'primary' }),
        askButton(t),
      ),
    ]
  return [
    section(t.client.production.late.unknown),
    ...actionRow(
      button({ id: clientCreated.actions.list, text: t.client.created.list, value: wholeList(environment) }),
      button({ id: clientNotMade.actions.again, text: t.client.details.again, value }),
      askButton(t),
    ),
  ]
}

/** What is there now says whether a change was made; of a secret nothing does, so a new one is the way. */
const changedNext = (t: Text, data: Extract<ClientUnknownData, { client_id: string }>): KnownBlock[] => {
  const { environment, client_id, doing } = data
  const value = clientValue.write({ environment, client_id })
  if (doing === 'secret')
    return [
      section(t.client.unknown.secretNext),
      ...actionRow(button({ id: clientSecretLost.actions.again, text: t.client.secret.again, value }), askButton(t)),
    ]
  const look = doing === 'keys' ? actions.keys : actions.show
  return [
    section(t.client.unknown.next),
    ...actionRow(button({ id: look, text: t.client.unknown.look, value, style: 'primary' }), askButton(t)),
  ]
}

const bodyOf = (t: Text, { doing, client_name: name }: ClientUnknownData): string => {
  if (doing === 'create') return t.client.unknown.created({ name })
  return doing === 'secret' ? t.client.unknown.secret({ name }) : t.client.unknown.changed({ name })
}

/** Digdir's answer was lost: nobody must send again before somebody has looked. */
const render = (t: Text, data: ClientUnknownData): Shown => {
  const body = bodyOf(t, data)
  const { environment } = data
  return shown({
    id,
    title: t.client.unknown.title,
    environment,
    close: t.common.close,
    summary: body,
    blocks: [
      section(mrkdwn`:warning: ${body}`),
      ...(data.doing === 'create'
        ? createdNext(t, environment, data.change, data.late ?? false)
        : changedNext(t, data)),
    ],
  })
}

export const clientUnknown = { id, actions, render }
