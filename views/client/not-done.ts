import { type Change, environmentOf } from '../../src/domain/change.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, section } from '../kit/blocks.ts'
import { mrkdwn } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { clientCreated } from './created.ts'
import { clientNotMade } from './not-made.ts'
import { changeValue, clientValue } from './values.ts'

const id = 'client-not-done'

export type ClientNotDoneData = {
  change: Change
  why: 'withdrawn' | 'expired'
  /** the client that it was about; null where it was to be made */
  client_id: string | null
}

/** A change in production that nobody logged in for: nothing was done, and where to begin again. */
const render = (t: Text, { change, why, client_id }: ClientNotDoneData): Shown => {
  const words = t.client.production.notDone
  const environment = environmentOf(change)
  return shown({
    id,
    title: words.title,
    environment,
    close: t.common.close,
    summary: words[why],
    blocks: [
      section(mrkdwn`:leftwards_arrow_with_hook: ${words[why]}`),
      section(words.next),
      ...actionRow(
        client_id === null
          ? button({
              id: clientNotMade.actions.again,
              text: t.client.details.again,
              value: changeValue.write({ change: change.id }),
            })
          : button({
              id: clientCreated.actions.show,
              text: t.client.created.show,
              value: clientValue.write({ environment, client_id }),
            }),
      ),
    ],
  })
}

export const clientNotDone = { id, actions: {}, render }
