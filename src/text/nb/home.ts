import { formatsFor, pluralsFor } from '../format.ts'

const plural = pluralsFor('nb')
const { number } = formatsFor('nb')

export const home = {
  title: 'Portvakt',
  greeting: 'Hei,',
  organisation: ({ name, number: orgno }: { name: string; number: string }) => `${name} (${orgno})`,
  clients: ({ count }: { count: number }) =>
    `${number(count)} ${plural(count, { one: 'aktiv klient', other: 'aktive klienter' })}`,
  notFetched: 'åpne listen for å se klientene',
  off: 'ikke satt opp',
  lookOnly: 'du kan se, men ikke endre',
  what: 'Her lager, finner og deaktiverer du virksomhetens klienter i ID-porten og Maskinporten.',
  new: 'Ny klient',
  list: 'Se klientene',
  help: 'Hjelp',
  whoami: 'Hvem er jeg?',
  unfinished: 'Ikke ferdig',
  halfMade: ({ name }: { name: string }) => `«${name}» er laget, men mangler nøkkel.`,
  unknown: ({ name }: { name: string }) => `Vi vet ikke om «${name}» ble ferdig.`,
  waiting: ({ name }: { name: string }) => `«${name}» venter på at du logger inn med ID-porten.`,
  working: ({ name }: { name: string }) => `Digdir arbeider med «${name}».`,
  resume: 'Gjør ferdig',
  look: 'Se etter',
  language: 'Språk',
}
