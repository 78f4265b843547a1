/** RFC 5321 4.5.3.1.6 and RFC 5322 2.1.1: octets of a line without its CRLF. */
export const MOST_OCTETS = 998

export type Lines = { header: string[]; body: string[] }

/** The lines of a mail, each octet one character (latin1), the CRLF taken off; the empty one between is left out. */
export const linesOf = (raw: Buffer): Lines => {
  const lines = raw.toString('latin1').split('\r\n')
  const middle = lines.indexOf('')
  if (middle === -1) return { header: lines, body: [] }
  return { header: lines.slice(0, middle), body: lines.slice(middle + 1) }
}

/**
 * Why a careful server refuses the bytes whatever they say: line ends that are not CRLF (how mails are smuggled past a
 * server, RFC 5321 2.3.8) and header lines of over 998 octets.
 * @returns null when there is nothing
 */
export const refusalOf = (raw: Buffer, { header }: Lines): string | null => {
  for (let at = raw.indexOf(0x0a); at !== -1; at = raw.indexOf(0x0a, at + 1))
    if (raw[at - 1] !== 0x0d) return 'bare <LF> received'
  for (let at = raw.indexOf(0x0d); at !== -1; at = raw.indexOf(0x0d, at + 1))
    if (raw[at + 1] !== 0x0a) return 'bare <CR> received'
  if (header.some((line) => line.length > MOST_OCTETS)) return `header line over ${MOST_OCTETS} octets`
  return null
}
