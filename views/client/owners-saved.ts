import type { SlackUser } from '../../src/domain/belonging/types.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, section } from '../kit/blocks.ts'
import { mrkdwn } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { ownersLine } from './owners-line.ts'
import { showClient } from './show-client.ts'
import type { ClientRef } from './values.ts'

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
      ...actionRow(showClient(t, { environment, client_id })),
    ],
  })

export const clientOwnersSaved = { id, actions: {}, render }
