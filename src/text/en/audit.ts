import { formatsFor, pluralsFor } from '../format.ts'
import type { audit as nb } from '../nb/audit.ts'

const { date, list, number } = formatsFor('en')
const plural = pluralsFor('en')

const lines = (count: number) => `${number(count)} ${plural(count, { one: 'new line', other: 'new lines' })}`

export const audit: typeof nb = {
  head: {
    title: 'The audit log',
    body: ({ day, count }) =>
      `At the end of ${date(day)} (UTC) the log had got ${lines(count)} since the last message.`,
    seq: 'Last line',
    short: 'Checksum',
    keep: 'Leave this message here, and compare now and then: npm run admin -- audit verify must show the same checksum for the day. If it does not, lines have been removed or replaced.',
    broken: ({ days }) =>
      `The log no longer agrees with what was told for ${list(days.map(date))}: lines have been removed or replaced. Take a copy of the database, run npm run admin -- audit verify, and find out who has had access.`,
  },
}
