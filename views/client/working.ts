import type { Environment } from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { context, section } from '../kit/blocks.ts'
import { mrkdwn } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'

const id = 'client-working'

/** While Digdir works: nothing to press, and it may be closed. */
const render = (t: Text, { environment, client_name }: { environment: Environment; client_name: string }): Shown =>
  shown({
    id,
    title: t.client.working.title,
    environment,
    close: t.common.close,
    blocks: [
      section(mrkdwn`:hourglass_flowing_sand: ${t.client.working.body({ name: client_name })}`),
      context(t.client.working.close),
    ],
  })

export const clientWorking = { id, actions: {}, render }
