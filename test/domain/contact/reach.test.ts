import { describe, expect, test } from 'vitest'
import { confirmedSince, reachOf } from '../../../src/domain/contact/reach.ts'
import { keptSince } from '../../../src/domain/contact/retention.ts'
import type { ReachFacts } from '../../../src/domain/contact/types.ts'

const well: ReachFacts = { contacts: 3, people: 2, confirmed: 3, bounced: 0, gone: 0, unmirrored: 0, addresses: 3 }

describe('how well an organisation can be reached', () => {
  test.each<[string, Partial<ReachFacts>, string, string[]]>([
    ['all is well', {}, 'good', []],
    ['nobody is there', { contacts: 0, people: 0, confirmed: 0, addresses: 0 }, 'none', ['nobody']],
    ['everything came back', { bounced: 3, confirmed: 0, addresses: 0 }, 'none', ['bounced']],
    [
      'mailboxes alone came back',
      { people: 0, bounced: 3, confirmed: 0, addresses: 0 },
      'none',
      ['bounced', 'one-mailbox'],
    ],
    ['one came back', { bounced: 1, confirmed: 2, addresses: 2 }, 'weak', ['bounced']],
    ['there is one person', { contacts: 1, people: 1, confirmed: 1, addresses: 1 }, 'weak', ['one-person']],
    [
      'there is one person, and a mailbox came back',
      { contacts: 2, people: 1, confirmed: 1, bounced: 1, addresses: 1 },
      'weak',
      ['bounced', 'one-person'],
    ],
    ['one person has two addresses', { contacts: 2, people: 1, confirmed: 2, addresses: 2 }, 'weak', ['one-person']],
    ['there are mailboxes alone', { people: 0 }, 'weak', ['one-mailbox']],
    ['one address is left', { bounced: 2, confirmed: 1, addresses: 1 }, 'weak', ['bounced', 'one-mailbox']],
    ['somebody has not confirmed', { confirmed: 2 }, 'weak', ['unconfirmed']],
    ['an account is gone', { gone: 1 }, 'weak', ['account-gone']],
    ['the portal lacks somebody', { unmirrored: 1 }, 'weak', ['unmirrored']],
  ])('%s', (_, part, level, reasons) => {
    expect(reachOf({ ...well, ...part })).toMatchObject({ level, reasons })
  })

  test('is worse with each reason, and worst with nobody', () => {
    const scores = [
      well,
      { ...well, unmirrored: 1 },
      { ...well, unmirrored: 1, gone: 1 },
      { ...well, unmirrored: 1, gone: 1, confirmed: 1, bounced: 1, people: 1 },
      { ...well, contacts: 0, people: 0, addresses: 0 },
    ].map((facts) => reachOf(facts).score)
    expect(scores[0]).toBe(100)
    expect(scores.at(-1)).toBe(0)
    expect([...scores].sort((one, other) => other - one)).toEqual(scores)
    expect(new Set(scores).size).toBe(scores.length)
  })
})

describe('months back', () => {
  test.each([
    ['2026-11-22T10:00:00Z', '2026-05-22T10:00:00.000Z'],
    ['2026-08-31T10:00:00Z', '2026-02-28T10:00:00.000Z'],
    ['2026-03-01T00:00:00Z', '2025-09-01T00:00:00.000Z'],
  ])('six before %s is %s', (now, since) => {
    expect(new Date(confirmedSince(Date.parse(now))).toISOString()).toBe(since)
  })

  test('what is kept longest goes last', () => {
    const { links, departures, deliveries, auditValues } = keptSince(Date.parse('2026-11-22T10:00:00Z'))
    expect([auditValues, deliveries, departures, links].map((at) => new Date(at).toISOString().slice(0, 10))).toEqual([
      '2024-11-22',
      '2025-10-22',
      '2025-11-22',
      '2026-10-23',
    ])
  })
})
