export const mail = {
  elsewhere: 'Virker ikke knappen? Åpne denne adressen i nettleseren:',
  footer: ({ serviceDesk }: { serviceDesk: string }) =>
    `E-posten er sendt av Portvakt, som tar seg av klienter i ID-porten og Maskinporten fra Slack. Har du spørsmål, skriv til ${serviceDesk}.`,
  addressLink: {
    subject: 'Bekreft e-postadressen din',
    heading: 'Bekreft e-postadressen din',
    who: ({ name, userId, teamId }: { name: string | null; userId: string; teamId: string }) =>
      name === null
        ? `Slack-brukeren ${userId} i arbeidsområdet ${teamId}`
        : `${name} (Slack-bruker ${userId} i arbeidsområdet ${teamId})`,
    asked: ({ who, address }: { who: string; address: string }) =>
      `${who} har bedt om en lenke for å bekrefte adressen ${address}.`,
    happens:
      'Lenken åpner en side der du bekrefter adressen. Etterpå kan Slack-brukeren handle for virksomheten som eier adressens domene. Det skjer ingenting bare av at siden åpnes.',
    valid: ({ minutes, until }: { minutes: number; until: string }) =>
      `Lenken virker én gang, og bare i ${minutes} minutter: til ${until}, norsk tid.`,
    button: 'Bekreft adressen',
    notYou: 'Var det ikke du som ba om dette, trenger du ikke gjøre noe. Da blir adressen ikke bekreftet.',
  },
}
