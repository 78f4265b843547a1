import PostalMime, { type Email } from 'postal-mime'
import type { BounceReason } from '../domain/contact/types.ts'

/** What a report says of one recipient (RFC 3464 2.3). */
export type ReportedRecipient = {
  /** in lower case, as the report has them; who writes it decides what stands here */
  addresses: string[]
  /** `failed`, `delayed`, `delivered`, `relayed`, `expanded` */
  action: string
  /** enhanced code (RFC 3463), `5.1.1`; null when none can be read */
  status: string | null
  /** the last server's SMTP code, `550` */
  code: number | null
}

/** A delivery status report. */
export type DeliveryReport = {
  /** ids of ours that it names, each once: by its own address, by the mail that came back */
  rowIds: string[]
  recipients: ReportedRecipient[]
}

type Fields = Map<string, string>

/** More than one mail of ours has by far, so that nobody makes the reader work. */
const mostRecipients = 100

/** Header-like fields in blocks between empty lines, continued lines joined (RFC 3464 2.1). */
const blocksOf = (text: string): Fields[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map((block) => {
      const lines = block.replace(/\n[ \t]+/g, ' ').split('\n')
      const fields = lines.flatMap((line) => {
        const [, name, value] = /^([!-9;-~]+)[ \t]*:(.*)$/.exec(line) ?? []
        return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.trim()] as const]
      })
      return new Map(fields)
    })
    .filter((fields) => fields.size > 0)

/** Of `rfc822; kari@etat.no`, what comes after the type. */
const typed = (value: string | undefined): string | null => {
  const at = value?.indexOf(';') ?? -1
  return value === undefined || at === -1 ? null : value.slice(at + 1).trim()
}

const statusIn = (text: string | undefined): string | null =>
  /(?:^|[\s#(]|\b\d{3}-)([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(text ?? '')?.[1] ?? null

const codeIn = (diagnostic: string | null): number | null => {
  const code = /^([245]\d\d)\b/.exec(diagnostic ?? '')?.[1]
  return code === undefined ? null : Number(code)
}

const recipientOf = (fields: Fields): ReportedRecipient => {
  const diagnostic = typed(fields.get('diagnostic-code'))
  const addresses = [fields.get('original-recipient'), fields.get('final-recipient')].map(typed)
  return {
    addresses: addresses.filter((one) => one !== null).map((one) => one.replace(/^<|>$/g, '').toLowerCase()),
    action: (fields.get('action') ?? '').toLowerCase(),
    status: statusIn(fields.get('status')) ?? statusIn(diagnostic ?? undefined),
    code: codeIn(diagnostic),
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Ids in the forms in which a mail of ours carries its row's (`src/delivery/mail.ts`). */
const idsIn = (text: string, bounceAddress: string): string[] => {
  const at = bounceAddress.lastIndexOf('@')
  const [local, domain] = [escaped(bounceAddress.slice(0, at)), escaped(bounceAddress.slice(at + 1))]
  const forms = [`${local}\\+([A-Za-z0-9-]{8,64})@${domain}`, `<([A-Za-z0-9-]{8,64})@${domain}>`]
  return forms.flatMap((form) =>
    [...text.matchAll(new RegExp(`${form}(?![A-Za-z0-9.-])`, 'gi'))].flatMap(([, id]) => id ?? []),
  )
}

const isReport = ({ headers }: Email): boolean => {
  const type = headers.find(({ key }) => key === 'content-type')?.value ?? ''
  return /^\s*multipart\/report\b/i.test(type)
}

/** The text of the first part of a type; null when there is none. */
const part = ({ attachments }: Email, type: RegExp): string | null => {
  const found = attachments.find(({ mimeType }) => type.test(mimeType))
  if (found === undefined) return null
  return typeof found.content === 'string' ? found.content : new TextDecoder().decode(found.content)
}

/**
 * Reads a delivery status report: a `multipart/report` of RFC 3464 (RFC 6533 for addresses beyond ASCII). Null when the
 * mail is none. Anybody may have written it: nothing in it is to be believed but that who wrote it knew the ids.
 *
 * @param bounceAddress one bare address; a row's reports come to `local+ROW@domain`
 */
export const readDeliveryReport = async (raw: Uint8Array, bounceAddress: string): Promise<DeliveryReport | null> => {
  const email = await PostalMime.parse(raw, { forceRfc822Attachments: true }).catch(() => null)
  if (email === null || !isReport(email)) return null
  const status = part(email, /^message\/(global-)?delivery-status$/i)
  if (status === null) return null
  const [whole, ...recipients] = blocksOf(status)
  const of = recipients.slice(0, mostRecipients).map(recipientOf)
  const returned = part(email, /^(text\/rfc822-headers|message\/(rfc822|global|global-headers))$/i) ?? ''
  // its headers alone: what stands in a mail's text is anybody's
  const [returnedHeaders] = blocksOf(returned)
  const named = [
    ...email.headers
      .filter(({ key }) => ['to', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'].includes(key))
      .map(({ value }) => value),
    ...of.flatMap(({ addresses }) => addresses),
    ...['message-id', 'return-path'].map((name) => returnedHeaders?.get(name) ?? ''),
  ]
  const envelope = whole?.get('original-envelope-id') ?? ''
  const bare = /^[A-Za-z0-9-]{8,64}$/.test(envelope) ? [envelope] : idsIn(envelope, bounceAddress)
  return { rowIds: [...new Set([...named.flatMap((text) => idsIn(text, bounceAddress)), ...bare])], recipients: of }
}

/** What an enhanced code (RFC 3463) says of an address. */
export const bounceReasonOf = (status: string): BounceReason => {
  if (/^\d\.1\.(1|2|3|6|10)$|^\d\.2\.1$/.test(status)) return 'unknown-user'
  if (/^\d\.2\.2$/.test(status)) return 'full'
  if (/^\d\.7\./.test(status)) return 'blocked'
  return 'other'
}
