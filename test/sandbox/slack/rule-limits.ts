import { describe, expect, test } from 'vitest'
import type { RuleFault } from '../../../sandbox/slack/rules.ts'

/** What is limited, its limit, how to make one of size n, and where Slack points beyond the limit. */
export type LimitRow = readonly [string, number, (n: number) => unknown, string]
type Judge = (made: unknown) => RuleFault[]

const pointers = (faults: RuleFault[]) => faults.map(({ pointer }) => pointer)

/** One test a row: size n is taken, n + 1 refused. */
export const testMost = (group: string, judge: Judge, rows: readonly LimitRow[]): void => {
  describe(group, () => {
    test.each(rows)('%s: %i is taken, one more is refused', (_name, most, make, pointer) => {
      expect(judge(make(most))).toEqual([])
      expect(pointers(judge(make(most + 1)))).toContain(pointer)
    })
  })
}

/** One test a row: size n is taken, n - 1 refused. */
export const testLeast = (group: string, judge: Judge, rows: readonly LimitRow[]): void => {
  describe(group, () => {
    test.each(rows)('%s: %i is taken, one less is refused', (_name, fewest, make, pointer) => {
      expect(judge(make(fewest))).toEqual([])
      expect(pointers(judge(make(fewest - 1)))).toContain(pointer)
    })
  })
}
