import { type Language, languages } from '../belonging/types.ts'
import { withoutMarkup } from './typed-line.ts'
import { type ContactKind, contactKinds } from './types.ts'

/** A contact as it stood in a pasted list, read and not checked; what was not there is empty. `line` counts from 1. */
export type PastedContact = {
  line: number
  name: string
  email: string
  phone: string
  kind: ContactKind | ''
  language: Language | ''
}

/** What people call the kinds and languages in their own lists. */
const kindWords: Record<string, ContactKind> = {
  teknisk: 'technical',
  funksjonell: 'functional',
  brukerrettet: 'functional',
  leverandør: 'supplier',
  postkasse: 'mailbox',
  fellespostkasse: 'mailbox',
  'felles postkasse': 'mailbox',
  'shared mailbox': 'mailbox',
  'user-facing': 'functional',
}
const languageWords: Record<string, Language> = {
  norsk: 'nb',
  bokmål: 'nb',
  no: 'nb',
  norwegian: 'nb',
  engelsk: 'en',
  english: 'en',
}

/** First cells of a header, in lower case. */
const headings = new Set(['navn', 'name', 'e-post', 'epost', 'email', 'e-mail', 'mail', 'telefon', 'phone', 'tlf'])

const kindOf = (word: string): ContactKind | undefined => contactKinds.find((kind) => kind === word) ?? kindWords[word]
const languageOf = (word: string): Language | undefined =>
  languages.find((language) => language === word) ?? languageWords[word]

const isPhone = (cell: string): boolean => /^<tel:/i.test(cell) || /^\+?[\d\s().\u2010-\u2015-]{3,}$/.test(cell)

/** `Kari Nordmann <kari@etat.no>`, also with Slack's markup within, as name and address. */
const named = (cell: string): { name: string; email: string } => {
  const [, name, address] = /^"?([^"<>]*?)"?\s*<?(<[^<>]*@[^<>]*>)>?$/.exec(cell) ?? []
  return name === undefined || address === undefined
    ? { name: '', email: cell }
    : { name: name.trim(), email: withoutMarkup(address, 'mailto') }
}

const separatorOf = (line: string): RegExp => {
  if (line.includes('\t')) return /\t/
  return line.includes(';') ? /;/ : /,/
}

const cellsOf = (line: string): string[] =>
  line
    .split(separatorOf(line))
    .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
    .filter((cell) => cell !== '')

const readCells = (line: number, cells: readonly string[]): PastedContact => {
  const read: PastedContact = { line, name: '', email: '', phone: '', kind: '', language: '' }
  const names: string[] = []
  for (const cell of cells) {
    const word = cell.toLowerCase()
    const [kind, language] = [kindOf(word), languageOf(word)]
    if (cell.includes('@')) {
      const { name, email } = named(cell)
      if (name !== '') names.push(name)
      // a second address is not dropped: the reader of addresses refuses the two together
      read.email = read.email === '' ? email : `${read.email}, ${email}`
    } else if (kind && read.kind === '') read.kind = kind
    else if (language && read.language === '') read.language = language
    else if (isPhone(cell) && read.phone === '') read.phone = withoutMarkup(cell, 'tel')
    else names.push(cell)
  }
  return { ...read, name: names.join(' ') }
}

/**
 * The contacts of a list that somebody pasted: one a line with tabs, `;` or `,` between, in any order, or addresses as mail
 * programs list them (`Kari <kari@etat.no>; Ola <ola@etat.no>`). A header and empty lines are passed over; a line without
 * an address comes back without one, so that it is named.
 */
export const readPastedContacts = (text: string): PastedContact[] => {
  const lines = text
    .split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/u)
    .map((line, at) => ({ line: at + 1, cells: cellsOf(line) }))
    .filter(({ cells }) => cells.length > 0)
  return lines.flatMap(({ line, cells }, at) => {
    if (at === 0 && cells.some((cell) => headings.has(cell.toLowerCase()))) return []
    const addresses = cells.filter((cell) => cell.includes('@'))
    const isAddressLine = addresses.length > 1 && addresses.length === cells.length
    return isAddressLine ? cells.map((cell) => readCells(line, [cell])) : [readCells(line, cells)]
  })
}
