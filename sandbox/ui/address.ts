/** What the page's address says: who one is, and which channel is open. Either may be missing. */
export type Address = { as: string; channel: string }

/** Reads `?as=U…&channel=C…`. */
export function readAddress(search: string): Address {
  const query = new URLSearchParams(search)
  return { as: query.get('as') ?? '', channel: query.get('channel') ?? '' }
}

/** The query for an address, in which other parameters of `search` stay. */
export function writeAddress({ as, channel }: Address, search: string): string {
  const query = new URLSearchParams(search)
  query.set('as', as)
  if (channel) query.set('channel', channel)
  else query.delete('channel')
  return `?${query}`
}
