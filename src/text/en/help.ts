import type { help as nb } from '../nb/help.ts'

export const help: typeof nb = {
  title: 'Help',
  client: {
    intro: 'Clients in ID-porten and Maskinporten:',
    lines: [
      { command: '/client', what: 'opens the clients' },
      { command: '/client new', what: 'creates a client' },
      { command: '/client new maskinporten test', what: 'creates a Maskinporten client in the test environment' },
      { command: '/client list', what: 'shows the clients' },
      { command: '/client list test permits', what: 'finds clients by name or id' },
      { command: '/client show CLIENT-ID', what: 'shows one client' },
      { command: '/client keys CLIENT-ID', what: 'shows its keys, to add and remove' },
      { command: '/client secret CLIENT-ID', what: 'makes a new secret' },
      { command: '/client deactivate CLIENT-ID', what: 'deactivates a client for good' },
    ],
  },
  portvakt: {
    intro:
      'Portvakt creates and manages your organisation’s clients at Digdir. We know your organisation from your e-mail address.',
    lines: [
      { command: '/portvakt whoami', what: 'shows who you are and what you may do' },
      { command: '/portvakt language en', what: 'chooses the language: nb or en' },
      { command: '/portvakt audit', what: 'shows what was done, to administrators and the service desk' },
      { command: '/portvakt admin', what: 'manages people and clearances, for admins and operators' },
      { command: '/portvakt client list', what: 'is the same as /client list' },
      { command: '/client help', what: 'shows all that you can do with clients' },
      { command: '/contacts help', what: 'shows all that you can do with contacts and invoice information' },
      { command: '/test-access help', what: 'shows how to order test access to the Register of Beneficial Owners' },
    ],
  },
  norwegian: 'Norwegian words work too: ny, liste, vis, nøkler, hemmelighet, deaktiver, hjelp.',
  support: 'What only Digdir can mend:',
  whoami: 'Who am I?',
  clientHelp: 'About clients',
  new: 'New client',
  list: 'See the clients',
}
