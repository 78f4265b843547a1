type Named = { name: string; number: string }

/** Words for who somebody is to the bot, and what they may. */
export const whoami = {
  title: 'Dette vet vi om deg',
  person: 'Du',
  email: 'E-post',
  noEmail: 'ingen kjent',
  organisation: 'Du handler for',
  rule: 'Hvordan vi vet det',
  byDomain: ({ domain }: { domain: string }) =>
    `E-postadressen din slutter på ${domain}, og det domenet er virksomhetens.`,
  byName: 'Du er lagt til ved navn.',
  byNameUntil: ({ date }: { date: string }) => `Du er lagt til ved navn, fram til ${date}.`,
  rights: {
    change: 'Du kan se, lage og deaktivere klienter, og bytte nøkler og hemmeligheter.',
    cleared: 'Du kan se og endre klienter. Hver endring krever en ny innlogging med ID-porten.',
    'not-cleared': 'Du kan se klientene, men du er ikke klarert for å endre dem.',
    'login-off': 'Du kan se klientene. Ingen kan endre dem herfra, for ID-porten er ikke satt opp for Portvakt.',
    off: 'Portvakt er ikke satt opp her.',
    'supplier-missing': 'Portvakt har ikke tilgang til å handle for virksomheten din her.',
  },
  owners: 'Har en klient eiere, kan bare de og administratoren endre den.',
  supplier: ({ orgno }: { orgno: string }) => `Portvakt bruker tilgangen til leverandøren ${orgno}.`,
  gives: {
    'not-cleared': 'Brukerstøtten gir klarering. Be om den selv, eller la en administrator be om den for deg.',
    asked: 'Du har bedt om klarering. Brukerstøtten har ikke svart ennå.',
    login: 'Du er utpekt. Nå må du logge inn med ID-porten.',
    confirm: 'Du har logget inn. Nå må en annen bekrefte klareringen.',
    'login-off':
      'Den som drifter Portvakt, må registrere Portvakt hos ID-porten. Imens kan du bruke Digdirs selvbetjening.',
    off: 'Den som drifter Portvakt, må legge inn en admin-klient for miljøet.',
    'supplier-missing': 'Digdir gir tilgangen.',
  },
  admin: 'Administrator',
  isAdmin: 'Ja. Du kan legge til og ta ut folk i virksomheten.',
  admins: 'Nei. Administratorer her er',
  noAdmins: 'Nei, og virksomheten har ingen. Brukerstøtten utpeker dem.',
  operator: 'Operatør',
  isOperator: 'Ja. Du svarer for brukerstøtten.',
  language: 'Språk',
  askClearance: 'Be om klarering',
  seeClearance: 'Se klareringen',
}

/** Words for somebody who belongs to several organisations. */
export const organisationSwitch = {
  title: 'Virksomhet',
  label: 'Bytt virksomhet',
  acting: ({ name, number }: Named) => `Du handler nå for ${name} (${number}).`,
  several: 'Du hører til flere virksomheter. Alt du gjør, gjelder den du har valgt.',
}

/** Words for somebody whose address is not confirmed. */
export const unconfirmed = {
  title: 'Bekreft adressen din',
  why: ({ email }: { email: string }) => `Slack har ikke bekreftet at ${email} er din.`,
  todo: 'Vi sender en lenke dit. Åpne den innen et kvarter, så vet vi at adressen er din. Du kan også bekrefte adressen i Slack.',
  sent: ({ email }: { email: string }) => `Vi har sendt en lenke til ${email}. Den virker i et kvarter, én gang.`,
  spam: 'Kommer den ikke, se i søppelposten, eller be om en ny.',
  off: 'Portvakt kan ikke sende e-post her. Bekreft adressen med lenken i e-posten fra Slack, eller be den som drifter Portvakt om å sette opp e-post.',
  send: 'Send meg en lenke',
  again: 'Send en ny lenke',
}

/** Words for how something that somebody asked for was decided. */
export const decided = {
  approved: 'Godkjent av',
  declined: 'Avslått av',
  withdrawn: 'Trukket tilbake av',
  failed: 'Godkjent, men ikke gjennomført. Godkjent av',
  expired: 'Ingen svarte i tide.',
  /** on a card whose answer is a message of its own */
  answered: 'Besvart. Svaret kommer i en egen melding.',
  alreadyTitle: 'Noen var før deg',
  already: 'Dette er avgjort:',
  alreadyNext: 'Du trenger ikke å gjøre noe mer.',
}
