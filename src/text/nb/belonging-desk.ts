type From = { name: string; number: string }

/** Words for asking the service desk, its answers, and the mails that are ready to be sent to Digdir. */
export const desk = {
  ask: {
    title: 'Spør brukerstøtten',
    open: 'Spør brukerstøtten',
    submit: 'Send',
    intro:
      'Brukerstøtten får spørsmålet i Slack, sammen med navnet ditt og virksomheten. Svaret kommer i meldingene dine fra Portvakt.',
    form: {
      question: {
        label: 'Hva trenger du hjelp til?',
        hint: 'Ikke skriv fødselsnummer, passord, hemmeligheter eller private nøkler.',
        placeholder: 'Fortell hva du prøvde, og hva som skjedde.',
      },
    },
    empty: 'Skriv hva du trenger hjelp til.',
    stuck: ({ what }: { what: string }) => `Jeg fikk denne feilen: ${what}`,
  },
  copy: {
    title: 'Du har spurt',
    sent: 'Brukerstøtten har fått spørsmålet. Svaret kommer i tråden her.',
    nobody: 'Ingen er satt opp til å ta imot spørsmål i Slack. Send det på e-post i stedet.',
    reply: 'Skriv mer',
  },
  card: {
    title: 'Spørsmål',
    summary: 'Noen spør brukerstøtten.',
    from: 'Fra',
    email: 'E-post',
    noEmail: 'ingen kjent',
    organisation: 'Virksomhet',
    none: 'ingen kjent',
    at: ({ name, number }: From) => `${name} (${number})`,
    reply: 'Svar',
    done: 'Ferdig',
    forward: 'Send videre til Digdir',
    forwardWhy: 'Kan bare Digdir ordne det?',
    ended: 'Ferdig, av',
  },
  reply: {
    deskTitle: 'Svar',
    askerTitle: 'Skriv mer',
    submit: 'Send',
    deskIntro: 'Den som spurte, får svaret i Slack og kan svare tilbake.',
    askerIntro: 'Brukerstøtten ser dette i tråden under spørsmålet ditt.',
    form: {
      reply: {
        label: 'Melding',
        hint: 'Ikke skriv fødselsnummer, passord, hemmeligheter eller private nøkler.',
      },
    },
    empty: 'Skriv en melding.',
  },
  line: {
    deskTitle: 'Svar fra brukerstøtten',
    askerTitle: 'Mer fra den som spurte',
    from: 'Fra',
    again: 'Svar',
  },
  finished: {
    title: 'Brukerstøtten er ferdig',
    body: 'Spørsmålet ditt er merket som ferdig. Trenger du mer hjelp, kan du skrive mer.',
  },
  mails: {
    open: 'Åpne en ferdig e-post',
    unknownDomain: ({ domain }: { domain: string }) => ({
      subject: `Registrering av domenet ${domain}`,
      body: `Hei,\n\nVi bruker e-postadresser som slutter på ${domain}, men virksomheten er ikke registrert med dette domenet. Kan dere registrere det?\n\nVirksomhetens navn:\nOrganisasjonsnummer:\nKontaktperson:\n\nVennlig hilsen`,
    }),
    supplier: ({ name, number, environment }: From & { environment: string }) => ({
      subject: `Tilgang for ${name} (${number})`,
      body: `Hei,\n\nVi bruker Portvakt til å styre klientene våre hos Digdir (${environment}). Admin-klienten der mangler scopet idporten:dcr.supplier og kan ikke handle for ${name}, organisasjonsnummer ${number}. Kan dere gi tilgangen, eller gi oss en egen admin-klient?\n\nVennlig hilsen`,
    }),
    forward: ({ organisation }: { organisation: string }) => ({
      subject: `Spørsmål fra ${organisation}`,
      begin: 'Hei,\n\nVi har fått dette spørsmålet, som bare dere kan løse:\n\n',
      end: '\n\nVennlig hilsen',
    }),
    question: { subject: 'Spørsmål om ID-porten og Maskinporten' },
  },
}
