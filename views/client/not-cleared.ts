import type { Text } from '../../src/text/index.ts'
import { altinn } from '../belonging/altinn.ts'
import { whoami } from '../belonging/whoami.ts'
import { actions as actionRow, button, section } from '../kit/blocks.ts'
import { mrkdwn } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'

const id = 'client-not-cleared'

/** For a member without a clearance, before anything is typed: why not, the asking, and the other way through Altinn. */
const render = (t: Text): Shown => {
  const words = t.client.production.notCleared
  return shown({
    id,
    title: words.title,
    environment: 'prod',
    close: t.common.close,
    summary: words.body,
    blocks: [
      section(mrkdwn`:lock: *${words.body}*`),
      section(words.how),
      section(words.altinn),
      ...actionRow(button({ id: whoami.actions.clearance, text: words.ask, style: 'primary' }), altinn.showButton(t)),
    ],
  })
}

export const clientNotCleared = { id, actions: {}, render }
