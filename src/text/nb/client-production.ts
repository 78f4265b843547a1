/** Words for changes in production: the login that they need, and what became of those that nobody logged in for. */
export const production = {
  /** below the choice of environment */
  choice: {
    login: 'Krever innlogging med ID-porten',
    clearance: 'Krever klarering og innlogging med ID-porten',
    off: 'Går ikke ennå: innlogging er ikke satt opp',
  },
  notCleared: {
    title: 'Ikke klarert',
    body: 'Du er ikke klarert for å endre noe i produksjon for virksomheten. Ingenting er endret.',
    how: 'Be om klarering, så svarer brukerstøtten deg i Slack. Sier de ja, logger du inn med ID-porten én gang, og en annen bekrefter at det er deg.',
    altinn:
      'Haster det, kan du gjøre det i Digdirs egen selvbetjening, når en hovedadministrator har gitt deg retten i Altinn.',
    ask: 'Be om klarering',
  },
  stepUp: {
    title: 'Logg inn',
    why: 'Ingenting er gjort ennå. Logg inn med ID-porten for å utføre dette. Etterpå ser du det samme en gang til, og bekrefter det der.',
    until: 'Du må ha bekreftet før',
    own: 'Logg inn selv: det må være den som er klarert. Lenken er din alene, så ikke send den videre.',
    updates:
      'Vinduet oppdaterer seg selv når det er gjort. Du kan trygt lukke det. Da kommer svaret som direktemelding.',
    more: 'Det er ikke plass til alt her. Resten ser du på siden før du logger inn.',
    open: 'Logg inn med ID-porten',
    cancel: 'Avbryt endringen',
  },
  notDone: {
    title: 'Ikke utført',
    withdrawn: 'Du avbrøt endringen. Ingenting er gjort.',
    expired: 'Tiden gikk ut før du hadde logget inn og bekreftet. Ingenting er gjort.',
    next: 'Skal det gjøres likevel, begynn på nytt.',
  },
  late: {
    halfMade:
      'Det er mer enn 30 minutter siden du logget inn, så dette kan ikke gjøres ferdig med den innloggingen. Legg til nøkkelen med en ny innlogging i stedet.',
    unknown:
      'Det er mer enn 30 minutter siden du logget inn, så Portvakt kan ikke fortsette med den innloggingen. Se i listen om klienten kom med. Er den der, legg til nøkkelen. Er den ikke der, åpne skjemaet igjen.',
  },
  secret: {
    onPage:
      'Hemmeligheten ble vist på siden etter innloggingen, og bare der. Fikk du den ikke med deg, lag en ny fra klientens kort.',
    made: ({ name }: { name: string }) => `«${name}» har fått en ny hemmelighet. Den gamle slutter å virke.`,
  },
}
