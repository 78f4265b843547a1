import type { KnownBlock } from '@slack/types'
import type { Change } from '../../src/domain/change.ts'
import type { Text } from '../../src/text/index.ts'
import { context, section } from '../kit/blocks.ts'
import { bold } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { decidedLine, endingOf } from './decided.ts'

/** The answer to whoever asked: what came of it, what comes next (`blocks`), and who decided. */
export const answered = (
  t: Text,
  change: Change,
  { id, title, summary, blocks }: { id: string; title: string; summary: string; blocks: KnownBlock[] },
): Shown => {
  // that nobody answered is all the answer there is
  const line = endingOf(change) === 'expired' ? null : decidedLine(t, change)
  return shown({
    id,
    title,
    environment: null,
    close: t.common.close,
    summary,
    blocks: [section(bold(summary)), ...blocks, ...(line ? [context(line)] : [])],
  })
}
