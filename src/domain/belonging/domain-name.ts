import { domainToASCII } from 'node:url'

const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/

/**
 * A host name of at least two labels as lower-case punycode (RFC 1123, RFC 5891), or null when it is none. Addresses,
 * paths, ports and numeric last labels are none.
 */
export const readDomainName = (typed: string): string | null => {
  const trimmed = typed.trim()
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(trimmed)) return null
  const lower = trimmed.toLowerCase()
  // plain ASCII is its own punycode, and nearly all that is asked
  const ascii = /^(?!.*xn--)[a-z0-9.-]+$/.test(lower) ? lower : domainToASCII(lower.normalize('NFC'))
  const labels = ascii.split('.')
  if (labels.length < 2 || ascii.length > 253 || !labels.every((each) => label.test(each))) return null
  return /^[0-9]+$/.test(labels.at(-1) ?? '') ? null : ascii
}
