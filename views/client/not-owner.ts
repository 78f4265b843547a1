import type { SlackUser } from '../../src/domain/belonging/types.ts'
import type { Text } from '../../src/text/index.ts'
import { peopleLine } from '../belonging/people-line.ts'
import { actions as actionRow, button, section } from '../kit/blocks.ts'
import { mrkdwn } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { clientCreated } from './created.ts'
import { type ClientRef, clientValue } from './values.ts'

const id = 'client-not-owner'

export type NotOwnerData = ClientRef & { client_name: string; owners: readonly SlackUser[] }

/** For whoever would change a client that others own: whom to ask. */
const render = (t: Text, { client_name: name, owners, environment, client_id }: NotOwnerData): Shown => {
  const words = t.client.owners.notOwner
  const body = words.body({ name })
  return shown({
    id,
    title: words.title,
    environment,
    close: t.common.close,
    summary: body,
    blocks: [
      section(mrkdwn`:lock: ${body}`),
      section(mrkdwn`*${t.client.owners.heading}:* ${peopleLine(owners)}`),
      section(words.next),
      ...actionRow(
        button({
          id: clientCreated.actions.show,
          text: t.client.created.show,
          value: clientValue.write({ environment, client_id }),
        }),
      ),
    ],
  })
}

export const clientNotOwner = { id, actions: {}, render }
