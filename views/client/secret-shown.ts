import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, exact, section } from '../kit/blocks.ts'
import { mrkdwn } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { type ClientRef, clientValue } from './values.ts'

const id = 'client-secret-shown'
const actions = { show: 'client-secret-shown.show' } as const

export type ClientSecretShownData = ClientRef & { client_name: string; secret: string }

/** The new secret, this once, to the one who asked for it. The notification does not hold it. */
const render = (t: Text, { environment, client_id, client_name: name, secret }: ClientSecretShownData): Shown =>
  shown({
    id,
    title: t.client.secret.title,
    environment,
    close: t.common.close,
    blocks: [
      section(t.client.secret.shown({ name })),
      exact(secret),
      section(mrkdwn`:warning: ${t.client.created.secretOnce}`),
      section(`${t.client.secret.life} ${t.client.secret.soon}`),
      ...actionRow(
        button({ id: actions.show, text: t.client.created.show, value: clientValue.write({ environment, client_id }) }),
      ),
    ],
  })

export const clientSecretShown = { id, actions, render }

const lostActions = { again: 'client-secret-lost.again' } as const

/** A secret that nobody saw, since the modal was closed: it is in no message, so a new one has to be made. */
const renderLost = (t: Text, { client_name: name, ...ref }: ClientRef & { client_name: string }): Shown =>
  shown({
    id: 'client-secret-lost',
    title: t.client.secret.title,
    environment: ref.environment,
    close: t.common.close,
    blocks: [
      section(mrkdwn`:warning: ${t.client.secret.lost({ name })}`),
      section(t.client.secret.lostNext),
      ...actionRow(
        button({
          id: lostActions.again,
          text: t.client.secret.again,
          value: clientValue.write({ environment: ref.environment, client_id: ref.client_id }),
        }),
      ),
    ],
  })

export const clientSecretLost = { id: 'client-secret-lost', actions: lostActions, render: renderLost }
