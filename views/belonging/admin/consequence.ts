import type { Consequence } from '../../../src/domain/belonging/edit-organisation.ts'
import type { Text } from '../../../src/text/index.ts'

/** More lines than these nobody weighs. */
const most = 25

/** What changing an organisation's domains would do to people, a line for each domain. */
export const consequenceLines = (t: Text, { added, removed }: Consequence): string[] => {
  const words = t.admin.organisation.consequence
  const lines = [
    ...added.map(({ domain, people, sharedWith }) =>
      sharedWith.length === 0
        ? words.gains({ domain, people })
        : words.shares({ domain, people, names: sharedWith.slice(0, 10) }),
    ),
    ...removed.map(({ domain, people, leftTo }) =>
      leftTo.length === 0
        ? words.loses({ domain, people })
        : words.leaves({ domain, people, names: leftTo.slice(0, 10) }),
    ),
  ]
  if (lines.length === 0) return [words.same]
  return lines.length <= most ? lines : [...lines.slice(0, most), words.more({ count: lines.length - most })]
}
