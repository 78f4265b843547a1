import type { KnownBlock } from '@slack/types'
import type { Text } from '../../src/text/index.ts'
import { section, sections } from '../kit/blocks.ts'
import { bold, inCode, sourceOf, stacked } from '../kit/mrkdwn.ts'

/** Two sections' worth: beyond it nobody reads on, and Slack stops taking it. */
const longest = 5600

/** A labelled list of URIs or scopes, one a line; what goes beyond the room is counted. Nothing for an empty list. */
export const codeList = (t: Text, label: string, items: readonly string[]): KnownBlock[] => {
  if (items.length === 0) return []
  const lines = items.map((item) => inCode(item, 500))
  let room = longest
  const fitting = lines.findIndex((line) => {
    room -= sourceOf(line).length + 1
    return room < 0
  })
  if (fitting === -1) return sections(stacked([bold(label), ...lines]))
  return [
    ...sections(stacked([bold(label), ...lines.slice(0, fitting)])),
    section(t.common.more({ count: items.length - fitting })),
  ]
}
