import { describe, expect, test } from 'vitest'
import { commandOf, completionsFor } from '../../../sandbox/ui/conversation/completion.ts'
import { prefixLines, toggleMark } from '../../../sandbox/ui/conversation/formatting.ts'
import { threadOf, timelineOf } from '../../../sandbox/ui/conversation/timeline.ts'
import { message, start, world } from './fixture-world.ts'

describe('command completion', () => {
  test.each([
    ['/', ['/client', '/contacts', '/test-access', '/incident', '/portvakt']],
    ['/c', ['/client', '/contacts']],
    ['/con', ['/contacts', '/incident']],
    ['/cl', ['/client']],
    ['/CL', ['/client']],
    ['/invoice', ['/contacts']],
    ['/client ', []],
    ['/client new', []],
    ['hei /client', []],
    ['', []],
    ['/zzz', []],
  ])('%j', (text, commands) => {
    const found = completionsFor(text, text.length, world.commands).map(({ command }) => command)
    expect(found).toEqual(commands)
  })

  test('the hint shows once the command is whole', () => {
    expect(commandOf('/client', world.commands)).toBeNull()
    expect(commandOf('/client n', world.commands)?.usage_hint).toMatch(/new/)
    expect(commandOf('/unknown n', world.commands)).toBeNull()
  })
})

describe('formatting', () => {
  test('marks the selection, and takes the marks away again', () => {
    const marked = toggleMark({ text: 'a word', from: 2, to: 6 }, '*')
    expect(marked).toEqual({ text: 'a *word*', from: 3, to: 7 })
    expect(toggleMark(marked, '*')).toEqual({ text: 'a word', from: 2, to: 6 })
  })

  test('with nothing selected the caret stands between the marks', () => {
    expect(toggleMark({ text: '', from: 0, to: 0 }, '`')).toEqual({ text: '``', from: 1, to: 1 })
  })

  test('prefixes every line that is touched', () => {
    expect(prefixLines({ text: 'a\nb\nc', from: 2, to: 5 }, '• ').text).toBe('a\n• b\n• c')
  })
})

describe('the timeline', () => {
  const at = (seconds: number, more = {}) => message('C', 'U1', start + seconds, more)
  const follows = (...messages: ReturnType<typeof at>[]) =>
    timelineOf(messages, 'Europe/Oslo').map((line) => line.follows)

  test.each([
    ['the same person, soon after', [at(0), at(60)], true],
    ['the same person, later', [at(0), at(600)], false],
    ['somebody else', [at(0), { ...at(60), user: 'U2' }], false],
    ['an ephemeral message', [at(0), at(60, { ephemeral: true })], false],
    ['a command', [at(0), at(60, { command: '/client' })], false],
    ['a new day', [message('C', 'U1', 1_795_388_390, {}), message('C', 'U1', 1_795_388_410, {})], false],
  ])('%s', (_, messages, expected) => {
    expect(follows(...messages)[1]).toBe(expected)
  })

  test('replies live in their thread', () => {
    const root = at(0)
    const reply = at(60, { thread_ts: root.ts })
    expect(timelineOf([root, reply], 'UTC').map((line) => line.message)).toEqual([root])
    expect(threadOf([root, reply, at(90)], root.ts, 'UTC').map((line) => line.message)).toEqual([root, reply])
  })
})
