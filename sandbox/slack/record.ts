/** Benchmarks send hundreds of thousands of requests; what is on record must not grow with them. */
const REMEMBERED = 5000

/** Adds to a record that keeps the newest 5000 at least. */
export const note = <T>(record: T[], entry: T): void => {
  record.push(entry)
  if (record.length > REMEMBERED * 2) record.splice(0, record.length - REMEMBERED)
}
