import type { OrderLetter } from './order.ts'

/** A thing that a letter tells: what it is called, and its value. */
export type Fact = { what: FactName; value: string }
export type FactName =
  | 'company'
  | 'number'
  | 'scope'
  | 'environment'
  | 'person'
  | 'pid'
  | 'enterprise'
  | 'enterpriseNumber'

/** What a letter says, before somebody writes it in a way of their own. */
export type Contents = { paragraphs: readonly string[]; facts?: readonly Fact[]; after?: readonly string[] }

export type Written = { subject: string; text: string; html?: string }

/**
 * Someone who answers for brreg, each in a way of their own, as there is no fixed form of brreg's answers. They are
 * invented; no name is meant for anybody.
 */
export type Officer = {
  write(contents: Contents, about: { letter: OrderLetter; greeted: string; caseNumber: string }): Written
}

/** `310 000 019`, as people write organisation numbers. */
const spaced = (number: string) => number.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3')

const answerTo = (subject: string, prefix: string) =>
  /^(re|sv|vs):/i.test(subject) ? subject : `${prefix}: ${subject || 'Bestilling'}`

const longNames: Record<FactName, string> = {
  company: 'Virksomhet',
  number: 'Organisasjonsnummer',
  scope: 'Scope i Maskinporten',
  environment: 'Miljø',
  person: 'Fiktiv person',
  pid: 'Fiktivt fødselsnummer',
  enterprise: 'Fiktiv virksomhet',
  enterpriseNumber: 'Organisasjonsnummer til fiktiv virksomhet',
}

const shortNames: Record<FactName, string> = {
  company: 'Navn',
  number: 'Orgnr',
  scope: 'scope',
  environment: 'gjelder',
  person: 'innlogging som',
  pid: 'fnr (fiktivt)',
  enterprise: 'virksomhet',
  enterpriseNumber: 'orgnr fiktiv virksomhet',
}

/** Long sentences, one thing a line. */
const plain: Officer = {
  write: ({ paragraphs, facts = [], after = [] }, { letter, greeted }) => ({
    subject: answerTo(letter.subject, 'SV'),
    text: [
      greeted === '' ? 'Hei,' : `Hei, ${greeted}.`,
      ...paragraphs,
      ...(facts.length > 0 ? [facts.map(({ what, value }) => `${longNames[what]}: ${value}`).join('\n')] : []),
      ...after,
      'Vennlig hilsen\nRandi Solvang\nrådgiver\n\nBrønnøysundregistrene\nwww.brreg.no',
    ].join('\n\n'),
  }),
}

/** In a hurry: short names, dashes, and the mail that is answered below. */
const hasty: Officer = {
  write: ({ paragraphs, facts = [], after = [] }, { letter }) => ({
    subject: answerTo(letter.subject, 'Re'),
    text: [
      'Hei!',
      ...paragraphs,
      ...(facts.length > 0
        ? [facts.map(({ what, value }) => ` - ${shortNames[what]} ${spaced(value)}`).join('\n')]
        : []),
      ...after,
      'Mvh Terje\nÅpne data, Brønnøysundregistrene',
      quoteOf(letter),
    ].join('\n\n'),
  }),
}

const quoteOf = ({ at, from, text }: OrderLetter) => {
  const when = new Intl.DateTimeFormat('nb-NO', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Oslo' })
  const lines = text.trimEnd().split('\n').slice(0, 40)
  return `${when.format(at)} skrev ${from?.name || from?.address || 'dere'}:\n${lines.map((one) => `> ${one}`).join('\n')}`
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** From the case system: a number in the subject, and a table in HTML. */
const formal: Officer = {
  write: ({ paragraphs, facts = [], after = [] }, { letter, caseNumber }) => {
    const rows = facts.map(
      ({ what, value }) => [longNames[what], what.endsWith('umber') ? spaced(value) : value] as const,
    )
    const foot = ['Med hilsen', 'Åpne data og tilgang', 'Brønnøysundregistrene']
    const width = Math.max(0, ...rows.map(([name]) => name.length))
    const html = [
      `<p><b>Saksnummer ${caseNumber}</b></p>`,
      ...paragraphs.map((one) => `<p>${escaped(one).replaceAll('\n', '<br>')}</p>`),
      ...(rows.length > 0
        ? [
            `<table border="1" cellpadding="6" cellspacing="0">${rows
              .map(([name, value]) => `<tr><th align="left">${escaped(name)}</th><td>${escaped(value)}</td></tr>`)
              .join('')}</table>`,
          ]
        : []),
      ...after.map((one) => `<p>${escaped(one)}</p>`),
      `<p>${foot.join('<br>')}</p>`,
    ]
    return {
      subject: `${answerTo(letter.subject, 'SV')} [sak ${caseNumber}]`,
      text: [
        `Saksnummer ${caseNumber}`,
        ...paragraphs,
        ...(rows.length > 0
          ? [rows.map(([name, value]) => `${name.toUpperCase().padEnd(width)}  ${value}`).join('\n')]
          : []),
        ...after,
        foot.join('\n'),
      ].join('\n\n'),
      html: `<!doctype html><html lang="nb"><body style="font-family: sans-serif">${html.join('\n')}</body></html>`,
    }
  },
}

/** They take turns, each order with one of them throughout. */
export const officers = [plain, hasty, formal] as const
