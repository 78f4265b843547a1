/** CR, LF and all else that ends a line somewhere (UAX 14): in a mail header each would begin another one. */
const lineBreak = /[\r\n\v\f\u0085\u2028\u2029]/u
/** What nobody sees and copying brings along: zero-width spaces and joiners, soft hyphens, byte-order marks. */
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu

export const hasLineBreak = (typed: string): boolean => lineBreak.test(typed)

/** One line as somebody typed or pasted it: NFC, without what is invisible, each run of spaces one. */
export const tidyLine = (typed: string): string =>
  typed.normalize('NFC').replace(invisible, '').replace(/\s+/gu, ' ').trim()

/** Whether anything in it steers instead of showing: control characters, and those that turn the direction of text. */
export const hasControl = (line: string): boolean => /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u.test(line)

/**
 * A single value without what Slack puts around it: `<mailto:a@b.no|a@b.no>` and `<tel:+4740000000|40 00 00 00>` are
 * what stands before the bar; a scheme alone and bare angle brackets go too (brreg.md 5.3, 5.4).
 */
export const withoutMarkup = (line: string, scheme: 'mailto' | 'tel'): string => {
  const [, inside] = /^<([^<>|]*)(?:\|[^<>]*)?>$/.exec(line) ?? []
  const value = inside ?? line
  const prefix = `${scheme}:`
  return (value.toLowerCase().startsWith(prefix) ? value.slice(prefix.length) : value).trim()
}
