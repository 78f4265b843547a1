type Named = { name: string; number: string }
type Where = { where: string }

/** Words for an organisation's own admin client at Digdir: which acts now, giving one, taking it away. */
export const ownClient = {
  open: 'Egen admin-klient',
  title: 'Egen admin-klient',
  of: ({ name, number }: Named) => `Admin-klienter for ${name} (${number})`,
  what: 'En admin-klient er den som lager og endrer klientene deres hos Digdir. Med en egen trenger dere ikke Portvakts.',
  own: 'egen',
  givenBy: 'Registrert av',
  program: 'den som drifter Portvakt',
  kid: 'nøkkel',
  since: ({ date }: { date: string }) => `prøvd ${date}`,
  instead: {
    bot: 'ingen egen. Portvakts admin-klient hører til virksomheten, og brukes.',
    supplier: 'ingen egen. Portvakt bruker sin tilgang som leverandør, som bare kan lage ID-porten-klienter.',
    none: 'ingen egen, og Portvakt har ingen som kan brukes. Registrer en egen for å komme i gang.',
    unknown: 'ingen egen.',
  },
  give: 'Registrer egen admin-klient',
  how: 'Du logger inn med ID-porten, og skriver inn klient-id og nøkkel på en side hos Portvakt. Nøkkelen skal aldri i Slack.',
  take: 'Ta bort',
  takeSure: {
    title: 'Ta bort?',
    text: 'Du må logge inn med ID-porten og bekrefte. Etterpå brukes Portvakts admin-klient der den har lov.',
    yes: 'Gå videre',
    no: 'Avbryt',
  },
  notCleared:
    'Du må logge inn for å endre dette, og da må vi vite at det er deg. Be om klarering først: brukerstøtten svarer deg i Slack.',
  ask: 'Be om klarering',
  loginOff: 'Innlogging er ikke satt opp her. Den som drifter Portvakt kan registrere admin-klienten for dere.',
  people: 'Til folkene',
  outcome: {
    given: ({ name, where }: Where & { name: string }) => `${name} har nå egen admin-klient ${where}.`,
    taken: ({ name, where }: Where & { name: string }) => `${name} har ikke lenger egen admin-klient ${where}.`,
    clientId: 'Klient-id',
    scopes: 'Scopes',
    replaced: 'Tok plassen til',
    left: 'Nøkkelen er fortsatt registrert på klienten hos Digdir. Fjern den der hvis ingen andre bruker den.',
    withdrawn: 'Du avbrøt. Ingenting er endret.',
    expired: 'Tiden gikk ut før du var ferdig på siden. Ingenting er endret.',
    back: 'Se admin-klientene',
  },
}
