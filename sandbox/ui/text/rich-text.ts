import { asObject, asObjects, asString, type Obj, wordsOf } from '../slack-json.ts'
import { emojiNode } from './mrkdwn.ts'
import { type Inline, type Piece, safeUrl } from './text-tree.ts'

/** The `elements` of a rich_text block as a tree (Slack reference 1.5). Unknown leaves show their `text`, if any. */
export function readRichText(block: Obj): Piece[] {
  return asObjects(block.elements).map(pieceOf)
}

function pieceOf(element: Obj): Piece {
  if (element.type === 'rich_text_list') {
    return {
      kind: 'list',
      ordered: element.style === 'ordered',
      start: numberOr(element.offset, 0) + 1,
      indent: numberOr(element.indent, 0),
      items: asObjects(element.elements).map((item) => leavesOf(item)),
    }
  }
  if (element.type === 'rich_text_preformatted') {
    const text = asObjects(element.elements).map((leaf) => asString(leaf.text) || asString(leaf.url))
    return { kind: 'pre', text: text.join('') }
  }
  return { kind: element.type === 'rich_text_quote' ? 'quote' : 'paragraph', children: leavesOf(element) }
}

function leavesOf(section: Obj): Inline[] {
  return asObjects(section.elements).flatMap((leaf) => styled(leafOf(leaf), leaf))
}

function leafOf(leaf: Obj): Inline[] {
  switch (leaf.type) {
    case 'link':
      return [linkOf(asString(leaf.url), asString(leaf.text))]
    case 'user':
      return [{ kind: 'user', id: asString(leaf.user_id), label: '' }]
    case 'channel':
      return [{ kind: 'channel', id: asString(leaf.channel_id), label: '' }]
    case 'usergroup':
      return [{ kind: 'group', id: asString(leaf.usergroup_id), label: '' }]
    case 'broadcast':
      return [{ kind: 'broadcast', name: asString(leaf.range) }]
    case 'emoji':
      return [emojiNode(asString(leaf.name)) ?? { kind: 'text', text: `:${asString(leaf.name)}:` }]
    case 'color':
      return [{ kind: 'code', text: asString(leaf.value) }]
    case 'date':
      return [dateOf(leaf)]
    default:
      return linesOf(asString(leaf.text) || wordsOf(leaf))
  }
}

function linkOf(url: string, label: string): Inline {
  const safe = safeUrl(url)
  return safe
    ? { kind: 'link', url: safe, children: [{ kind: 'text', text: label || url }] }
    : { kind: 'text', text: label || url }
}

function dateOf(leaf: Obj): Inline {
  return {
    kind: 'date',
    seconds: numberOr(leaf.timestamp, Number.NaN),
    format: asString(leaf.format),
    url: safeUrl(asString(leaf.url)) ?? '',
    fallback: asString(leaf.fallback),
  }
}

function linesOf(text: string): Inline[] {
  return text
    .split('\n')
    .flatMap((line, index): Inline[] =>
      index ? [{ kind: 'break' }, { kind: 'text', text: line }] : [{ kind: 'text', text: line }],
    )
}

function styled(nodes: Inline[], leaf: Obj): Inline[] {
  const style = asObject(leaf.style)
  if (!style) return nodes
  const inner: Inline[] = style.code
    ? nodes.map((node) => (node.kind === 'text' ? { kind: 'code', text: node.text } : node))
    : nodes
  return (['strike', 'underline', 'italic', 'bold'] as const).reduce<Inline[]>(
    (children, kind) => (style[kind] ? [{ kind, children }] : children),
    inner,
  )
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise
}
