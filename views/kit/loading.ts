import type { Environment } from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { section } from './blocks.ts'
import { type Shown, shown } from './shown.ts'

const id = 'loading'

/** Holds the place while something is fetched: a trigger lives 3 seconds only (slack.md 2.4). */
const render = (t: Text, { title, environment }: { title?: string; environment?: Environment } = {}): Shown =>
  shown({
    id,
    title: title ?? t.common.loading.title,
    environment: environment ?? null,
    close: t.common.close,
    blocks: [section(t.common.loading.body)],
  })

export const loading = { id, actions: {}, render }
