import type { Channel, Desk, Message, Person, World } from '../../../sandbox/protocol.ts'
import { mailFor } from './fixture-mails.ts'

/** A small workspace with one of each: member, operator, guest, stranger, channel, private channel, im, app. */
export const world: World = {
  team: { id: 'T1', name: 'Norge digitalt', domain: 'norge-digitalt' },
  bot: { user_id: 'UBOT', app_id: 'A1', name: 'Portvakt' },
  organisations: [
    {
      organisation_number: '964968241',
      name: 'Guovdageainnu suohkan Kautokeino kommune',
      domains: ['kautokeino.kommune.no'],
    },
    { organisation_number: '958935420', name: 'Oslo kommune', domains: ['oslo.kommune.no'] },
  ],
  people: [
    person('UKARI', 'Kari Ødegård', 'Developer, Oslo kommune', '#2c6e49', 'KØ', {
      organisation: '958935420',
      hats: ['organisation-admin', 'cleared'],
    }),
    person('UOLA', 'Ola Nordmann', 'Service desk', '#7a3b69', 'ON', { operator: true }),
    person('UMAHTTE', 'Máhtte Sárá', 'Project lead', '#9a3b3b', 'MS', { organisation: '964968241' }),
    person('UGUEST', 'Gunn Gjest', 'Consultant', '#31567a', 'GG', { kind: 'guest' }),
    person('USTRANGER', 'Stig Fremmed', 'Partner Ltd', '#5b5b2e', 'SF', { kind: 'stranger', email: null }),
    person('UBOT', 'Portvakt', '', '#1f6f5c', 'P', { kind: 'bot', email: null }),
  ],
  commands: [
    {
      command: '/client',
      description: 'Create, see and deactivate ID-porten and Maskinporten clients',
      usage_hint: '[new | list | show ID | edit ID | keys ID | deactivate ID | help]',
    },
    {
      command: '/contacts',
      description: 'Notification contacts and invoice information',
      usage_hint: '[list | add | edit ID | remove ID | invoice | help]',
    },
    {
      command: '/test-access',
      description: 'Order test access to Brønnøysundregistrene',
      usage_hint: '[new | list | show ID | help]',
    },
    {
      command: '/incident',
      description: 'Tell every contact of a critical incident',
      usage_hint: '[new | drill | update ID | resolve ID | list | help]',
    },
    { command: '/portvakt', description: 'Help, who am I, language', usage_hint: '[help | whoami | language nb|en]' },
  ],
  systems: [],
  links: [{ name: 'Handbook', url: '/handbook' }],
  accesses: [],
  examples: [],
}

function person(
  id: string,
  name: string,
  title: string,
  colour: string,
  initials: string,
  more: Partial<Person>,
): Person {
  return {
    id,
    name,
    title,
    colour,
    initials,
    email: `${id.toLowerCase()}@example.no`,
    email_confirmed: true,
    kind: 'member',
    organisation: null,
    operator: false,
    locale: 'nb-NO',
    ...more,
  }
}

const channels: Channel[] = [
  { id: 'CGENERAL', kind: 'channel', name: 'general', topic: 'Everything that concerns everybody', unread: 0 },
  {
    id: 'CINCIDENTS',
    kind: 'channel',
    name: 'hendelser-og-driftsmeldinger-fra-fellesløsningene',
    topic: '',
    unread: 3,
  },
  { id: 'GOPS', kind: 'private', name: 'operations', topic: '', unread: 0 },
  { id: 'DOLA', kind: 'im', name: 'Ola Nordmann', topic: '', unread: 2 },
  { id: 'DBOT', kind: 'app', name: 'Portvakt', topic: 'Clients, contacts, test access and incidents', unread: 1 },
]

/** Every message gets its own second, so that order and grouping are certain. */
export function message(channel: string, user: string, seconds: number, more: Partial<Message>): Message {
  return { channel, ts: `${seconds}.000100`, user, text: '', ephemeral: false, edited: false, reply_count: 0, ...more }
}

export const start = 1_795_334_400

const talk: Message[] = [
  message('CGENERAL', 'UOLA', start, {
    text: 'God morgen! Ny rutine for *testklienter* fra i dag, se <https://docs.digdir.no|dokumentasjonen> :wave:',
  }),
  message('CGENERAL', 'UOLA', start + 60, {
    text: 'Kort fortalt:\n• bruk `/client new`\n• én klient per tjeneste\n> Spør <@UKARI> eller i <#CINCIDENTS>',
  }),
  message('CGENERAL', 'UKARI', start + 90_000, {
    text: 'Takk! Er forvaltningsstøttesystemintegrasjonsplattformleverandørkontaktpersonen varslet?',
    reply_count: 1,
    edited: true,
  }),
  message('CGENERAL', 'UOLA', start + 90_060, { text: 'Ja, i går.', thread_ts: `${start + 90_000}.000100` }),
]

/** What somebody sees who has just come in. */
export function freshDesk(me: Person): Desk {
  return {
    me,
    channels: channels.map((channel) => ({ ...channel })),
    messages: {
      CGENERAL: [...talk],
      DBOT: [message('DBOT', 'UBOT', start + 100, { text: 'Welcome to Portvakt. Type `/portvakt help` to begin.' })],
    },
    modals: [],
    home: null,
    toasts: [],
    systems: [
      { id: 'digdir-test', name: 'Digdir self-service, test', requests: 41, mode: 'well' },
      { id: 'maskinporten', name: 'Maskinporten, test', requests: 1, mode: 'well' },
      { id: 'mailbox', name: 'E-post', requests: 3, mode: 'well', speaks: 'smtp' },
    ],
    mail: mailFor(me),
    bot: 'ready',
  }
}
