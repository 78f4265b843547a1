import { pluralsFor } from '../format.ts'
import type { BelongingErrorWords, ErrorFacts } from '../wording.ts'

const plural = pluralsFor('nb')

const wait = ({ retryAfter }: ErrorFacts): string => {
  if (retryAfter === undefined) return 'Vent litt og prøv igjen.'
  const minutes = Math.ceil(retryAfter / 60)
  if (minutes > 90) return `Prøv igjen om ${Math.ceil(minutes / 60)} timer.`
  return `Prøv igjen om ${minutes} ${plural(minutes, { one: 'minutt', other: 'minutter' })}.`
}

const again = 'Gå tilbake til Slack og begynn på nytt.'

/** Words for what has to do with who somebody is, and what they may. */
export const belongingErrors: BelongingErrorWords = {
  unconfirmed: () => ({
    what: 'E-postadressen din er ikke bekreftet, så vi vet ikke sikkert at den er din.',
    next: 'Skriv /portvakt whoami og trykk «Send meg en lenke».',
  }),
  pending: () => ({
    what: 'Du har valgt virksomhet, men ingen har bekreftet valget ennå.',
    next: 'Skriv /portvakt whoami for å se hvem som kan bekrefte det.',
  }),
  'not-owner': () => ({
    what: 'Klienten har eiere, og bare de og virksomhetens administrator kan endre den.',
    next: 'Be en av eierne om å gjøre det. De står på klientens kort (/client show).',
  }),
  'not-cleared': () => ({
    what: 'Du er ikke klarert for å endre noe i produksjon for virksomheten. Ingenting er endret.',
    next: 'Be om klarering med knappen i /portvakt whoami. Brukerstøtten svarer deg i Slack.',
  }),
  'already-decided': () => ({
    what: 'Noen andre har svart på dette før deg.',
    next: 'Se i meldingen hvem det var, og hva svaret ble.',
  }),
  'needs-another': () => ({
    what: 'Dette gjelder deg selv, så en annen må gjøre det.',
    next: 'Be en annen administrator eller brukerstøtten.',
  }),
  'not-proved': () => ({
    what: 'Personen har ikke logget inn med ID-porten ennå, så det er ikke noe å bekrefte.',
    next: 'Vent til meldingen sier at innloggingen er gjort.',
  }),
  'changed-meanwhile': () => ({
    what: 'Noe ble endret mens du holdt på, så dette passer ikke lenger. Ingenting er gjort.',
    next: 'Hent det fram på nytt, se på det som er endret, og gjør det en gang til.',
  }),
  'other-organisation': () => ({
    what: 'Du handler for en annen virksomhet nå enn da du ba om dette. Ingenting er endret.',
    next: 'Bytt tilbake til virksomheten i Slack (/portvakt whoami), og prøv igjen her. Innloggingen din gjelder fortsatt.',
  }),
  'login-off': () => ({
    what: 'ID-porten er ikke satt opp for Portvakt, og uten innlogging kan ingenting endres i produksjon.',
    next: 'Den som drifter Portvakt, må registrere Portvakt hos ID-porten (IDPORTEN_CLIENT_ID). Imens kan du bruke Digdirs selvbetjening.',
  }),
  'login-cancelled': () => ({
    what: 'Innloggingen ble avbrutt. Ingenting er endret.',
    next: 'Vil du fortsette, trykk på lenken i Slack en gang til.',
  }),
  'login-level': () => ({
    what: 'Du logget inn på et lavere sikkerhetsnivå enn det trengs her. Ingenting er endret.',
    next: 'Logg inn på nytt med BankID, Buypass eller Commfides.',
  }),
  'login-old': () => ({
    what: 'Innloggingen er for gammel. Ingenting er endret.',
    next: 'Gå tilbake til Slack, og logg inn på nytt derfra.',
  }),
  'login-no-number': () => ({
    what: 'Innloggingen ga oss ikke noe fødselsnummer eller d-nummer, og uten det kan vi ikke vite hvem du er.',
    next: 'Logg inn med en norsk elektronisk ID.',
  }),
  'login-mismatch': () => ({
    what: 'Den som logget inn, er ikke den som er klarert for denne endringen. Ingenting er endret.',
    next: 'Den som begynte i Slack, må logge inn selv. Er det deg, si fra til brukerstøtten.',
  }),
  'login-refused': () => ({
    what: 'Svaret fra ID-porten stemmer ikke, så vi stoler ikke på det. Ingenting er endret.',
    next: again,
  }),
  'idporten-unavailable': () => ({
    what: 'ID-porten svarer ikke nå. Ingenting er endret.',
    next: 'Prøv igjen om noen minutter. Driftsmeldinger: status.digdir.no.',
  }),
  'link-invalid': () => ({
    what: 'Lenken virker ikke. Den er skrevet feil, eller den er ikke laget her.',
    next: 'Bruk hele lenken, slik den står i Slack eller i e-posten, i den nettleseren du begynte i.',
  }),
  'link-used': () => ({
    what: 'Lenken er brukt.',
    next: 'Du trenger ikke å gjøre noe mer her. Se i Slack hva som skjedde.',
  }),
  'link-expired': () => ({
    what: 'Lenken er for gammel.',
    next: 'Be om en ny i Slack.',
  }),
  expired: () => ({
    what: 'Fristen gikk ut, så dette gjelder ikke lenger. Ingenting er endret.',
    next: 'Be om det på nytt hvis du fortsatt trenger det.',
  }),
  'too-many-attempts': (facts) => ({
    what: 'Det ble for mange forsøk på kort tid.',
    next: wait(facts),
  }),
  'mail-off': () => ({
    what: 'Portvakt kan ikke sende e-post her.',
    next: 'Den som drifter Portvakt, må sette SMTP_URL og MAIL_FROM.',
  }),
  'unit-unusable': () => ({
    what: 'Enhetsregisteret har ingen virksomhet med dette nummeret som kan brukes her.',
    next: 'Se over nummeret. Er det en underenhet, bruk hovedenheten.',
  }),
  'register-unavailable': () => ({
    what: 'Enhetsregisteret svarer ikke nå.',
    next: 'Prøv igjen om litt, eller skriv navnet selv.',
  }),
  'credential-refused': ({ fields = [] }) => {
    const [fault] = fields
    if (fault?.field === 'organisation_number')
      return {
        what: 'Admin-klienten hører til en annen virksomhet, så den ble ikke lagret.',
        next: 'Bruk en admin-klient som Digdir har laget for denne virksomheten.',
      }
    if (fault?.field === 'scope')
      return {
        what: 'Admin-klienten mangler et scope den trenger, så den ble ikke lagret.',
        next: 'Be Digdir legge det til på klienten, og prøv igjen.',
      }
    return {
      what: 'Maskinporten godtok ikke nøkkelen, så den ble ikke lagret.',
      next: 'Se over klient-id-en, og at den offentlige nøkkelen er registrert på klienten med samme kid.',
    }
  },
}
