import { describe, expect, it } from 'vitest'
import { checkMessage } from '../../../sandbox/slack/rules.ts'
import { languages } from '../../../src/domain/belonging/types.ts'
import { textFor } from '../../../src/text/index.ts'
import { auditHead } from '../../../views/audit/head.ts'

const hash = 'a1'.repeat(32)
const head = { day: '2026-11-20', seq: 123_456, hash }

describe.each(languages)('the head of a day in %s', (language) => {
  const t = textFor(language)

  it.each([
    ['whole', []],
    ['broken', ['2026-11-19']],
    ['broken for years', Array.from({ length: 900 }, () => '2026-11-19')],
  ])('is taken by Slack: %s', (_what, broken) => {
    const message = auditHead.render(t, { head, count: 12, broken })
    expect(checkMessage(message)).toBeNull()
    expect(JSON.stringify(message).includes(':warning:')).toBe(broken.length > 0)
  })

  it('says the day in UTC, how many lines, which is the last, and its checksum short and whole', () => {
    const message = auditHead.render(t, { head, count: 12, broken: [] })
    expect(message.text).toMatch(/20\.? november 2026/i)
    expect(message.text).toContain('12')
    const said = JSON.stringify(message.blocks).replace(/[\s,]/g, '')
    expect(said).toContain('123456')
    expect(said).toContain(`\`${hash.slice(0, 16)}\``)
    expect(said).toContain(`"${hash}"`)
  })
})
