import { formatsFor, pluralsFor } from '../format.ts'
import type { home as nb } from '../nb/home.ts'

const plural = pluralsFor('en')
const { number } = formatsFor('en')

export const home: typeof nb = {
  title: 'Portvakt',
  greeting: 'Hello,',
  organisation: ({ name, number: orgno }) => `${name} (${orgno})`,
  clients: ({ count }) => `${number(count)} active ${plural(count, { one: 'client', other: 'clients' })}`,
  notFetched: 'open the list to see the clients',
  off: 'not set up',
  lookOnly: 'you can look, but not change',
  what: 'Here you create, find and deactivate your organisation’s clients in ID-porten and Maskinporten.',
  new: 'New client',
  list: 'See the clients',
  help: 'Help',
  whoami: 'Who am I?',
  unfinished: 'Not finished',
  halfMade: ({ name }) => `“${name}” was created, but lacks its key.`,
  unknown: ({ name }) => `We do not know whether “${name}” was finished.`,
  waiting: ({ name }: { name: string }) => `“${name}” waits for your login with ID-porten.`,
  working: ({ name }) => `Digdir is working on “${name}”.`,
  resume: 'Finish',
  look: 'Look',
  language: 'Language',
}
