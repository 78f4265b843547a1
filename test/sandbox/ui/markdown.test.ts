import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../../../sandbox/ui/text/markdown.ts'
import { readRichText } from '../../../sandbox/ui/text/rich-text.ts'
import { wordsOfPieces } from './tree-words.ts'

describe('markdown', () => {
  test.each([
    ['headings', '# A\n### B', 'h1(A) h3(B)'],
    ['styles', '**b** *i* _i_ ~~s~~ `c`', 'p(b(b) i(i) i(i) s(s) code(c))'],
    ['no style inside a word', 'client_name_id', 'p(client_name_id)'],
    ['links', '[A](https://a.no) https://b.no.', 'p(link(https://a.no,A) link(https://b.no,https://b.no).)'],
    ['no link to a script', '[A](javascript:x)', 'p([A](javascript:x))'],
    ['an escaped mark', '\\*a\\*', 'p(*a*)'],
    ['lists', '- a\n- b\n\n1. c', 'ul(a|b) ol1(c)'],
    ['a quote', '> a\n> b', 'quote(a⏎b)'],
    ['code', '```json\n{"a": "*b*"}\n```\nc', 'pre({"a": "*b*"}) p(c)'],
    ['code that never closes', '```\na', 'pre(a)'],
    ['a table', '| A | B |\n|---|:-:|\n| 1 | **2** |', 'table(A,B|1,b(2))'],
    ['a rule', 'a\n\n---\nb', 'p(a) rule p(b)'],
    ['html stays words', '<b>a</b>', 'p(<b>a</b>)'],
  ])('%s', (_, source, tree) => {
    expect(wordsOfPieces(parseMarkdown(source))).toBe(tree)
  })
})

const leaf = (text: string, style?: Record<string, boolean>) => ({ type: 'text', text, ...(style ? { style } : {}) })
const section = (...elements: object[]) => ({ type: 'rich_text_section', elements })

describe('rich text', () => {
  test.each([
    ['styles', section(leaf('a', { bold: true, italic: true }), leaf('b', { code: true })), 'p(b(i(a))code(b))'],
    ['links', section({ type: 'link', url: 'https://a.no', text: 'A' }), 'p(link(https://a.no,A))'],
    ['no link to a script', section({ type: 'link', url: 'javascript:x', text: 'A' }), 'p(A)'],
    [
      'mentions',
      section({ type: 'user', user_id: 'U1' }, { type: 'broadcast', range: 'here' }),
      'p(user(U1)all(here))',
    ],
    ['emoji', section({ type: 'emoji', name: 'key' }, { type: 'emoji', name: 'x-y' }), 'p(🔑:x-y:)'],
    ['lines', section(leaf('a\nb')), 'p(a⏎b)'],
    [
      'a list',
      { type: 'rich_text_list', style: 'ordered', indent: 1, offset: 2, elements: [section(leaf('a'))] },
      'ol31(a)',
    ],
    ['code', { type: 'rich_text_preformatted', elements: [leaf('a\nb')] }, 'pre(a\nb)'],
    ['a quote', { type: 'rich_text_quote', elements: [leaf('a')] }, 'quote(a)'],
  ])('%s', (_, element, tree) => {
    expect(wordsOfPieces(readRichText({ type: 'rich_text', elements: [element] as never }))).toBe(tree)
  })
})
