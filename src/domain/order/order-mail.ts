import { showPhone } from '../contact/show-phone.ts'
import { companiesOf, readIntoTest } from './companies.ts'
import { legalBasisWords } from './legal-basis.ts'
import type { OrderContact, OrderContent, OrderUnit } from './types.ts'

/** A mail to brreg: `subject` one line, `text` with lines ended by `\n`. */
export type OrderMailWords = { subject: string; text: string }

type Line = readonly [label: string, value: string]

/** What an order B must say (brreg.md 5.6); without it brreg can't tell it from a C. */
export const fictionalSentence = 'Vi ønsker å delegere tilgang selv via en fiktiv virksomhet.'

export const hasFictionalSentence = (text: string): boolean => text.split('\n').includes(fictionalSentence)

const register = 'Register over reelle rettighetshavere'

const named = ({ name, number }: Pick<OrderUnit, 'name' | 'number'>): string => `${name} (${number})`

/** Three lines under brreg's labels; `whose` is how brreg names the person. */
const contactLines = (whose: string, { name, email, phone }: OrderContact): Line[] => [
  [`Navn til ${whose}`, name],
  [`Epost-adresse til ${whose}`, email],
  [`Telefonnummer til ${whose}`, showPhone(phone)],
]

const supplierLines = ({ number, name }: OrderUnit): Line[] => [
  ['Systemleverandørs organisasjonsnummer', number],
  ['Systemleverandørs navn', name],
]

/** The fields, group by group, under the labels of brreg.md 2. */
const fieldsOf = (content: OrderContent): Line[][] => {
  if (content.kind === 'direct')
    return [
      [
        ['Virksomhetens organisasjonsnummer', content.organisation.number],
        ['Virksomhetens navn', content.organisation.name],
      ],
      contactLines('testansvarlig', content.testContact),
      contactLines('produksjonsansvarlig', content.productionContact),
      [['Hvilken hjemmel til utvidet tilgang virksomheten faller inn under', legalBasisWords(content.legalBasis)]],
    ]
  if (content.kind === 'fictional')
    return [supplierLines(content.supplier), contactLines('testansvarlig', content.supplierContact)]
  return [
    supplierLines(content.supplier),
    contactLines('systemleverandørs kontaktperson for test', content.supplierContact),
    [
      ['Kundens organisasjonsnummer', content.customer.number],
      ['Kundens navn', content.customer.name],
    ],
    contactLines('kunden sin kontaktperson for test', content.customerContact),
  ]
}

const intro = (content: OrderContent): string => {
  if (content.kind === 'direct') return `Vi bestiller direkte tilgang til ${register}, i test og produksjon.`
  if (content.kind === 'fictional') return `Vi er systemleverandør og bestiller tilgang til ${register} i test.`
  return `Vi er systemleverandør og bestiller tilgang til ${register} i test, delegert fra en eksisterende kunde som har fått bekreftet tilgang.`
}

/** That production data reach a test environment was accepted, by name of each company (brreg.md 2). */
const accepted = (companies: readonly OrderUnit[]): string =>
  `Vi er kjent med at dere leser inn produksjonsdata om ${companies.map(named).join(' og ')} i Altinns testmiljø (TT02).`

const subjectOf = (content: OrderContent): string => {
  const [first, customer] = companiesOf(content)
  if (content.kind === 'direct') return `Bestilling av tilgang til ${register}: ${first ? named(first) : ''}`
  const of = customer ? `${first ? named(first) : ''}, kunde ${named(customer)}` : first ? named(first) : ''
  return `Bestilling av testtilgang til ${register}: ${of}`
}

/** Paragraphs with an empty line between; those that are empty are left out. */
const paragraphs = (...all: readonly string[]): string => `${all.filter((one) => one !== '').join('\n\n')}\n`

const signed = (content: OrderContent): string => `Hilsen\n${companiesOf(content)[0]?.name ?? ''}`

/** The mail of an order as it leaves (brreg.md 2): in Norwegian, one field a line under brreg's own labels. */
export const orderMailText = (content: OrderContent): OrderMailWords => {
  const affected = readIntoTest(content)
  return {
    subject: subjectOf(content),
    text: paragraphs(
      'Hei,',
      intro(content),
      content.kind === 'fictional' ? fictionalSentence : '',
      ...fieldsOf(content).map((group) => group.map(([label, value]) => `${label}: ${value}`).join('\n')),
      affected.length === 0 ? '' : accepted(affected),
      content.remark,
      signed(content),
    ),
  }
}

const replyTo = (subject: string): string => (/^re:/i.test(subject) ? subject : `Re: ${subject}`)

const about = (content: OrderContent): string =>
  `Dette gjelder bestillingen fra ${companiesOf(content).map(named).join(' med kunden ')}.`

/** An answer in the order's thread; `answer` is what the orderer wrote, of several lines. */
export const answerMailText = (subject: string, content: OrderContent, answer: string): OrderMailWords => ({
  subject: replyTo(subject),
  text: paragraphs('Hei,', answer, about(content), signed(content)),
})

export const withdrawalMailText = (subject: string, content: OrderContent): OrderMailWords => ({
  subject: replyTo(subject),
  text: paragraphs('Hei,', 'Vi trekker tilbake bestillingen vår.', about(content), signed(content)),
})

/** That somebody else is asked from now on. */
export const transferMailText = (
  subject: string,
  content: OrderContent,
  { name, email }: { name: string; email: string },
): OrderMailWords => ({
  subject: replyTo(subject),
  text: paragraphs(
    'Hei,',
    `Fra nå av følger ${name} (${email}) opp bestillingen hos oss. Send svar dit.`,
    about(content),
    signed(content),
  ),
})
