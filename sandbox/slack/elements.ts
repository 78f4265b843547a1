import type { Block } from '../protocol.ts'
import { isObject, type JsonObject, textOf } from './json.ts'

/** An element a person can use, and the block it stands in. */
export type Placed = {
  block_id: string
  action_id: string
  element: JsonObject & { type: string }
  block: Block
  /** in an input block */
  input: boolean
}

const elementsOf = (block: Block): { raw: unknown; input: boolean }[] => {
  if (block.type === 'input') return [{ raw: block.element, input: true }]
  if (block.type === 'section') return [{ raw: block.accessory, input: false }]
  const many = block.type === 'actions' || block.type === 'context_actions' ? block.elements : block.actions
  const nested = Array.isArray(block.child_blocks) ? (block.child_blocks as Block[]) : []
  return [
    ...(Array.isArray(many) ? many.map((raw) => ({ raw, input: false })) : []),
    ...nested.flatMap((child) => elementsOf(child)),
  ]
}

/** Every usable element of the blocks, in order. Images and other silent ones are left out. */
export const placedElements = (blocks: readonly Block[]): Placed[] =>
  blocks.flatMap((block) =>
    elementsOf(block).flatMap(({ raw, input }) => {
      if (!isObject(raw) || typeof raw.type !== 'string' || raw.type === 'image') return []
      const element = raw as JsonObject & { type: string }
      return [
        { block_id: textOf(block.block_id) ?? '', action_id: textOf(element.action_id) ?? '', element, block, input },
      ]
    }),
  )

/** The blocks with the ids Slack would make where the bot left them out; the bot's own object stays as it was. */
export const withIds = (blocks: readonly Block[], made: () => string): Block[] => {
  const copies = structuredClone(blocks) as Block[]
  for (const block of copies) {
    block.block_id ??= made()
    for (const { element } of placedElements([block])) element.action_id ??= made()
  }
  return copies
}
