import type { Import } from './source.ts'

/**
 * What may be imported in a room: prefixes of paths from the root, or packages (`node:` for all of Node). `types`
 * may be imported with `import type` alone; `pure` are rooms of which only modules without outside dependencies
 * (none that takes `Deps`) may be used.
 */
export type Room = { may: string[]; types?: string[]; pure?: string[] }

const slackTypes = ['@slack/types']

// a room of conversations: what people start, and what Slack tells without being asked
const conversations: Room = {
  // route.ts types a row where it is written; nothing else of src/slack is for them to run
  may: ['src/domain/', 'views/', 'src/text/', 'src/errors.ts', 'src/viewer.ts', 'src/slack/route.ts', 'zod'],
  types: ['src/slack/', ...slackTypes],
}

const wholeBot = ['src/', 'commands/', 'views/', 'messages/']

/**
 * The table of `.github/CONTRIBUTING.md`, "Where things stand"; the longest name that a path begins with is its room.
 * Everything may import from its own room.
 */
export const rooms: Record<string, Room> = {
  'commands/': conversations,
  'src/events/': conversations,
  // draws with the same pure tables and rules that the domain checks with, so that no list is written twice
  'views/': {
    may: ['views/kit/', 'src/text/', 'zod', 'hono/html'],
    types: ['src/domain/', 'src/errors.ts', ...slackTypes],
    pure: ['src/domain/'],
  },
  // knows no noun
  'views/kit/': { may: ['src/text/', 'zod', 'hono/html'], types: ['src/domain/', 'src/errors.ts', ...slackTypes] },
  // node:crypto for digests and keys, node:url for punycode: neither reaches outside
  'src/domain/': {
    may: [
      'src/errors.ts',
      'zod',
      'jose',
      'stdnum',
      'libphonenumber-js',
      'date-easter',
      '@navikt/fnrvalidator',
      'node:crypto',
      'node:url',
    ],
  },
  // node:fs for the key files that the configuration names, node:stream for a mail on its way into a connection
  'src/adapters/': {
    may: [
      'src/adapters/http.ts',
      'src/errors.ts',
      'zod',
      'jose',
      'openid-client',
      '@navikt/fnrvalidator',
      'nodemailer',
      'postal-mime',
      'node:crypto',
      'node:fs/promises',
      'node:stream',
    ],
    types: ['src/domain/', 'undici'],
    pure: ['src/domain/'],
  },
  // the one place that makes connections
  'src/adapters/http.ts': { may: ['src/adapters/', 'src/errors.ts', 'undici', 'zod'] },
  'src/store/': {
    may: ['src/errors.ts', 'zod', 'drizzle-orm', 'better-sqlite3', 'pg', 'node:'],
    types: ['src/domain/', 'drizzle-kit'],
    pure: ['src/domain/'],
  },
  // Slack's wire: bytes, signatures and sockets are Node's
  'src/slack/': {
    may: ['src/domain/', 'views/', 'src/text/', 'src/errors.ts', 'zod', '@slack/bolt', '@slack/web-api', 'node:'],
    types: ['src/viewer.ts', 'src/log.ts', '@slack/logger', ...slackTypes],
  },
  'src/text/': { may: [], types: ['src/domain/', 'src/errors.ts'] },
  // a schedule tells people what happened while nobody asked: it joins the domain's work, a view and a surface
  'src/jobs/': { may: ['src/domain/', 'views/', 'src/text/', 'src/errors.ts'], types: ['src/slack/', 'src/log.ts'] },
  'src/web/': {
    may: [
      'src/domain/',
      'views/',
      'src/text/',
      'src/errors.ts',
      'hono',
      '@hono/node-server',
      'zod',
      'node:crypto',
      'node:net',
    ],
    types: ['src/slack/', 'src/log.ts', 'node:http'],
  },
  // sends what the store holds, by whatever channel; knows no noun
  'src/delivery/': { may: ['src/domain/', 'src/errors.ts', 'node:timers'], types: ['src/log.ts'] },
  // joins the two: a row of `deliveries` becomes a mail or a message
  'messages/': { may: ['src/domain/', 'src/delivery/', 'views/', 'src/text/', 'src/errors.ts', 'zod'] },
  // programs of their own beside the bot
  'src/admin/': { may: [...wholeBot, '@navikt/fnrvalidator', 'csv-parse', 'yaml', 'zod', 'node:'] },
  'src/errors.ts': { may: [] },
  'src/config.ts': { may: ['src/config-problems.ts', 'zod'] },
  'src/config-problems.ts': { may: [] },
  'src/log.ts': { may: ['pino'] },
  'src/viewer.ts': { may: ['src/domain/', 'src/errors.ts'] },
  'src/routes.ts': { may: ['commands/', 'src/events/'], types: ['src/slack/route.ts'] },
  // the outside as the bot sees it: the only place, with admin, that opens the store and makes adapters
  'src/world.ts': { may: ['src/adapters/', 'src/store/', 'src/domain/', 'node:'], types: ['src/config.ts'] },
  // what is there when the bot starts; everything that grows with its features is behind `work.ts`
  'src/app.ts': {
    may: ['src/slack/', 'src/web/health.ts', 'src/errors.ts', 'src/work.ts', '@slack/bolt'],
    types: ['src/config.ts', 'src/log.ts', 'src/world.ts'],
  },
  'src/work.ts': {
    may: [
      'src/slack/',
      'src/delivery.ts',
      'src/delivery/',
      'src/jobs.ts',
      'src/services.ts',
      'src/web/',
      'src/domain/',
      'src/routes.ts',
    ],
    types: ['src/config.ts', 'src/log.ts', 'src/world.ts'],
  },
  'src/services.ts': {
    may: ['src/slack/', 'src/domain/', 'src/viewer.ts'],
    types: ['src/config.ts', 'src/log.ts', 'src/world.ts'],
  },
  'src/delivery.ts': {
    // the one way out that is Slack's: its wire is Slack's room
    may: ['src/delivery/', 'src/domain/', 'src/slack/delivery-client.ts', 'messages/'],
    types: ['src/config.ts', 'src/log.ts', 'src/world.ts'],
  },
  'src/jobs.ts': { may: ['src/jobs/'], types: ['src/config.ts', 'src/log.ts', 'src/slack/'] },
  'src/main.ts': { may: ['src/app.ts', 'src/config.ts', 'src/errors.ts', 'src/log.ts', 'src/world.ts', 'node:timers'] },
  'sandbox/': {
    may: [
      'hono',
      '@hono/node-server',
      'jose',
      'oidc-provider',
      '@navikt/fnrvalidator',
      'nodemailer',
      'postal-mime',
      'smtp-server',
      'ws',
      'yaml',
      'zod',
      'node:',
    ],
  },
  // runs in the browser: of the simulators it sees the protocol's types alone
  'sandbox/ui/': { may: ['preact'], types: ['sandbox/protocol.ts'] },
  'src/vite.config.ts': { may: ['vite', 'node:url'] },
  'sandbox/ui/vite.config.ts': { may: ['vite', '@preact/preset-vite', 'node:url'] },
}

const isBelow = (to: string, prefix: string): boolean =>
  to === prefix || to.startsWith(prefix.endsWith('/') || prefix.endsWith(':') ? prefix : `${prefix}/`)

/** The room that a file stands in; null when the table has none for it. */
export const roomOf = (file: string): string | null =>
  Object.keys(rooms)
    .filter((name) => isBelow(file, name))
    .sort((one, other) => other.length - one.length)[0] ?? null

/**
 * @param isPure whether a module takes nothing of the outside
 * @returns what is wrong with an import, null when nothing is
 */
export const wrongWith = (one: Import, isPure: (file: string) => boolean): string | null => {
  const name = roomOf(one.from)
  const room = name === null ? undefined : rooms[name]
  if (name === null || room === undefined) return `${one.from} stands in no room of the table`
  const among = (prefixes: string[] = []) => prefixes.some((prefix) => isBelow(one.to, prefix))
  if (roomOf(one.to) === name || among(room.may)) return null
  if (one.typeOnly && among(room.types)) return null
  if (among(room.pure) && isPure(one.to)) return null
  return `${one.from} imports ${one.to}${one.typeOnly ? ' (types)' : ''}`
}
