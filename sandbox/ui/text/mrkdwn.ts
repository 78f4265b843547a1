import { emojiOf } from './emoji.ts'
import { type Inline, joinLines, type Piece, safeUrl } from './text-tree.ts'

/**
 * Slack's mrkdwn as a tree: what a message's `text` and mrkdwn text objects are written in.
 * Only `&amp;`, `&lt;` and `&gt;` are escapes; `<…>` holds links, mentions and dates (Slack reference 1.5).
 */
export function parseMrkdwn(source: string): Piece[] {
  return source.split(/```([\s\S]+?)```/).flatMap((part, index): Piece[] => {
    if (index % 2 === 1) return [{ kind: 'pre', text: plain(part).replace(/^\n|\n$/g, '') }]
    const text = index === 0 ? part : part.replace(/^\n/, '')
    return text.trim() === '' ? [] : parseLines(text.replace(/\n$/, '').split('\n'))
  })
}

const quote = /^(?:&gt;|>) ?/
const bullet = /^(\s*)[•◦▪-]\s+/
const numbered = /^(\s*)(\d{1,3})[.)]\s+/

function parseLines(lines: string[]): Piece[] {
  const pieces: Piece[] = []
  for (let at = 0; at < lines.length; ) {
    const kind = kindOf(lines[at] ?? '')
    let end = at + 1
    while (end < lines.length && kindOf(lines[end] ?? '') === kind) end += 1
    pieces.push(pieceOf(kind, lines.slice(at, end)))
    at = end
  }
  return pieces
}

function kindOf(line: string): 'quote' | 'bullet' | 'numbered' | 'words' {
  if (quote.test(line)) return 'quote'
  if (bullet.test(line)) return 'bullet'
  return numbered.test(line) ? 'numbered' : 'words'
}

function pieceOf(kind: ReturnType<typeof kindOf>, lines: string[]): Piece {
  if (kind === 'quote') return { kind, children: joinLines(lines.map((line) => parseInline(line.replace(quote, '')))) }
  if (kind === 'words') return { kind: 'paragraph', children: joinLines(lines.map((line) => parseInline(line))) }
  const mark = kind === 'bullet' ? bullet : numbered
  const start = Number(numbered.exec(lines[0] ?? '')?.[2] ?? 1)
  const items = lines.map((line) => parseInline(line.replace(mark, '')))
  return { kind: 'list', ordered: kind === 'numbered', start, indent: 0, items }
}

/** One line of mrkdwn: no lists, quotes or blocks of code. */
export function parseInline(source: string): Inline[] {
  const found: Inline[] = []
  let words = ''
  for (let at = 0; at < source.length; ) {
    const next = special(source, at)
    if (next) {
      if (words) found.push({ kind: 'text', text: unescapeSlack(words) })
      words = ''
      found.push(next.node)
      at = next.end
    } else {
      words += source[at]
      at += 1
    }
  }
  if (words) found.push({ kind: 'text', text: unescapeSlack(words) })
  return found
}

type Found = { node: Inline; end: number } | null

function special(source: string, at: number): Found {
  const char = source[at]
  if (char === '<') return angled(source, at)
  if (char === '`') return matched(/`([^`\n]+)`/y, source, at, ([, code = '']) => ({ kind: 'code', text: plain(code) }))
  if (char === ':') return matched(/:([a-z0-9_+'-]+):/y, source, at, ([, name = '']) => emojiNode(name))
  if (char === '*' || char === '_' || char === '~') return styled(source, at, char)
  if (char === 'h' && !isWord(source[at - 1])) return bareLink(source, at)
  return null
}

function matched(pattern: RegExp, source: string, at: number, make: (match: RegExpExecArray) => Inline | null): Found {
  pattern.lastIndex = at
  const match = pattern.exec(source)
  const node = match && make(match)
  return node ? { node, end: at + match[0].length } : null
}

/** An emoji by its short name, or `null`, in which case the name stays as it was typed. */
export function emojiNode(name: string): Inline | null {
  const char = emojiOf(name)
  return char ? { kind: 'emoji', name, char } : null
}

const styles = { '*': 'bold', _: 'italic', '~': 'strike' } as const

/** A style begins at a word's start and ends at a word's end, on one line: `snake_case_name` stays as it is. */
function styled(source: string, at: number, mark: keyof typeof styles): Found {
  if (isWord(source[at - 1]) || isSpace(source[at + 1]) || source[at + 1] === mark) return null
  for (let end = at + 1; end < source.length; end += 1) {
    const skip =
      source[end] === '<' ? source.indexOf('>', end) : source[end] === '`' ? source.indexOf('`', end + 1) : -1
    if (skip > 0) end = skip
    else if (source[end] === mark && !isSpace(source[end - 1]) && !isWord(source[end + 1]))
      return { node: { kind: styles[mark], children: parseInline(source.slice(at + 1, end)) }, end: end + 1 }
  }
  return null
}

function bareLink(source: string, at: number): Found {
  const match = /^https?:\/\/[^\s<>|*]+[^\s<>|*.,;:!?)_~'"]/.exec(source.slice(at))
  if (!match) return null
  const url = unescapeSlack(match[0])
  return { node: { kind: 'link', url, children: [{ kind: 'text', text: url }] }, end: at + match[0].length }
}

function angled(source: string, at: number): Found {
  const end = source.indexOf('>', at)
  if (end < 0) return null
  const node = insideAngles(source.slice(at + 1, end))
  return node && { node, end: end + 1 }
}

function insideAngles(inside: string): Inline | null {
  const bar = inside.indexOf('|')
  const target = bar < 0 ? inside : inside.slice(0, bar)
  const label = bar < 0 ? '' : unescapeSlack(inside.slice(bar + 1))
  if (target.startsWith('@')) return { kind: 'user', id: target.slice(1), label }
  if (target.startsWith('#')) return { kind: 'channel', id: target.slice(1), label }
  if (target.startsWith('!date^')) return dateNode(target, label)
  if (target.startsWith('!subteam^')) return { kind: 'group', id: target.slice(9), label }
  if (target.startsWith('!')) return { kind: 'broadcast', name: target.slice(1) }
  const url = safeUrl(unescapeSlack(target))
  if (!url) return null
  const children =
    bar < 0 ? [{ kind: 'text', text: url.replace(/^mailto:/, '') } as const] : parseInline(inside.slice(bar + 1))
  return { kind: 'link', url, children }
}

function dateNode(target: string, fallback: string): Inline {
  const [, seconds = '', format = '', url = ''] = target.split('^')
  return { kind: 'date', seconds: Number(seconds), format, url: safeUrl(url) ?? '', fallback }
}

/** Text without its marks, for code and for places that show plain words: links become their label. */
export function plain(source: string): string {
  return unescapeSlack(source.replace(/<(?:[^>|]*\|)?([^>]*)>/g, '$1'))
}

/** Slack's three escapes turned back; `&amp;lt;` becomes `&lt;` and no further. */
export function unescapeSlack(source: string): string {
  return source.replace(/&(lt|gt|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', amp: '&' })[name] ?? '')
}

function isWord(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}]/u.test(char)
}

function isSpace(char: string | undefined): boolean {
  return char === undefined || /\s/.test(char)
}
