import type { ComponentChildren, VNode } from 'preact'
import { asObject, wordsOf } from '../slack-json.ts'
import { emojiNode, parseMrkdwn } from './mrkdwn.ts'
import { ShowInline } from './show-inline.tsx'
import { type Inline, joinLines, type Piece } from './text-tree.ts'
import './text.css'

/** Pieces of text, each on lines of its own. */
export function ShowPieces({ pieces }: { pieces: Piece[] }) {
  return (
    <div class="text">
      {pieces.map((piece, index) => (
        <ShowPiece key={index} piece={piece} />
      ))}
    </div>
  )
}

function ShowPiece({ piece }: { piece: Piece }): VNode {
  switch (piece.kind) {
    case 'paragraph':
      return (
        <p>
          <ShowInline nodes={piece.children} />
        </p>
      )
    case 'quote':
      return (
        <blockquote>
          <ShowInline nodes={piece.children} />
        </blockquote>
      )
    case 'pre':
      // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll sideways, also by keyboard
      return <pre tabIndex={0}>{piece.text}</pre>
    case 'heading':
      return (
        <p class={`text-heading text-heading-${piece.level}`}>
          <ShowInline nodes={piece.children} />
        </p>
      )
    case 'rule':
      return <hr />
    case 'list':
      return <ShowList piece={piece} />
    case 'table':
      return <ShowRows rows={piece.rows.map((row) => row.map((cell) => <ShowInline nodes={cell} />))} />
  }
}

function ShowList({ piece }: { piece: Extract<Piece, { kind: 'list' }> }) {
  const items = piece.items.map((item, index) => (
    <li key={index}>
      <ShowInline nodes={item} />
    </li>
  ))
  const indent = { marginLeft: `${piece.indent * 22}px` }
  return piece.ordered ? (
    <ol start={piece.start} style={indent}>
      {items}
    </ol>
  ) : (
    <ul style={indent}>{items}</ul>
  )
}

/** Rows of cells as a table whose first row is the header. */
export function ShowRows({
  rows,
  caption,
  cellClass,
}: {
  rows: ComponentChildren[][]
  caption?: string
  cellClass?: (column: number) => string
}) {
  const [head = [], ...body] = rows
  return (
    <section class="table-scroll" aria-label={caption ?? 'Table'} tabIndex={-1}>
      <table>
        {caption && <caption>{caption}</caption>}
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th key={column} scope="col" class={cellClass?.(column)}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} class={cellClass?.(column)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A message's `text`, or any other string of mrkdwn. */
export function Mrkdwn({ text }: { text: string }) {
  return <ShowPieces pieces={parseMrkdwn(text)} />
}

/** A text object: mrkdwn as mrkdwn, plain_text as it is, with emoji unless it says no. */
export function TextObject({ text }: { text: unknown }) {
  const object = asObject(text)
  if (object?.type === 'mrkdwn') return <Mrkdwn text={wordsOf(text)} />
  return <ShowPieces pieces={[{ kind: 'paragraph', children: plainNodes(wordsOf(text), object?.emoji !== false) }]} />
}

/** A text object that stands within a line: a label, a button, an option. */
export function InlineText({ text }: { text: unknown }) {
  const object = asObject(text)
  const pieces = object?.type === 'mrkdwn' ? parseMrkdwn(wordsOf(text)) : []
  const nodes = pieces.flatMap((piece) => ('children' in piece ? piece.children : []))
  return <ShowInline nodes={nodes.length > 0 ? nodes : plainNodes(wordsOf(text), object?.emoji !== false)} />
}

function plainNodes(words: string, emoji: boolean): Inline[] {
  return joinLines(words.split('\n').map((line) => (emoji ? withEmoji(line) : [{ kind: 'text', text: line }])))
}

function withEmoji(line: string): Inline[] {
  return line
    .split(/(:[a-z0-9_+'-]+:)/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith(':') ? emojiNode(part.slice(1, -1)) : null) ?? { kind: 'text', text: part })
}
