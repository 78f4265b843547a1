import { describe, expect, it } from 'vitest'
import { readCommandText } from '../../src/slack/command-text.ts'

describe('readCommandText', () => {
  it.each([
    ['', '', []],
    ['   ', '', []],
    ['new', 'new', []],
    ['NEW maskinporten test', 'new', ['maskinporten', 'test']],
    ['ny ID-porten', 'new', ['ID-porten']],
    ['liste  Byggesøk', 'list', ['Byggesøk']],
    ['nøkler 7d0c0b1e', 'keys', ['7d0c0b1e']],
    ['nøkler\u00a07d0c0b1e', 'keys', ['7d0c0b1e']],
    ['hjelp', 'help', []],
    ['løst INC-12', 'resolve', ['INC-12']],
    ['“list” “Sør-Varanger”', 'list', ['Sør-Varanger']],
    ['show 7d0c0b1e–5a55', 'show', ['7d0c0b1e-5a55']],
    ['list\u200b x', 'list', ['x']],
    ['frobnicate now', 'frobnicate', ['now']],
    ['constructor', 'constructor', []],
    ['__proto__', '__proto__', []],
  ])('%j is %s with %j', (text, sub, words) => {
    expect(readCommandText(text)).toEqual({ sub, input: { words, rest: words.join(' ') } })
  })

  it('folds letters that were typed as two', () => {
    expect(readCommandText('no\u0308kler').sub).not.toBe('keys')
    expect(readCommandText('li\u0073te A\u030asnes').input.rest).toBe('Åsnes')
  })
})
