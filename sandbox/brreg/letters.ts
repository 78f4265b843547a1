import type { Contents, Fact } from './officers.ts'
import { customerOf, type Order, ordererOf, type Party } from './order.ts'
import { accessOf, type RegisterScope } from './scopes.ts'

/** What brreg asks about: what is missing, the legal basis, or the customer's access that is not there. */
export type AskAbout = 'missing' | 'legal-basis' | 'no-scope'

export type Environments = 'test' | 'prod' | 'both'

const named = (party: Party | null, otherwise: string) => (party ? `${party.name} (${party.number})` : otherwise)

const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n')

/** Neither a customer nor the sentence about a fictional enterprise: brreg cannot tell what is meant. */
const isHalf = ({ kind, missing }: Order) => kind === 'existing' && missing.includes('Kundens organisasjonsnummer')

/** Asks for more. */
export const asking = (order: Order, about: AskAbout): Contents => {
  const orderer = named(ordererOf(order), 'dere')
  if (about === 'no-scope')
    return {
      paragraphs: [
        `Vi viser til bestillingen om testtilgang for ${orderer} gjennom ${named(customerOf(order), 'en kunde')}.`,
        'Vi kan ikke se at kunden har fått tilgang til Register over reelle rettighetshavere. Kunden må selv bestille tilgang og få den bekreftet før systemleverandøren kan bestille. Uten det er det ikke noe scope å delegere.',
      ],
      after: ['Gi oss beskjed her når kunden har fått bekreftelsen, så legger vi inn virksomhetene i TT02.'],
    }
  if (about === 'legal-basis')
    return {
      paragraphs: [
        'Takk for bestillingen. Vi trenger noe mer for å kunne vurdere om vilkårene for utvidet tilgang er oppfylt.',
        'Kan dere begrunne nærmere hvilken hjemmel virksomheten faller inn under? For rapporteringspliktige må vi vite hvilken bokstav i hvitvaskingsloven § 4 første ledd som gjelder.',
      ],
      after: ['Svar på denne e-posten, så tar vi saken videre.'],
    }
  if (isHalf(order))
    return {
      paragraphs: [
        `Vi har fått en bestilling fra systemleverandøren ${orderer}, men finner ingen opplysninger om kunden.`,
        `Skal dere teste sammen med en eksisterende kunde, mangler vi dette:\n${list(order.missing)}`,
        'Hvis dere i stedet vil delegere tilgang selv via en fiktiv virksomhet, må det stå uttrykkelig i bestillingen.',
      ],
      after: ['Hør med oss om noe er uklart.'],
    }
  return {
    paragraphs: [
      'Takk for bestillingen.',
      order.missing.length > 0
        ? `Før vi kan behandle den trenger vi følgende:\n${list(order.missing)}`
        : 'Før vi kan behandle den trenger vi å vite litt mer om hva tilgangen skal brukes til.',
    ],
    after: ['Send det som svar på denne e-posten. Dere trenger ikke sende det andre på nytt.'],
  }
}

/** Refuses. */
export const refusing = (order: Order): Contents => ({
  paragraphs:
    order.kind === 'direct'
      ? [
          `Vi har vurdert bestillingen fra ${named(ordererOf(order), 'dere')}.`,
          'Slik vi ser det faller virksomheten ikke inn under noen av gruppene som kan få utvidet tilgang til Register over reelle rettighetshavere. Vi kan derfor ikke gi tilgang.',
          'Er dere systemleverandør, kan dere få delegert tilgang fra en kunde som selv har den.',
        ]
      : [
          `Vi kan dessverre ikke sette opp testtilgang for ${named(ordererOf(order), 'dere')} slik bestillingen er beskrevet.`,
          'Tilgangen kan bare delegeres videre til systemleverandører som skal bruke den på vegne av en som har rett til den.',
        ],
  after: ['Ta kontakt hvis dere mener at vi har misforstått.'],
})

const ENVIRONMENTS: Record<Environments, string> = { test: 'test', prod: 'produksjon', both: 'test og produksjon' }

/** Confirms direct access (A): the scope, and what it opens. */
export const confirming = (
  order: Order,
  { scope, environments, corrects }: { scope: RegisterScope; environments: Environments; corrects: boolean },
): Contents => {
  const company = ordererOf(order)
  const { holder, opens } = accessOf(scope)
  return {
    paragraphs: [
      corrects
        ? 'Dette er en retting av det vi skrev tidligere. Beklager bryet.'
        : `Bestillingen er behandlet, og ${company?.name ?? 'virksomheten'} har fått tilgang til Register over reelle rettighetshavere.`,
    ],
    facts: [
      ...(company ? partyFacts(company) : []),
      { what: 'scope', value: scope },
      { what: 'environment', value: ENVIRONMENTS[environments] },
    ],
    after: [
      `Scopet gjelder ${holder.toLowerCase()} og gir oppslag på organisasjonsnummer og endringslogg${opens.length > 0 ? `, ${opens.join(', ')}` : ''}. Kodelistene er åpne for alle.`,
      ...(environments === 'test' ? ['Vi kommer tilbake til tilgangen i produksjon.'] : []),
      'Opprett en klient i Maskinporten og legg scopet på den. Skal en systemleverandør bruke tilgangen for dere, må den delegeres i Altinn.',
    ],
  }
}

const partyFacts = ({ number, name }: Party): Fact[] => [
  { what: 'company', value: name },
  { what: 'number', value: number },
]

/** Tells the supplier what was made in TT02: an enterprise, a person and a scope (B), or a person alone (C). */
export const delivering = (order: Order, scope: RegisterScope | null): Contents => {
  const supplier = ordererOf(order)
  const customer = customerOf(order)
  const { enterprise = null, person } = order.made ?? { person: null }
  const login: Fact[] = person
    ? [
        { what: 'person', value: person.name },
        { what: 'pid', value: person.pid },
      ]
    : []
  if (enterprise && scope)
    return {
      paragraphs: [
        `${supplier?.name ?? 'Virksomheten'} er nå lest inn i TT02, og vi har laget en fiktiv virksomhet som dere kan delegere fra.`,
      ],
      facts: [
        { what: 'enterprise', value: enterprise.name },
        { what: 'enterpriseNumber', value: enterprise.number },
        ...login,
        { what: 'scope', value: scope },
      ],
      after: [
        'Logg inn i TT02 med det fiktive fødselsnummeret, velg den fiktive virksomheten, og deleger API-tilgangen som hører til scopet til deres eget organisasjonsnummer. Den fiktive virksomheten virker bare i test.',
      ],
    }
  return {
    paragraphs: [
      `Da er ${supplier?.name ?? 'systemleverandøren'} og ${customer?.name ?? 'kunden'} lest inn i TT02. Vi har laget en fiktiv person som er knyttet til ${customer ? `${customer.name}, ${customer.number}` : 'kunden'}.`,
    ],
    facts: login,
    after: [
      'Be kunden logge inn i TT02 med denne personen og delegere API-tilgangen til dere. Spør samtidig hvilket scope kunden har fått; det trenger dere for å hente token.',
    ],
  }
}

/** Takes note of a withdrawal. */
export const letGo = (order: Order): Contents => ({
  paragraphs: [
    `Vi har registrert at bestillingen fra ${named(ordererOf(order), 'dere')} er trukket.`,
    Object.keys(order.granted).length > 0 || order.made
      ? 'Det vi hadde satt opp, er fjernet igjen. Tilgangen virker ikke lenger.'
      : 'Vi gjør ikke mer med den.',
  ],
  after: ['Send en ny bestilling hvis det blir aktuelt senere.'],
})

/** The same has come before. */
export const already = (order: Order): Contents => ({
  paragraphs: [
    `Vi har allerede mottatt denne bestillingen fra ${named(ordererOf(order), 'dere')}, så dere trenger ikke gjøre noe.`,
  ],
  after: ['Vi tar kontakt hvis vi mangler noe.'],
})
