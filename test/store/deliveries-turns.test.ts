import { expect, it } from 'vitest'
import { inTurn, type Waiting } from '../../src/store/deliveries-turns.ts'

/** `a1` is a row of the organisation `a` that is due at 1; rows of `-` are nobody's. */
const row = (words: string): Waiting => {
  const [, whose = '', due] = /^(.)(\d+)/.exec(words) ?? []
  return { id: words, organisationNumber: whose === '-' ? null : whose, dueAt: Number(due) }
}
const rows = (words: string) => words.split(' ').filter(Boolean).map(row)

it.each([
  ['all that there are, where they are few', 'a1 b2', 10, 9, 'a1 b2'],
  [
    'nine by lane and the oldest of the others',
    '-90 -91 -92 -93 -94 -95 -96 -97 -98 -99 -3 -1 -2',
    10,
    9,
    '-90 -91 -92 -93 -94 -95 -96 -97 -98 -1 | -99 -3 -2',
  ],
  ['no more than so many of one organisation', 'a1 a2 a3 b4 -5 -6', 10, 2, 'a1 a2 b4 -5 -6'],
  [
    'nor any beyond them by age',
    'b50 b51 b52 b53 b54 b55 b56 b57 b58 a59 b1 a2',
    10,
    9,
    'b50 b51 b52 b53 b54 b55 b56 b57 b58 a2 | a59',
  ],
  ['nor any beyond them as the next ones', 'a1 b2 b3 a4 a5 c6', 2, 2, 'a1 b2 | b3 a4 c6'],
  ['by age where a lane has too few that may be taken', 'a9 a10 b1', 2, 1, 'a9 b1'],
  ['none where none wait', '', 10, 5, ''],
])('takes %s', (_, waiting, size, perOrganisation, taken) => {
  expect(inTurn(rows(waiting), { size, perOrganisation }).join(' ')).toBe(taken.replace('| ', ''))
})
