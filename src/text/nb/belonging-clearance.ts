type Named = { name: string; number: string }

/** Words for the right to change production: asked for, given, proved and confirmed. */
export const clearance = {
  asked: {
    title: 'Klarering',
    own: ({ name, number }: Named) => `Du har bedt om å få endre produksjonen til ${name} (${number}).`,
    other: ({ name, number }: Named) =>
      `Du har bedt om klarering til å endre produksjonen til ${name} (${number}), for`,
    waits: 'Brukerstøtten svarer. Sier de ja, logger du inn med ID-porten én gang, og så må en til bekrefte.',
    otherWaits: 'Brukerstøtten svarer. Sier de ja, må vedkommende logge inn med ID-porten, og så må en til bekrefte.',
    until: ({ date }: { date: string }) => `Svarer ingen innen ${date}, faller spørsmålet bort.`,
    next: 'Lenken til innloggingen kommer i en egen melding til den som skal klareres.',
    withdraw: 'Trekk tilbake',
    withdrawSure: {
      title: 'Trekke tilbake?',
      text: 'Du kan be om klarering igjen når du vil.',
      yes: 'Trekk tilbake',
      no: 'Nei',
    },
  },
  request: {
    title: 'Ber om klarering',
    summary: ({ name }: { name: string }) => `Noen ber om å få endre produksjonen til ${name}.`,
    person: 'Person',
    email: 'E-post',
    noEmail: 'ingen kjent',
    organisation: 'Virksomhet',
    askedBy: 'Spurt av',
    means:
      'Sier du ja, må personen vise hvem det er ved å logge inn med ID-porten, og en annen enn deg må bekrefte. Etter det kan personen endre klientene i produksjon, med ny innlogging for hver endring.',
    give: 'Gi klarering',
    decline: 'Avslå',
    declineSure: { title: 'Avslå?', text: 'Den som spurte, får vite at svaret er nei.', yes: 'Avslå', no: 'Nei' },
  },
  give: {
    title: 'Klarering',
    summary: ({ name }: { name: string }) => `En klarering for ${name} venter.`,
    namedBy: 'Utpekt av',
    waits: 'Venter på at personen logger inn med ID-porten. Etter det kan klareringen bekreftes her.',
    proved:
      'Personen har logget inn med ID-porten. Bekreft bare når du vet at dette er rett person og rett Slack-bruker. Den som utpekte personen, kan ikke bekrefte.',
    confirm: 'Bekreft',
    confirmSure: {
      title: 'Bekrefte?',
      text: 'Personen får endre virksomhetens klienter i produksjon.',
      yes: 'Bekreft',
      no: 'Nei',
    },
    decline: 'Avslå',
    declineSure: { title: 'Avslå?', text: 'Personen får vite at det ikke ble noe av.', yes: 'Avslå', no: 'Nei' },
  },
  login: {
    title: 'Logg inn for klarering',
    named: ({ name, number }: Named) => `Du er utpekt til å kunne endre produksjonen til ${name} (${number}).`,
    why: 'Logg inn med ID-porten én gang, så vet vi at det er deg som logger inn når du senere endrer noe i produksjon.',
    kept: 'Vi lagrer ikke fødselsnummeret ditt, bare et avtrykk som ikke kan leses tilbake. Ingen ser det. Lenken er din alene: ikke send den videre.',
    open: 'Logg inn med ID-porten',
    until: ({ date }: { date: string }) => `Lenken virker til ${date}.`,
    proved: 'Takk, du har logget inn. Nå må en annen bekrefte klareringen. Du får melding her.',
  },
  answer: {
    title: 'Svar om klarering',
    done: ({ name, number }: Named) => `Du kan nå endre produksjonen til ${name} (${number}).`,
    doneNext:
      'Hver endring begynner i Slack og fullføres med en ny innlogging i ID-porten. Klareringen varer i tolv måneder etter den siste innloggingen.',
    declined: ({ name, number }: Named) => `Det ble ikke noe av klareringen for ${name} (${number}).`,
    declinedNext: 'Spør brukerstøtten om hvorfor. Du kan også gjøre endringen i Digdirs selvbetjening.',
    expired: ({ name, number }: Named) => `Klareringen for ${name} (${number}) ble ikke fullført i tide.`,
    expiredNext: 'Be om den på nytt når du er klar.',
    failed: ({ name, number }: Named) => `Klareringen for ${name} (${number}) ble bekreftet, men kunne ikke lagres.`,
    failedNext: 'Noe er endret siden innloggingen. Be om klarering på nytt, eller spør brukerstøtten.',
    ask: 'Be om klarering',
    whoami: 'Se hva du kan gjøre',
    forOther: 'Det gjelder',
  },
  altinn: {
    title: 'Gjennom Altinn',
    intro: 'I stedet for klarering her kan du endre produksjonen i Digdirs selvbetjening. Retten dit gis i Altinn:',
    steps: [
      'En med rollen Hovedadministrator logger inn i Altinn og velger virksomheten.',
      'Gå til Profil og Andre med rettigheter til virksomheten.',
      'Skriv fødselsnummeret og etternavnet til den som skal få retten.',
      'Søk etter Maskinporten, og velg en av rettighetene under.',
      'Velg alt, og trykk Gi rettigheter.',
    ],
    rights: 'Rettighetene',
    opens: [
      { label: 'Selvbetjening av integrasjoner i ID-porten/Maskinporten', what: 'lage, endre og slette klienter' },
      { label: 'Selvbetjening av APIer i ID-porten/Maskinporten', what: 'scope og tilgang til dem' },
      {
        label: 'Selvbetjening for leverandører i ID-porten/Maskinporten',
        what: 'handle for en kunde, sammen med den første',
      },
    ],
    remove: 'Retten tas bort samme sted, under Gi eller fjerne tilgang. Portvakt ser ikke hva som er gitt i Altinn.',
    portal: 'Åpne selvbetjeningen',
    show: 'Gjennom Altinn i stedet',
  },
}
