/** A spreadsheet would run it as a formula (OWASP, "CSV Injection"): an apostrophe in front makes it text. */
const harmless = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text)

/** One field of a record (RFC 4180, section 2): quoted when it holds what may end a field in some spreadsheet. */
const field = (value: unknown): string => {
  if (value === null) return ''
  const text = harmless(String(value))
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A record of a CSV file, its end (CRLF) included; null is an empty field. */
export const csvRecord = (values: readonly unknown[]): string => `${values.map(field).join(',')}\r\n`
