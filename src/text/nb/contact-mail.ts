import { formatsFor } from '../format.ts'

const { number } = formatsFor('nb')

type Organisation = { organisation: string }
type Desk = { serviceDesk: string }
type Named = { name: string }
type Count = { count: number }
type You = { you: boolean }

const common = {
  footer: ({ organisation, serviceDesk }: Organisation & Desk) =>
    `Portvakt sender dette for ${organisation}, som du er varslingskontakt for. Har du spørsmål, svar på e-posten eller skriv til ${serviceDesk}.`,
  footerPlain: ({ organisation, serviceDesk }: Organisation & Desk) =>
    `Portvakt sender dette for ${organisation}. Har du spørsmål, svar på e-posten eller skriv til ${serviceDesk}.`,
  manage: 'Se, endre eller slett det som er registrert om deg',
  stop: 'Slutt å få slike meldinger',
  /** where a name can't be shown */
  somebody: 'En kontakt',
  noSlack: ({ serviceDesk }: Desk) =>
    `Bruker du ikke Slack, be en kollega som gjør det, eller skriv til ${serviceDesk}.`,
  languages: { nb: 'Norsk (bokmål)', en: 'Engelsk' },
  more: ({ count }: Count) => (count === 1 ? 'og én klient til' : `og ${number(count)} klienter til`),
  added: 'Registrert',
  language: 'Språk',
  contactId: 'Nummer',
  email: 'E-post',
  topic: ({ topic }: { topic: string }) => `«${topic}»`,
}

const registered = {
  subject: ({ organisation }: Organisation) => `Du er varslingskontakt for ${organisation}. Stemmer det?`,
  heading: ({ organisation }: Organisation) => `Du er registrert som varslingskontakt for ${organisation}`,
  /** who did it, as the beginning of a sentence */
  by: {
    person: ({ name, organisation }: Named & Organisation) =>
      `${name} har registrert denne adressen på vegne av ${organisation}.`,
    unnamed: ({ organisation }: Organisation) => `Noen i ${organisation} har registrert denne adressen.`,
    list: ({ organisation }: Organisation) =>
      `De som drifter Portvakt, har registrert denne adressen fra en liste over kontakter for ${organisation}.`,
    handedOver: ({ name, organisation }: Named & Organisation) =>
      `${name} har vært varslingskontakt for ${organisation} og har gitt det videre til deg.`,
    handedOverUnnamed: ({ organisation }: Organisation) =>
      `Den som har vært varslingskontakt for ${organisation}, har gitt det videre til deg.`,
  },
  why: 'Når noe kritisk skjer i ID-porten, Maskinporten eller tjenestene rundt, må noen i virksomheten få vite det med en gang. Det er varslingskontaktene som får beskjed.',
  hearsOf: 'Du får beskjed om det som gjelder:',
  hears: ({ topics }: { topics: string }) =>
    `Kritiske hendelser går til alle varslingskontakter. Dette får du også, til du velger det bort: ${topics}.`,
  hearsNothing: 'Du får bare kritiske hendelser. Det andre er valgt bort.',
  page: 'På siden som lenken åpner, bekrefter du at dette stemmer. Der kan du også velge språk og hva du vil høre om, gi det videre til en kollega, eller slutte. Ingenting skjer bare av at siden åpnes.',
  valid: ({ days, until }: { days: number; until: string }) =>
    `Lenken virker én gang, i ${days} dager: til ${until}, norsk tid.`,
  button: 'Se over og bekreft',
  wrong: ({ serviceDesk }: Desk) =>
    `Er du feil person, eller vil du ikke stå her? Velg å slutte på siden, eller skriv til ${serviceDesk}. Gjør du ingenting, får adressen fortsatt beskjed om kritiske hendelser.`,
  privacy: {
    stored: 'Dette er lagret om deg',
    heading: 'Dine rettigheter',
    controller: ({ organisation, number: id }: Organisation & { number: string }) =>
      `Behandlingsansvarlig er ${organisation} (organisasjonsnummer ${id}). Opplysningene kommer fra den som registrerte deg.`,
    purpose:
      'Opplysningene brukes bare til å varsle og til å holde kontaktene à jour. Grunnlaget er personvernforordningen artikkel 6 nr. 1: bokstav e for offentlige virksomheter og bokstav f for andre, fordi noen må kunne nås når noe er galt.',
    recipients:
      'Ansatte i virksomheten som bruker Portvakt, og brukerstøtten ser dem i Slack. Virksomheten kan også føre dem inn i Digdirs selvbetjeningsportal.',
    kept: 'Opplysningene slettes når du slutter eller blir fjernet. Dette står litt lenger: hva som er sendt til deg, i 13 måneder, navn og adresse i endringsloggen i 24 måneder, og et avtrykk av adressen i 12 måneder hvis du selv slutter, så ingen legger deg til igjen uten å vite det.',
    rights: ({ serviceDesk }: Desk) =>
      `Du kan kreve innsyn, retting, sletting og begrenset bruk, og du kan protestere mot at opplysningene brukes. Gjør det på siden, eller skriv til ${serviceDesk}, så går det videre til virksomheten.`,
    complain: { label: 'Du kan også klage til Datatilsynet', url: 'https://www.datatilsynet.no' },
  },
}

const stillRight = {
  subject: ({ organisation }: Organisation) => `Er du fortsatt varslingskontakt for ${organisation}?`,
  heading: 'Stemmer dette fortsatt?',
  why: ({ organisation }: Organisation) =>
    `Du er varslingskontakt for ${organisation}. To ganger i året spør vi om det fortsatt stemmer, så beskjeden når fram den dagen noe er galt.`,
  button: 'Se over og bekreft',
  page: 'Siden har én knapp for at alt stemmer. Er noe feil, kan du gi det videre til en kollega eller slutte der. Ingenting skjer bare av at siden åpnes.',
  otherwise: 'Svarer du ikke, står du som før, men virksomheten ser at det ikke er bekreftet.',
}

const bounced = {
  subject: ({ name }: Named) => `E-post til ${name} kommer i retur`,
  facts: { who: 'Kontakt', email: 'E-post', at: 'I retur', reason: 'Grunn' },
  coded: ({ reason, code }: { reason: string; code: number }) => `${reason} (svar ${code})`,
  /** `you`: the reader is a contact too */
  what: ({ name, organisation, you }: Named & Organisation & You) =>
    `${name} er varslingskontakt for ${organisation}${you ? ', som du også er' : ''}. En e-post til kontakten kom i retur.`,
  cost: 'Til adressen er rettet, får kontakten kanskje ikke vite om kritiske hendelser.',
  edit: 'Rett adressen i Slack:',
  remove: 'Trengs ikke kontakten lenger, fjern den:',
}

const left = {
  subject: ({ name, organisation }: Named & Organisation) =>
    `${name} er ikke lenger varslingskontakt for ${organisation}`,
  what: ({ name, organisation }: Named & Organisation) =>
    `${name} har selv valgt å slutte som varslingskontakt for ${organisation}. Beskjed om kritiske hendelser går nå til dere som er igjen.`,
  list: 'Se i Slack hvem som er igjen:',
  add: 'Trengs det noen i stedet, legg dem til:',
  portal:
    'Digdirs egen liste endres ikke av seg selv. Står kontakten der, må dere fjerne den i selvbetjeningsportalen.',
}

const accountGone = {
  subject: ({ name, organisation }: Named & Organisation) => `Skal ${name} fortsatt være kontakt for ${organisation}?`,
  what: ({ name, organisation, on, you }: Named & Organisation & You & { on: string }) =>
    `${name} er varslingskontakt for ${organisation}${you ? ', som du også er' : ''}. Slack-kontoen til kontakten er deaktivert (sett ${on}), så personen har kanskje sluttet.`,
  still: ({ email }: { email: string }) => `Varsler går fortsatt til ${email}.`,
  stillThere: 'Varsler går fortsatt til kontaktens adresse.',
  remove: 'Har personen sluttet, fjern kontakten i Slack:',
  edit: 'Skal noen andre ta over, endre kontakten:',
  confirm: 'Stemmer alt likevel, bekreft det:',
}

type Year = { year: string; from: string; to: string }
type Counted = { logins: number; threshold: number }

const logins = {
  subject: {
    near: ({ organisation, threshold }: Organisation & { threshold: number }) =>
      `${organisation} nærmer seg ${number(threshold)} innlogginger`,
    reached: ({ organisation, threshold }: Organisation & { threshold: number }) =>
      `${organisation} har nådd ${number(threshold)} innlogginger`,
  },
  what: ({
    organisation,
    year,
    from,
    to,
    logins,
    threshold,
    percent,
  }: Organisation & Year & Counted & { percent: number }) =>
    `I oppgjørsåret ${year} (${from} til ${to}) har ${organisation} hatt ${number(logins)} innlogginger i produksjon. Det er ${percent}\u00a0% av ${number(threshold)}.`,
  rule: ({ threshold }: { threshold: number }) =>
    `En tjenesteeier med over ${number(threshold)} innlogginger i et oppgjørsår betaler for sin del av bruken. Fakturaen kommer som EHF i oktober eller november, når oppgjørsåret er over.`,
  invoice: 'Se i Slack om fakturainformasjonen stemmer, og hvordan året ligger an:',
}

const invoiceMissing = {
  subject: ({ organisation }: Organisation) => `Fakturainformasjon mangler for ${organisation}`,
  what: ({ organisation, year }: Organisation & { year: string }) =>
    `${organisation} har så mange innlogginger i oppgjørsåret ${year} at det kan komme en faktura. Det er ikke registrert hvor den skal sendes.`,
  needed: 'Dette trengs:',
  parts: [
    'organisasjonsnummeret til den som skal motta fakturaen som EHF',
    'adressen som skal stå på fakturaen',
    'referansen dere vil ha på den',
    'en e-postadresse for spørsmål om fakturaen, hvis dere har en',
  ],
  invoice: 'Legg det inn i Slack:',
  again: 'Vi minner om dette til det er på plass.',
}

const nobodyLeft = {
  subject: {
    left: ({ organisation }: Organisation) => `${organisation} har ingen varslingskontakter igjen`,
    unreachable: ({ organisation }: Organisation) => `Ingen varslingskontakter for ${organisation} kan nås`,
  },
  what: {
    left: ({ name }: Named) => `${name} har sluttet som varslingskontakt og var den siste.`,
    unreachable: ({ name }: Named) =>
      `E-posten til ${name} kommer i retur, eller personen er borte fra Slack, og det er ingen andre å si det til.`,
  },
  cost: ({ organisation }: Organisation) =>
    `Da er det kanskje ingen i ${organisation} som får vite det når noe kritisk skjer i ID-porten eller Maskinporten.`,
  you: 'Du får dette fordi du er administrator for virksomheten.',
  list: 'Se i Slack hvem som er registrert:',
  add: 'Legg til flere. Det bør være minst to:',
}

/** Words of mails and Slack messages to contacts. */
export const contactMail = {
  common,
  registered,
  stillRight,
  bounced,
  left,
  accountGone,
  logins,
  invoiceMissing,
  nobodyLeft,
}
