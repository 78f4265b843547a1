import type { Change } from '../../src/domain/change.ts'
import type { Text } from '../../src/text/index.ts'
import { section } from '../kit/blocks.ts'
import { stacked } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { decidedLine } from './decided.ts'

const id = 'already-decided'

/** For whoever clicks second: who was first, when, and what the answer became. */
const render = (t: Text, { change }: { change: Change }): Shown => {
  const words = t.belonging.decided
  const line = decidedLine(t, change)
  return shown({
    id,
    title: words.alreadyTitle,
    environment: null,
    close: t.common.close,
    blocks: [section(stacked([words.already, ...(line ? [line] : [])])), section(words.alreadyNext)],
  })
}

export const alreadyDecided = { id, actions: {}, render }
