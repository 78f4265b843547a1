import type { Inline, Piece } from '../../../sandbox/ui/text/text-tree.ts'

/** Text trees as short words, so that a table of cases can be read: `p(hi b(you))`. */
export function wordsOfPieces(pieces: Piece[]): string {
  return pieces.map(piece).join(' ')
}

export function wordsOfLine(nodes: Inline[]): string {
  return nodes.map(inline).join('')
}

function piece(one: Piece): string {
  switch (one.kind) {
    case 'paragraph':
      return `p(${wordsOfLine(one.children)})`
    case 'quote':
      return `quote(${wordsOfLine(one.children)})`
    case 'heading':
      return `h${one.level}(${wordsOfLine(one.children)})`
    case 'pre':
      return `pre(${one.text})`
    case 'rule':
      return 'rule'
    case 'list':
      return `${one.ordered ? `ol${one.start}` : 'ul'}${one.indent || ''}(${one.items.map(wordsOfLine).join('|')})`
    case 'table':
      return `table(${one.rows.map((row) => row.map(wordsOfLine).join(',')).join('|')})`
  }
}

function inline(one: Inline): string {
  switch (one.kind) {
    case 'text':
      return one.text
    case 'bold':
    case 'italic':
    case 'strike':
    case 'underline':
      return `${one.kind[0]}(${wordsOfLine(one.children)})`
    case 'code':
      return `code(${one.text})`
    case 'link':
      return `link(${one.url},${wordsOfLine(one.children)})`
    case 'break':
      return '⏎'
    case 'emoji':
      return one.char
    case 'broadcast':
      return `all(${one.name})`
    case 'date':
      return `date(${one.seconds},${one.format},${one.url},${one.fallback})`
    default:
      return `${one.kind}(${one.id}${one.label && `,${one.label}`})`
  }
}
