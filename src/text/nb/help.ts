type Line = { command: string; what: string }

const clientLines: Line[] = [
  { command: '/client', what: 'åpner klientene' },
  { command: '/client new', what: 'lager en klient' },
  { command: '/client new maskinporten test', what: 'lager en Maskinporten-klient i testmiljøet' },
  { command: '/client list', what: 'viser klientene' },
  { command: '/client list test byggesak', what: 'finner klienter etter navn eller id' },
  { command: '/client show KLIENT-ID', what: 'viser én klient' },
  { command: '/client keys KLIENT-ID', what: 'viser nøklene, der du kan legge til og fjerne' },
  { command: '/client secret KLIENT-ID', what: 'lager en ny hemmelighet' },
  { command: '/client deactivate KLIENT-ID', what: 'deaktiverer en klient for godt' },
]

const portvaktLines: Line[] = [
  { command: '/portvakt whoami', what: 'viser hvem du er, og hva du kan gjøre' },
  { command: '/portvakt language nb', what: 'velger språk: nb eller en' },
  { command: '/portvakt audit', what: 'viser hva som er gjort, til administratorer og brukerstøtte' },
  { command: '/portvakt admin', what: 'styrer folk og klareringer, for administratorer og operatører' },
  { command: '/portvakt client list', what: 'er det samme som /client list' },
  { command: '/client help', what: 'viser alt du kan gjøre med klienter' },
  { command: '/contacts help', what: 'viser alt du kan gjøre med kontakter og fakturainformasjon' },
  {
    command: '/test-access help',
    what: 'viser hvordan du bestiller testtilgang til Register over reelle rettighetshavere',
  },
]

export const help = {
  title: 'Hjelp',
  client: { intro: 'Klienter i ID-porten og Maskinporten:', lines: clientLines },
  portvakt: {
    intro:
      'Portvakt lager og styrer virksomhetens klienter hos Digdir. E-postadressen din viser hvilken virksomhet du hører til.',
    lines: portvaktLines,
  },
  norwegian: 'Norske ord går også: ny, liste, vis, nøkler, hemmelighet, deaktiver, hjelp.',
  support: 'Det bare Digdir kan ordne:',
  whoami: 'Hvem er jeg?',
  clientHelp: 'Om klienter',
  new: 'Ny klient',
  list: 'Se klientene',
}
