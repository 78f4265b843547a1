import { basicBlocks } from './basic-blocks.ts'
import type { BlockKind } from './block.ts'
import { chartBlocks } from './charts.ts'
import { newerBlocks } from './newer-blocks.ts'
import type { Rule } from './rule.ts'
import { chosenByType, list } from './shapes.ts'
import { tableBlocks } from './tables.ts'

const kinds: ReadonlyMap<string, BlockKind> = new Map(
  Object.entries({ ...basicBlocks, ...newerBlocks, ...tableBlocks, ...chartBlocks }),
)

/** Any block the surface at hand takes. `file` is not among them: Slack alone writes it. */
const anyBlock = chosenByType((type, { surface }) => {
  const kind = kinds.get(type)
  return kind !== undefined && (surface === null || kind.surfaces.includes(surface)) ? kind.rule : undefined
})

/** The blocks of a view or a message, `from` to `to` of them. */
export const blocks = (to: number, from: number): Rule => list(anyBlock, to, from)
