import type { Button } from '@slack/types'
import type { Text } from '../../src/text/index.ts'
import { button } from '../kit/blocks.ts'
import { clientCreated } from './created.ts'
import { type ClientRef, clientValue } from './values.ts'

/** The way to a client's card. */
export const showClient = (t: Text, { environment, client_id }: ClientRef): Button =>
  button({
    id: clientCreated.actions.show,
    text: t.client.created.show,
    value: clientValue.write({ environment, client_id }),
  })
