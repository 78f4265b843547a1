type Order = { id: string; companies: string }

/** Words of what the orderer is told in Slack about an order, without having asked. */
export const orderTold = {
  open: 'Vis bestillingen',
  list: 'Alle bestillinger',
  by: 'Av',
  'mail-failed': {
    title: 'E-posten kom ikke fram',
    body: ({ id, companies }: Order) =>
      `E-posten til Brønnøysundregistrene om ${id} (${companies}) kunne ikke leveres.`,
    next: 'Åpne bestillingen, og send den på nytt. Går det ikke da heller, si fra til den som drifter Portvakt.',
  },
  'reminder-1': {
    title: 'Påminnelse',
    body: ({ id, companies }: Order) => `Det har ikke skjedd noe med ${id} (${companies}) på fem virkedager.`,
  },
  'reminder-2': {
    title: 'Ny påminnelse',
    body: ({ id, companies }: Order) => `Det har ikke skjedd noe med ${id} (${companies}) på ti virkedager.`,
  },
  /** what a reminder asks for, by whose turn it is */
  remind: {
    orderer: 'Det er din tur. Åpne bestillingen for å se hva som er igjen.',
    brreg:
      'Har svaret kommet på e-post, skriv det inn. Har det ikke kommet, se i søppelposten, eller spør i den samme e-posttråden. Brønnøysundregistrene oppgir ingen svartid.',
    customer: 'Bestillingen venter på kunden. Spør kunden, med den ferdige meldingen.',
    nobody: 'Åpne bestillingen for å se hvordan det gikk.',
  },
  'customer-confirmed': {
    title: 'Kunden har fått tilgang',
    body: ({ id, companies }: Order) => `Kundens egen tilgang er bekreftet, så ${id} (${companies}) kan sendes nå.`,
    next: 'Åpne bestillingen, se over e-posten, og send den.',
  },
  'customer-consented': {
    title: 'Kunden har svart',
    body: ({ id, companies }: Order) =>
      `Kunden lar deg se om tilgangen er bekreftet, og det er den ikke ennå. Det gjelder ${id} (${companies}).`,
    next: 'Du trenger ikke å gjøre noe. Du får beskjed når tilgangen er bekreftet.',
  },
  transferred: {
    title: 'Bestillingen er din nå',
    body: ({ id, companies }: Order) => `${id} (${companies}) er gitt til deg. Du får svar og påminnelser etter dette.`,
    next: 'Åpne bestillingen for å se hvor langt den er kommet.',
  },
  'given-away': {
    title: 'En kollega har tatt over',
    body: ({ id, companies }: Order) => `${id} (${companies}) er gitt til en kollega.`,
    next: 'Du trenger ikke å gjøre noe. Kollegaen får svar og påminnelser etter dette.',
  },
  recorded: {
    title: 'Noe er skrevet inn',
    body: ({ id, companies }: Order) => `Noen andre skrev inn noe om bestillingen din, ${id} (${companies}).`,
    next: 'Åpne bestillingen for å se hva det var, og hva som er neste steg.',
  },
  'consent-withdrawn': {
    title: 'Kunden tok det tilbake',
    body: ({ id, companies }: Order) =>
      `Kunden lar deg ikke lenger se om tilgangen er bekreftet. Det gjelder ${id} (${companies}).`,
    next: 'Snakk med kunden. Uten at tilgangen er bekreftet, kan bestillingen ikke sendes.',
  },
}
