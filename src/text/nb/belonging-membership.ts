type Named = { name: string; number: string }

/** Words for a domain that several organisations share: picking one, waiting, and the answer. */
export const membership = {
  pick: {
    title: 'Velg virksomhet',
    submit: 'Send til godkjenning',
    intro: ({ domain }: { domain: string }) =>
      `Flere virksomheter deler ${domain}. Velg den du arbeider i. En administrator der eller brukerstøtten må bekrefte det.`,
    form: {
      organisation_number: {
        label: 'Virksomhet',
        hint: 'Se på nummeret og fylket: flere virksomheter kan ha samme navn.',
      },
    },
    registerStates: {
      live: 'registrert',
      bankrupt: 'konkurs',
      'winding-up': 'under avvikling',
      deleted: 'slettet',
    },
    unverified: 'Ikke sjekket: Enhetsregisteret svarer ikke',
    synthetic: 'Testvirksomhet, ikke i Enhetsregisteret',
    notFound: 'Finnes ikke i Enhetsregisteret',
    choose: 'Velg en virksomhet.',
    refused: ({ at }: { at: string }) =>
      `Svaret var nei sist du spurte her. Du kan spørre igjen ${at}. Velg en annen, eller spør brukerstøtten.`,
    gone: 'Denne kan du ikke velge lenger. Velg en annen, eller spør brukerstøtten.',
  },
  waiting: {
    title: 'Venter på godkjenning',
    asked: ({ name, number }: Named) => `Du har bedt om å høre til ${name} (${number}).`,
    waits: 'Noen må bekrefte det før du kan gjøre noe for virksomheten. Du får melding her.',
    who: 'Hvem kan bekrefte',
    desk: 'brukerstøtten',
    until: ({ date }: { date: string }) =>
      `Svarer ingen innen ${date}, faller spørsmålet bort, og du kan velge på nytt.`,
    withdraw: 'Trekk tilbake',
    withdrawSure: {
      title: 'Trekke tilbake?',
      text: 'Da hører du ikke til noen virksomhet før du velger på nytt.',
      yes: 'Trekk tilbake',
      no: 'Nei',
    },
    another: 'Velg en annen',
  },
  request: {
    title: 'Hører til virksomheten?',
    summary: ({ name }: { name: string }) => `Noen sier at de hører til ${name}. Stemmer det?`,
    person: 'Person',
    email: 'E-post',
    noEmail: 'ingen kjent',
    organisation: 'Virksomhet',
    means:
      'Flere virksomheter deler domenet i adressen. Godkjenn bare når du vet at personen arbeider her: da kan vedkommende se og endre klientene deres i testmiljøet.',
    approve: 'Godkjenn',
    decline: 'Avslå',
    declineSure: {
      title: 'Avslå?',
      text: 'Personen får vite at svaret er nei og hvem som ga det, og kan velge en annen virksomhet.',
      yes: 'Avslå',
      no: 'Nei',
    },
  },
  answer: {
    title: 'Svar om virksomheten',
    approved: ({ name, number }: Named) => `Du hører nå til ${name} (${number}).`,
    approvedNext: 'Du kan lage, se og endre klienter i testmiljøet. Skriv /client, eller se hva du kan gjøre.',
    declined: ({ name, number }: Named) => `Du ble ikke bekreftet i ${name} (${number}).`,
    declinedNext:
      'Valgte du feil, velg en annen virksomhet. Mener du at svaret er feil, spør brukerstøtten. Den samme virksomheten kan du spørre igjen etter et døgn.',
    expired: ({ name, number }: Named) => `Ingen svarte på om du hører til ${name} (${number}).`,
    expiredNext: 'Velg virksomheten en gang til, eller spør brukerstøtten.',
    failed: ({ name, number }: Named) => `Du ble godkjent i ${name} (${number}), men det kunne ikke gjennomføres.`,
    failedNext: 'Noe er endret siden du spurte. Se hva vi vet om deg nå, eller spør brukerstøtten.',
    whoami: 'Se hva du kan gjøre',
    pick: 'Velg virksomhet',
  },
}
