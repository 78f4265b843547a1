import type { Text } from '../../src/text/index.ts'
import { section } from '../kit/blocks.ts'
import { mrkdwn } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'

const id = 'client-other-organisation'

/**
 * For whoever acts for another organisation by now than a form or a button was drawn for: nothing was done, and how to
 * go on. Of the two it names the present one alone, for the other is what a request says.
 */
const render = (t: Text, { acting }: { acting: string }): Shown => {
  const words = t.client.otherOrganisation
  const body = words.body({ organisation: acting })
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    summary: body,
    blocks: [section(mrkdwn`:warning: *${body}*`), section(words.nothing), section(words.next)],
  })
}

export const clientOtherOrganisation = { id, actions: {}, render }
