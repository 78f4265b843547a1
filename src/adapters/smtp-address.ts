import { readDomainName } from '../domain/belonging/domain-name.ts'

/**
 * One bare address as it goes over the wire, or null when it is none: a plain local part (RFC 5321 4.1.2, no quotes),
 * the domain in lower-case punycode. Lists, names, comments and line breaks are no address.
 */
export const readAddress = (typed: string): string | null => {
  const [, local, rest] = /^([A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64})@([^@]+)$/.exec(typed) ?? []
  if (local === undefined || rest === undefined || rest !== rest.trim()) return null
  const domain = readDomainName(rest)
  const address = `${local}@${domain}`
  return domain === null || address.length > 254 ? null : address
}

export type Sender = { name: string; address: string }

/**
 * `MAIL_FROM`: an address, or a name and an address as in `Portvakt <portvakt@example.no>`.
 *
 * @throws when it is neither; the value is not repeated
 */
export const readSender = (from: string): Sender => {
  const [, name, bracketed] = /^\s*("?[^"<>\p{Cc}]*"?)\s*<([^<>]+)>\s*$/u.exec(from) ?? []
  const address = readAddress(bracketed ?? from.trim())
  if (address === null) throw new Error('MAIL_FROM is not an e-mail address')
  return { name: (name ?? '').trim().replaceAll('"', ''), address }
}

/** The domain that Message-IDs and envelope senders are made at; throws as `readSender`. */
export const domainOfSender = (from: string): string => readSender(from).address.split('@')[1] as string
