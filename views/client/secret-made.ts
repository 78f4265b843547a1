import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, section } from '../kit/blocks.ts'
import { mrkdwn } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { clientCreated } from './created.ts'
import { type ClientRef, clientValue } from './values.ts'

const id = 'client-secret-made'

/** A new secret in production: made, and shown on the page after the login alone. */
const render = (t: Text, { client_name: name, ...ref }: ClientRef & { client_name: string }): Shown => {
  const words = t.client.production.secret
  const body = words.made({ name })
  return shown({
    id,
    title: t.client.secret.title,
    environment: ref.environment,
    close: t.common.close,
    summary: body,
    blocks: [
      section(mrkdwn`:white_check_mark: ${body}`),
      section(`${t.client.secret.soon} ${t.client.secret.life}`),
      section(mrkdwn`:lock: ${words.onPage}`),
      ...actionRow(
        button({
          id: clientCreated.actions.show,
          text: t.client.created.show,
          value: clientValue.write({ environment: ref.environment, client_id: ref.client_id }),
        }),
      ),
    ],
  })
}

export const clientSecretMade = { id, actions: {}, render }
