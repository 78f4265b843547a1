import type { SlackUser } from '../../src/domain/belonging/types.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, section } from '../kit/blocks.ts'
import { mrkdwn } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { clientCreated } from './created.ts'
import { ownersLine } from './owners-line.ts'
import { type ClientRef, clientValue } from './values.ts'

const id = 'client-owners-saved'

export type OwnersSavedData = ClientRef & { client_name: string; owners: readonly SlackUser[] }

/** For whoever changed them. */
const render = (t: Text, { client_name: name, owners, environment, client_id }: OwnersSavedData): Shown =>
  shown({
    id,
    title: t.client.owners.saved,
    environment,
    close: t.common.close,
    blocks: [
      section(mrkdwn`:white_check_mark: ${t.client.owners.now({ name })}`),
      section(ownersLine(t, owners)),
      ...actionRow(
        button({
          id: clientCreated.actions.show,
          text: t.client.created.show,
          value: clientValue.write({ environment, client_id }),
        }),
      ),
    ],
  })

export const clientOwnersSaved = { id, actions: {}, render }
