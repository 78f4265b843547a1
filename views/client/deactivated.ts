import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, section } from '../kit/blocks.ts'
import { inCode, mrkdwn, named } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { type ClientRef, wholeList } from './values.ts'

const id = 'client-deactivated'
const actions = { list: 'client-deactivated.list' } as const

const render = (t: Text, { environment, client_id, client_name: name }: ClientRef & { client_name: string }): Shown => {
  const body = t.client.deactivated.body({ name, where: t.common.inEnvironment[environment] })
  return shown({
    id,
    title: t.client.deactivated.title,
    environment,
    close: t.common.close,
    summary: body,
    blocks: [
      section(mrkdwn`:no_entry: ${body}`),
      section(named(t.client.created.clientId, inCode(client_id))),
      section(`${t.client.deactivated.soon} ${t.client.deactivated.tidy}`),
      ...actionRow(button({ id: actions.list, text: t.client.card.list, value: wholeList(environment) })),
      context(t.client.card.inactive),
    ],
  })
}

export const clientDeactivated = { id, actions, render }
