import {
  type ContactColumn,
  type ContactRowFault,
  type ContactRowReason,
  contactColumns,
} from '../domain/contact/contacts-csv.ts'

const words: Record<ContactRowReason, string> = {
  'no-rows': 'the file has no rows below its header',
  'column-missing': `the header lacks this column; it must be ${contactColumns.join(',')}`,
  'number-invalid': 'not an organisation number: nine digits whose last one is a check digit',
  'organisation-unknown': 'this organisation is not imported yet: organisations import FILE.csv',
  differs: 'an earlier line says something else of the same address; name, phone, kind and language must be the same',
  duplicate: 'this address stands on an earlier line too',
  empty: 'write something here',
  'line-break': 'it has a line break',
  'too-long': 'it is too long',
  'too-short': 'a name has two characters at least',
  digits: 'a name has no digits; for a shared mailbox the kind is mailbox',
  characters: 'it has characters that do not belong in a name',
  'not-one': 'write one address; another one is a line of its own',
  form: 'it does not look right',
  local: 'what stands before @ may have the letters a to z, digits and ordinary characters alone',
  domain: 'what stands after @ is no domain',
  short: 'the number is too short; short ones can not be called from everywhere',
  machine: 'the number is a machine’s (58 and 59)',
  'same-digits': 'all digits are the same; leave it empty for none',
  'unknown-country': 'the country code is not known; Norwegian numbers have eight digits',
  kind: 'write technical, functional, supplier or mailbox',
  language: 'write nb or en, or leave it empty for the organisation’s own',
  scope: 'write a client’s id, test, prod, or leave it empty for the whole organisation',
  'scope-none': 'write a client’s id, test, prod, or leave it empty for the whole organisation',
  'scope-mixed': 'an earlier line of this address says another environment or the whole organisation; they do not mix',
  'last-contact':
    'nobody would hear of the organisation’s clients in production any more; let somebody else apply to them first',
  'client-unknown': 'the organisation has no such client, as far as the bot has seen',
}

/** Where the same word means another thing in another column. */
const own: Partial<Record<`${ContactColumn} ${ContactRowReason}`, string>> = {
  'email form': 'not an e-mail address; write kari@etat.no',
  'phone form': 'not a phone number; write eight digits, or + and the country code',
}

/** What is wrong with a field of a contacts file, and what to write. */
export const contactFaultWords = ({ field, reason }: Pick<ContactRowFault, 'field' | 'reason'>): string =>
  own[`${field} ${reason}`] ?? words[reason]
