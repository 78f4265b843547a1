import type { Text } from '../../src/text/index.ts'
import { section } from '../kit/blocks.ts'
import { mrkdwn } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'

const id = 'address-confirmed'

/** Tells somebody in Slack that the link in the mail was used, and what now. */
const render = (t: Text, { email }: { email: string }): Shown => {
  const { title, body, next } = t.pages.address.told
  return shown({
    id,
    title,
    environment: null,
    close: t.common.close,
    summary: body({ email }),
    blocks: [section(mrkdwn`:white_check_mark: ${body({ email })}`), section(next)],
  })
}

export const addressConfirmed = { id, actions: {}, render }
