import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/domain/change.ts'
import { assertMayResume, mayResume, RESUME_AFTER_LOGIN_MS } from '../../src/domain/resume-rule.ts'

const by = { teamId: 'T1', userId: 'U1' }
const decidedAt = 1_000_000
const end = decidedAt + RESUME_AFTER_LOGIN_MS

type Given = Pick<Change, 'policy' | 'loginId' | 'decision'>
const byLogin: Given = { policy: 'step-up', loginId: 'login-1', decision: { by, at: decidedAt } }

const cases: [string, Given, number, boolean][] = [
  ['one that needed nobody’s yes, days later', { policy: 'self', loginId: null, decision: null }, end * 100, true],
  ['one approved by a login, at once', byLogin, decidedAt, true],
  ['one approved by a login, a moment before half an hour', byLogin, end - 1, true],
  ['one approved by a login half an hour ago', byLogin, end, false],
  ['one that nobody logged in for', { ...byLogin, loginId: null, decision: null }, decidedAt, false],
  ['one that was decided without a login', { ...byLogin, loginId: null }, decidedAt, false],
  ['one with a login and no decision', { ...byLogin, decision: null }, decidedAt, false],
]

describe('going on with a change', () => {
  it.each(cases)('%s', (_, given, now, expected) => {
    const change = { ...given, environment: 'prod' } as Change
    expect(mayResume(change, now)).toBe(expected)
    const asserted = () => assertMayResume(change, now)
    if (expected) expect(asserted).not.toThrow()
    else expect(asserted).toThrow(expect.objectContaining({ code: 'login-old', details: { environment: 'prod' } }))
  })
})
