import type { ComponentType } from 'preact'
import type { Block } from '../../protocol.ts'
import { asString, blockIdOf, wordsOf } from '../slack-json.ts'
import { parseMarkdown } from '../text/markdown.ts'
import { readRichText } from '../text/rich-text.ts'
import { InlineText, ShowPieces, TextObject } from '../text/show-text.tsx'
import { ActionsBlock } from './actions.tsx'
import { ChartBlock } from './chart.tsx'
import { ContextBlock } from './context.tsx'
import { ImageBlock } from './image.tsx'
import { InputBlock } from './input.tsx'
import { SectionBlock } from './section.tsx'
import { TableBlock } from './table.tsx'
import { Unknown } from './unknown.tsx'
import './blocks.css'
import './alert.css'

export type BlockProps = { block: Block; blockId: string }

const drawn: Record<string, ComponentType<BlockProps>> = {
  actions: ActionsBlock,
  alert: AlertBlock,
  context: ContextBlock,
  data_visualization: ChartBlock,
  divider: () => <hr class="divider" />,
  header: HeaderBlock,
  image: ImageBlock,
  input: InputBlock,
  markdown: ({ block }) => <ShowPieces pieces={parseMarkdown(asString(block.text))} />,
  rich_text: ({ block }) => <ShowPieces pieces={readRichText(block)} />,
  section: SectionBlock,
  table: TableBlock,
}

/** The blocks of a message or view, in order; they stay the same elements as long as their ids stay. */
export function Blocks({ blocks }: { blocks: Block[] }) {
  return (
    <div class="blocks">
      {blocks.map((block, index) => {
        const Drawn = drawn[block.type]
        const blockId = blockIdOf(block, index)
        return Drawn ? (
          <Drawn key={`${block.type} ${blockId}`} block={block} blockId={blockId} />
        ) : (
          <Unknown key={blockId} what="block" type={block.type} />
        )
      })}
    </div>
  )
}

function HeaderBlock({ block }: BlockProps) {
  return (
    <h3 class="header-block">
      <InlineText text={block.text} />
    </h3>
  )
}

const alertMarks: Record<string, string> = { info: 'i', warning: '!', error: '!', success: '✓' }

function AlertBlock({ block }: BlockProps) {
  const level = asString(block.level) || 'default'
  return (
    <div
      class={`alert alert-${level}`}
      role="note"
      aria-label={`${level === 'default' ? 'Note' : level}: ${wordsOf(block.text)}`}
    >
      <span class="alert-mark" aria-hidden="true">
        {alertMarks[level] ?? 'i'}
      </span>
      <TextObject text={block.text} />
    </div>
  )
}
