import { describe, expect, test } from 'vitest'
import { parseMrkdwn, plain, unescapeSlack } from '../../../sandbox/ui/text/mrkdwn.ts'
import { wordsOfPieces } from './tree-words.ts'

const cases: [what: string, source: string, tree: string][] = [
  ['plain words', 'hei', 'p(hei)'],
  ['styles', '*b* _i_ ~s~ `c`', 'p(b(b) i(i) s(s) code(c))'],
  ['styles within styles', '*_both_*', 'p(b(i(both)))'],
  ['a style beside punctuation', '(*b*), _i_.', 'p((b(b)), i(i).)'],
  ['no style inside a word', 'client_name_id 2*3*4', 'p(client_name_id 2*3*4)'],
  ['no style inside a Norwegian word', 'på*gå*ende', 'p(på*gå*ende)'],
  ['no style with space inside the marks', '* b * and 2 * 3', 'p(* b * and 2 * 3)'],
  ['no style over two lines', '*a\nb*', 'p(*a⏎b*)'],
  ['an empty pair of marks', '** __ ~~', 'p(** __ ~~)'],
  ['no style in code', '`*b*`', 'p(code(*b*))'],
  ['a mark inside code does not end a style', '*a `*` b*', 'p(b(a code(*) b))'],
  ['a link', '<https://digdir.no>', 'p(link(https://digdir.no,https://digdir.no))'],
  ['a link with a label', '<https://digdir.no|Digdir>', 'p(link(https://digdir.no,Digdir))'],
  ['a link in bold', '*<https://a.no|A>*', 'p(b(link(https://a.no,A)))'],
  ['a mail address', '<mailto:a@b.no|a@b.no>', 'p(link(mailto:a@b.no,a@b.no))'],
  ['an escaped query in a link', '<https://a.no?a=1&amp;b=2|x>', 'p(link(https://a.no?a=1&b=2,x))'],
  ['a bare address, without the full stop', 'Se https://a.no/b.', 'p(Se link(https://a.no/b,https://a.no/b).)'],
  ['no link to a script', '<javascript:alert(1)|x>', 'p(<javascript:alert(1)|x>)'],
  ['no link to data', '<data:text/html,x|x>', 'p(<data:text/html,x|x>)'],
  ['people and channels', '<@U1> <@U1|kari> <#C1|x>', 'p(user(U1) user(U1,kari) channel(C1,x))'],
  ['everybody', '<!here> <!channel>', 'p(all(here) all(channel))'],
  ['a user group', '<!subteam^S1|@drift>', 'p(group(S1,@drift))'],
  ['a date', '<!date^1795334400^{date_short}|soon>', 'p(date(1795334400,{date_short},,soon))'],
  ['a date with a link', '<!date^1^{date}^https://a.no|x>', 'p(date(1,{date},https://a.no,x))'],
  ['escapes', 'a &lt;!channel&gt; &amp; b', 'p(a <!channel> & b)'],
  ['an escaped escape, once', '&amp;lt;', 'p(&lt;)'],
  ['an unclosed angle', 'a < b', 'p(a < b)'],
  ['emoji, common and unknown', ':wave: :no_such_thing:', 'p(👋 :no_such_thing:)'],
  ['a time is no emoji', '10:30:00', 'p(10:30:00)'],
  ['lines', 'a\n\nb', 'p(a⏎⏎b)'],
  ['a quote', '&gt; a\n&gt; b\nc', 'quote(a⏎b) p(c)'],
  ['lists', 'x\n• a\n• *b*\n1. c\n2. d', 'p(x) ul(a|b(b)) ol1(c|d)'],
  ['a list that begins later', '3. c', 'ol3(c)'],
  ['a block of code', 'a\n```\n{"b": &lt;c&gt;}\n```\nd', 'p(a) pre({"b": <c>}) p(d)'],
  ['no styles or lists in a block of code', '```*a*\n• b```', 'pre(*a*\n• b)'],
  ['nothing', '', ''],
]

describe('mrkdwn', () => {
  test.each(cases)('%s', (_, source, tree) => {
    expect(wordsOfPieces(parseMrkdwn(source))).toBe(tree)
  })

  test('a registry name that looks like markup stays words once it is escaped', () => {
    expect(wordsOfPieces(parseMrkdwn('&lt;!channel&gt; &lt;script&gt; AS'))).toBe('p(<!channel> <script> AS)')
  })

  test.each([
    ['<https://a.no|A> &amp; b', 'A & b'],
    ['<https://a.no>', 'https://a.no'],
  ])('plain words of %s', (source, words) => {
    expect(plain(source)).toBe(words)
  })

  test('only the three escapes are turned back', () => {
    expect(unescapeSlack('&lt;&gt;&amp;&quot;&#39;')).toBe('<>&&quot;&#39;')
  })
})
