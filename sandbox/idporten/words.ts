/** Languages of ID-porten's own pages (reference digdir.md 5.3). */
export const LOCALES = ['nb', 'nn', 'en', 'se']

export type Language = 'nb' | 'en'

/** The first of `ui_locales` that ID-porten has; bokmål when it has none of them. */
export const askedLocale = (uiLocales: unknown): string =>
  String(uiLocales ?? '')
    .split(' ')
    .find((one) => LOCALES.includes(one)) ?? 'nb'

/** The simulator's pages come in two of the languages. */
export const pageLanguage = (uiLocales: unknown): Language => (askedLocale(uiLocales) === 'en' ? 'en' : 'nb')

const nb = {
  mark: 'Sandkasse – ikke ID-porten',
  login: {
    title: 'Logg inn',
    asks: 'Denne tjenesten vil vite hvem du er:',
    person: 'Hvem er du?',
    other: 'Eller skriv et annet syntetisk fødselsnummer',
    otherHint: '11 sifre med 80 lagt til måneden. Står det noe her, gjelder det.',
    level: 'Sikkerhetsnivå',
    levels: { 'idporten-loa-low': 'Lavt', 'idporten-loa-substantial': 'Betydelig', 'idporten-loa-high': 'Høyt' },
    asked: 'tjenesten ber om dette',
    submit: 'Logg inn',
    cancel: 'Avbryt',
    error: 'Feil',
    problems: {
      pid: 'Dette er ikke et gyldig syntetisk fødselsnummer.',
      level: 'Velg et sikkerhetsnivå som personen kan logge inn på.',
    },
  },
  logout: {
    title: 'Du er logget ut',
    text: 'Du er logget ut av alle tjenester du brukte denne innloggingen i.',
    back: 'Tilbake til tjenesten',
    frame: 'Utlogging av tjeneste',
  },
  problems: {
    expired: { title: 'Innloggingen er for gammel', text: 'Gå tilbake til tjenesten og begynn på nytt.' },
    refused: { title: 'Forespørselen ble avvist', text: 'Tjenesten du kom fra, har bedt om noe som ikke går.' },
    notLoggedIn: { title: 'Du er ikke logget inn', text: 'Det er ingen innlogging å avslutte.' },
  },
}

export type Words = typeof nb

const en: Words = {
  mark: 'Sandbox – not ID-porten',
  login: {
    title: 'Log in',
    asks: 'This service wants to know who you are:',
    person: 'Who are you?',
    other: 'Or type another synthetic national identity number',
    otherHint: '11 digits with 80 added to the month. What stands here counts.',
    level: 'Level of assurance',
    levels: { 'idporten-loa-low': 'Low', 'idporten-loa-substantial': 'Substantial', 'idporten-loa-high': 'High' },
    asked: 'the service asks for this',
    submit: 'Log in',
    cancel: 'Cancel',
    error: 'Error',
    problems: {
      pid: 'This is not a valid synthetic national identity number.',
      level: 'Choose a level that the person can log in with.',
    },
  },
  logout: {
    title: 'You are logged out',
    text: 'You are logged out of every service in which you used this login.',
    back: 'Back to the service',
    frame: 'Logging out of a service',
  },
  problems: {
    expired: { title: 'The login is too old', text: 'Go back to the service and begin again.' },
    refused: { title: 'The request was refused', text: 'The service you came from asked for something impossible.' },
    notLoggedIn: { title: 'You are not logged in', text: 'There is no login to end.' },
  },
}

export const words: Record<Language, Words> = { nb, en }
