import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { readSecretLine } from '../../src/admin/secret-line.ts'

const streams = (isTTY: boolean) => {
  const input = Object.assign(new PassThrough(), { isTTY })
  const output = new PassThrough()
  const shown = () => String(output.read() ?? '')
  return { input, output, shown }
}

describe('a line of standard input', () => {
  it.each([
    ['a line', 'first\n'],
    ['the first of several', 'first\nsecond\n'],
    ['a line with Windows’ ending', 'first\r\n'],
  ])('is %s, and nothing is asked for', async (_what, text) => {
    const { input, output, shown } = streams(false)
    input.write(text)
    expect(await readSecretLine('Number: ', input, output)).toBe('first')
    expect(shown()).toBe('')
    // which its writer left open
    expect(input.destroyed).toBe(true)
  })

  it.each([
    ['the rest where the ending lacks', 'first', 'first'],
    ['empty where there is nothing', '', ''],
  ])('is %s', async (_what, text, line) => {
    const { input, output } = streams(false)
    input.end(text)
    expect(await readSecretLine('Number: ', input, output)).toBe(line)
  })
})

describe('a line at a terminal', () => {
  it('is asked for and never shown, corrections included', async () => {
    const { input, output, shown } = streams(true)
    const read = readSecretLine('Number: ', input, output)
    for (const key of '0101x') input.write(key)
    input.write('\x7f')
    input.write('2\r')
    expect(await read).toBe('01012')
    expect(shown()).toBe('Number: \n')
  })

  it.each([
    ['Ctrl-C', '12\x03'],
    ['Ctrl-D', '\x04'],
  ])('is empty after %s', async (_what, keys) => {
    const { input, output, shown } = streams(true)
    const read = readSecretLine('Number: ', input, output)
    input.write(keys)
    expect(await read).toBe('')
    expect(shown()).toBe('Number: \n')
  })
})
