/** Words of the pages behind the links in mails to contacts. */
export const contactPage = {
  labels: {
    organisation: 'Virksomhet',
    name: 'Navn',
    email: 'E-postadresse',
    phone: 'Telefon',
    kind: 'Type',
    appliesTo: 'Gjelder',
    registeredBy: 'Registrert av',
    since: 'Registrert',
    status: 'Status',
  },
  kinds: {
    technical: 'Teknisk kontakt',
    functional: 'Brukerrettet kontakt',
    supplier: 'Leverandør',
    mailbox: 'Felles postkasse',
  },
  scopes: {
    organisation: 'Hele virksomheten',
    test: 'Alle klienter i testmiljøet',
    prod: 'Alle klienter i produksjon',
  },
  client: ({ name, environment }: { name: string; environment: string }) => `${name} (${environment})`,
  registeredBy: {
    import: 'Den som drifter Portvakt, fra en liste',
    page: 'En kollega som ga det videre til deg',
  },
  status: {
    confirmed: ({ on }: { on: string }) => `Bekreftet ${on}`,
    unconfirmed: 'Ikke bekreftet ennå',
    bounced: ({ on }: { on: string }) => `E-post hit kom i retur ${on}`,
  },
  /** what the address is registered for, in a sentence; also on the pages for one thing at a time */
  what: ({ organisation }: { organisation: string }) =>
    `${organisation} har registrert denne adressen som varslingskontakt: den som får beskjed når noe er galt med ID-porten eller Maskinporten.`,
  /** what is done with what is registered */
  kept: 'Opplysningene brukes bare til slike varsler. De slettes når du slutter, eller når virksomheten fjerner deg. Er noe feil, kan en kollega rette det i Slack med /contacts.',
  open: { state: 'Bekreft', heading: 'Stemmer dette?' },
  manage: { state: 'Se over', heading: 'Stemmer dette fortsatt?' },
  used: { state: 'Bekreftet', heading: 'Adressen er bekreftet fra før', body: 'Du trenger ikke å gjøre noe mer.' },
  confirm: {
    submit: 'Ja, dette stemmer',
    still: 'Ja, dette stemmer fortsatt',
    until: ({ at }: { at: string }) => `Lenken gjelder til ${at}.`,
  },
  said: {
    confirmed: {
      state: 'Bekreftet',
      heading: 'Takk, da er det bekreftet',
      body: 'Du kan lukke siden. Vil du endre noe, kan du gjøre det under.',
    },
    topics: {
      state: 'Lagret',
      heading: 'Valgene dine er lagret',
      body: 'De gjelder fra nå av. Du kan lukke siden.',
    },
    language: {
      state: 'Lagret',
      heading: 'Nå er det på norsk',
      body: 'Varslene kommer også på norsk fra nå av.',
    },
  },
  /** stands on the page in the other language than the page’s own */
  otherLanguage: 'Switch to English',
  hears: {
    heading: 'Hva vil du høre om?',
    critical: {
      label: 'Kritiske hendelser',
      hint: 'Alltid på: noen hos dere må få vite det med en gang når innloggingen er nede.',
    },
    topics: {
      major: { label: 'Alvorlige hendelser', hint: 'Feil som rammer noen, og som dere bør kjenne til.' },
      maintenance: { label: 'Planlagt vedlikehold', hint: 'Når noe blir borte en stund, og vi vet det på forhånd.' },
      logins: {
        label: 'Innlogginger og faktura',
        hint: 'Når dere nærmer dere grensen der innlogginger blir fakturert.',
      },
      reminders: { label: 'Påminnelser', hint: 'To ganger i året spør vi om opplysningene fortsatt stemmer.' },
    },
    submit: 'Lagre valgene',
  },
  handOver: {
    state: 'Gi videre',
    heading: 'Gi videre til en kollega',
    intro: 'Kollegaen tar over for deg og får en e-post om det. Du slutter å få varsler.',
    name: 'Kollegaens navn',
    email: 'Kollegaens e-postadresse',
    submit: 'Gi videre',
    wrong: 'Kollegaen er ikke registrert ennå',
    faults: {
      name: {
        empty: 'Skriv navnet til kollegaen.',
        'too-short': 'Skriv hele navnet.',
        'too-long': 'Navnet er for langt.',
        digits: 'Et navn har ikke tall. Skriv bare navnet.',
        'line-break': 'Skriv navnet på én linje.',
        characters: 'Navnet har tegn som ikke kan stå i et navn. Skriv bare bokstaver.',
      },
      email: {
        empty: 'Skriv e-postadressen til kollegaen.',
        'not-one': 'Skriv bare én e-postadresse.',
        form: 'Dette er ikke en e-postadresse. Skriv den slik: fornavn@virksomhet.no',
        local: 'Det som står foran @, kan ikke brukes i en e-postadresse her.',
        domain: 'Det som står bak @, er ikke et domene som kan få e-post. Se etter skrivefeil.',
        'too-long': 'E-postadressen er for lang.',
        'line-break': 'Skriv e-postadressen på én linje.',
        own: 'Dette er din egen adresse. Skriv kollegaens.',
        taken: 'Denne adressen er registrert fra før. Da kan du bare slutte selv.',
        'left-before':
          'Den som har denne adressen, har bedt om å slippe å være varslingskontakt. Velg en annen, eller be en kollega legge til adressen i Slack med /contacts add.',
      },
    },
    done: {
      state: 'Gitt videre',
      heading: 'Du har gitt det videre',
      body: ({ name }: { name: string }) => `${name} har tatt over og får en e-post nå. Du får ikke flere varsler.`,
      undo: 'Ble det feil? En kollega kan legge deg til igjen i Slack med /contacts add.',
    },
  },
  leave: {
    link: 'Jeg vil ikke være varslingskontakt',
    state: 'Slutt',
    heading: 'Vil du slutte som varslingskontakt?',
    effect: 'Du får ingen varsler mer, heller ikke om kritiske hendelser. Det som står her, slettes.',
    others: ({ count }: { count: number }) =>
      count === 1
        ? 'Virksomheten har én varslingskontakt til. Den får vite at du har sluttet.'
        : `Virksomheten har ${count} varslingskontakter til. De får vite at du har sluttet.`,
    nobody:
      'Virksomheten har ingen andre varslingskontakter. Da får ingen hos dere beskjed om kritiske hendelser. Gi det heller videre til en kollega, om du kan.',
    handOver: 'Gi videre til en kollega',
    trace:
      'Dette står litt lenger: hva som er sendt til deg, i 13 måneder, navn og adresse i endringsloggen i 24 måneder, og et avtrykk av adressen i 12 måneder, så ingen legger deg til igjen uten å vite at du sluttet.',
    button: 'Slutt som varslingskontakt',
    done: {
      state: 'Sluttet',
      heading: 'Du er ikke lenger varslingskontakt',
      body: 'Du er slettet fra kontaktene og får ingen varsler mer.',
      undo: 'Ombestemmer du deg, kan en kollega legge deg til igjen i Slack med /contacts add.',
    },
  },
  stop: {
    state: 'Velg bort',
    heading: ({ topic }: { topic: string }) => `Slutte å få «${topic}»?`,
    headingAll: 'Bare få det som er kritisk?',
    effect: ({ email, topic }: { email: string; topic: string }) =>
      `Vi slutter å sende «${topic}» til ${email}. Det andre du har valgt, kommer som før.`,
    effectAll: ({ email }: { email: string }) => `Vi slutter å sende alt annet enn kritiske hendelser til ${email}.`,
    critical: 'Kritiske hendelser kommer fortsatt, for noen hos dere må få vite det med en gang.',
    submit: 'Ja, slutt å sende det',
    done: {
      state: 'Valgt bort',
      heading: 'Da sender vi det ikke mer',
      body: ({ topic }: { topic: string }) => `Du får ikke «${topic}» lenger.`,
      bodyAll: 'Du får bare kritiske hendelser fra nå av.',
    },
  },
  expired: {
    state: 'For gammel',
    heading: 'Lenken er for gammel',
    body: 'Ingenting er endret. Vi kan sende en ny lenke til adressen som er registrert.',
    submit: 'Send en ny lenke',
    sent: {
      state: 'Sendt',
      heading: 'En ny lenke er på vei',
      body: 'Se etter en e-post fra Portvakt, også blant søppelposten. Lenken gjelder i sju dager.',
    },
  },
  gone: {
    state: 'Ikke registrert',
    heading: 'Du er ikke lenger registrert som varslingskontakt',
    body: 'Lenken hører til noen som har sluttet, er fjernet eller har fått en annen adresse. Du trenger ikke å gjøre noe.',
    again: 'Skal du fortsatt ha varsler? En kollega kan legge deg til i Slack med /contacts add.',
  },
  back: 'Tilbake til det som er registrert',
}
