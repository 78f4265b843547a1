import { BlockList, isIP, isIPv4 } from 'node:net'

/** Loopback and the addresses that no stranger can come from (RFC 1122, 1918, 3927, 4193, 4291). */
const near = new BlockList()
near.addSubnet('127.0.0.0', 8, 'ipv4')
near.addSubnet('10.0.0.0', 8, 'ipv4')
near.addSubnet('172.16.0.0', 12, 'ipv4')
near.addSubnet('192.168.0.0', 16, 'ipv4')
near.addSubnet('169.254.0.0', 16, 'ipv4')
near.addAddress('::1', 'ipv6')
near.addSubnet('fc00::', 7, 'ipv6')
near.addSubnet('fe80::', 10, 'ipv6')

const isNear = (address: string): boolean => near.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')

/** Without a port, brackets, a zone, and the way in which Node writes IPv4 on a socket of both; null: no address. */
const bare = (text: string): string | null => {
  const [, address = ''] = /^\s*\[?([0-9a-f.:]+?)(?:%[\w.-]+)?(?:\](?::\d+)?)?\s*$/i.exec(text) ?? []
  const [, withPort] = /^([\d.]+):\d+$/.exec(address) ?? []
  const plain = (withPort ?? address).replace(/^::ffff:(?=[\d.]+$)/i, '')
  return isIP(plain) === 0 ? null : plain
}

/** The first half of an IPv6 address: a household or a host is given a whole /64, and would never guess twice from one. */
const household = (address: string): string => {
  if (isIPv4(address)) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = (part: string) => (part === '' ? [] : part.split(':'))
  const [front, back] = [groups(head), groups(tail ?? '')]
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0')
  return [...front, ...gap, ...back]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

/**
 * Whose wrong links are counted together. Each proxy adds to `X-Forwarded-For` whom it serves, so that of its entries
 * only the last ones are a proxy's word, and all before them are whatever the client cared to send.
 *
 * @param proxies how many proxies stand in front of the bot (`TRUSTED_PROXIES`): so many entries from the end is the
 *   client's, and of a header with fewer the first one. Null: one proxy, where the connection is a neighbour's; of a
 *   connection from afar the header is not believed at all. Where an entry is no address, the next proxy's is counted.
 */
export const clientAddress = (
  connection: string | undefined,
  forwardedFor: string | undefined,
  proxies: number | null,
): string => {
  const peer = bare(connection ?? '')
  if (peer === null) return 'unknown'
  const believed = proxies ?? (isNear(peer) ? 1 : 0)
  const entries = believed === 0 || forwardedFor === undefined ? [] : forwardedFor.split(',').slice(-believed)
  const told = entries.map(bare).find((address) => address !== null)
  return household(told ?? peer)
}
