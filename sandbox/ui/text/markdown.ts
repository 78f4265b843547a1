import { emojiNode } from './mrkdwn.ts'
import { type Inline, joinLines, type Piece, safeUrl } from './text-tree.ts'

/** Standard Markdown as a tree, as far as Slack's `markdown` block shows it: headings, lists, quotes, code, tables. */
export function parseMarkdown(source: string): Piece[] {
  const lines = source.replace(/\r/g, '').split('\n')
  const pieces: Piece[] = []
  for (let at = 0; at < lines.length; ) {
    const rule = rules.find(({ begins }) => begins.test(lines[at] ?? ''))
    if (!rule) {
      at += 1
      continue
    }
    let end = at + 1
    while (end < lines.length && rule.goesOn(lines[end] ?? '', lines[end - 1] ?? '', end - at)) end += 1
    pieces.push(rule.make(lines.slice(at, end)))
    at = end
  }
  return pieces
}

type Rule = {
  begins: RegExp
  goesOn: (line: string, before: string, index: number) => boolean
  make: (lines: string[]) => Piece
}

const bullet = /^\s*[-*+]\s+/
const numbered = /^\s*(\d{1,3})[.)]\s+/

/** In this order; the last one takes whatever has words in it. */
const rules: Rule[] = [
  { begins: /^```/, goesOn: (_, before, index) => index === 1 || !/^```\s*$/.test(before), make: fenced },
  { begins: /^#{1,6}\s/, goesOn: () => false, make: heading },
  { begins: /^\s*([-*_])(\s*\1){2,}\s*$/, goesOn: () => false, make: () => ({ kind: 'rule' }) },
  { begins: /^>/, goesOn: (line) => line.startsWith('>'), make: quoted },
  { begins: /^\|.*\|\s*$/, goesOn: (line) => /^\|.*\|\s*$/.test(line), make: table },
  { begins: bullet, goesOn: (line) => bullet.test(line), make: (lines) => list(lines, bullet, false) },
  { begins: numbered, goesOn: (line) => numbered.test(line), make: (lines) => list(lines, numbered, true) },
  {
    begins: /\S/,
    goesOn: isWords,
    make: (lines) => ({ kind: 'paragraph', children: joinLines(lines.map(parseMarkdownLine)) }),
  },
]

function isWords(line: string): boolean {
  return rules.findIndex(({ begins }) => begins.test(line)) === rules.length - 1
}

function fenced(lines: string[]): Piece {
  const closed = lines.length > 1 && /^```\s*$/.test(lines.at(-1) ?? '')
  return { kind: 'pre', text: lines.slice(1, closed ? -1 : undefined).join('\n') }
}

function heading([line = '']: string[]): Piece {
  const level = /^#+/.exec(line)?.[0].length ?? 1
  return { kind: 'heading', level, children: parseMarkdownLine(line.slice(level).trim()) }
}

function quoted(lines: string[]): Piece {
  return { kind: 'quote', children: joinLines(lines.map((line) => parseMarkdownLine(line.replace(/^>\s?/, '')))) }
}

function list(lines: string[], mark: RegExp, ordered: boolean): Piece {
  const start = ordered ? Number(numbered.exec(lines[0] ?? '')?.[1] ?? 1) : 1
  return {
    kind: 'list',
    ordered,
    start,
    indent: 0,
    items: lines.map((line) => parseMarkdownLine(line.replace(mark, ''))),
  }
}

function table(lines: string[]): Piece {
  const rows = lines.filter((line) => !/^[|\s:-]+$/.test(line))
  const cells = (line: string) => line.trim().slice(1, -1).split('|')
  return { kind: 'table', rows: rows.map((line) => cells(line).map((cell) => parseMarkdownLine(cell.trim()))) }
}

type Mark = { pattern: RegExp; make: (match: RegExpExecArray) => Inline | null }

const marks: Mark[] = [
  { pattern: /\\([\\`*_~[\]()#+.!-])/y, make: ([, char = '']) => ({ kind: 'text', text: char }) },
  { pattern: /`([^`]+)`/y, make: ([, text = '']) => ({ kind: 'code', text }) },
  {
    pattern: /\*\*(\S(?:.*?\S)?)\*\*/y,
    make: ([, inside = '']) => ({ kind: 'bold', children: parseMarkdownLine(inside) }),
  },
  {
    pattern: /~~(\S(?:.*?\S)?)~~/y,
    make: ([, inside = '']) => ({ kind: 'strike', children: parseMarkdownLine(inside) }),
  },
  {
    pattern: /\*(\S(?:.*?\S)?)\*/y,
    make: ([, inside = '']) => ({ kind: 'italic', children: parseMarkdownLine(inside) }),
  },
  {
    pattern: /(?<![\p{L}\p{N}])_(\S(?:.*?\S)?)_(?![\p{L}\p{N}])/uy,
    make: ([, inside = '']) => ({ kind: 'italic', children: parseMarkdownLine(inside) }),
  },
  { pattern: /\[([^\]]+)\]\(([^)\s]+)\)/y, make: ([, label = '', url = '']) => link(url, label) },
  { pattern: /(?<![\p{L}\p{N}])https?:\/\/[^\s<>)]+[^\s<>).,;:!?]/uy, make: ([url]) => link(url, url) },
  { pattern: /:([a-z0-9_+'-]+):/y, make: ([, name = '']) => emojiNode(name) },
]

/** One line of Markdown. */
export function parseMarkdownLine(source: string): Inline[] {
  const found: Inline[] = []
  let words = ''
  for (let at = 0; at < source.length; ) {
    const next = markAt(source, at)
    if (next && words) found.push({ kind: 'text', text: words })
    if (next) found.push(next.node)
    words = next ? '' : words + source[at]
    at = next ? next.end : at + 1
  }
  return words ? [...found, { kind: 'text', text: words }] : found
}

function markAt(source: string, at: number): { node: Inline; end: number } | null {
  for (const { pattern, make } of marks) {
    pattern.lastIndex = at
    const match = pattern.exec(source)
    const node = match && make(match)
    if (node) return { node, end: at + match[0].length }
  }
  return null
}

function link(url: string, label: string): Inline | null {
  const safe = safeUrl(url)
  return safe
    ? { kind: 'link', url: safe, children: label === url ? [{ kind: 'text', text: url }] : parseMarkdownLine(label) }
    : null
}
