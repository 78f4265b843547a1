import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair } from 'jose'
import type { Clock } from '../clock.ts'
import { createFaults, type Faults } from '../faults.ts'
import { type Application, type ServedRequest, serve } from '../serve.ts'
import { createAdapters, PAR_SECONDS } from './adapter.ts'
import { createClients, type IdportenClient } from './clients.ts'
import { configure } from './configuration.ts'
import { createEvents, type Events, type IdportenEvent } from './events.ts'
import { isLevel, type Level } from './levels.ts'
import { createLogin } from './login.ts'
import { createLogout, frontChannelAddresses } from './logout.ts'
import { loadOidcProvider } from './oidc-provider.ts'
import { checkPeople, type TestPerson } from './people.ts'
import { createRoutes } from './routes.ts'
import { createShelf } from './shelf.ts'
import { askedLocale } from './words.ts'

/** A living login; `frontChannel` are the addresses that its logout would load. */
export type IdportenSession = {
  pid: string
  level: Level
  /** epoch seconds */
  authTime: number
  clientIds: readonly string[]
  frontChannel: readonly string[]
}

export type Idporten = {
  /** without a slash at the end; the same as `url` */
  issuer: string
  url: string
  port: number
  faults: Faults
  addClient(client: IdportenClient): void
  logins: Events['logins']
  /** the newest thousand, oldest first */
  events(): readonly IdportenEvent[]
  sessions(): readonly IdportenSession[]
  requests(): readonly ServedRequest[]
  /** requests since start, also those that `requests` has forgotten */
  count(): number
  close(): Promise<void>
}

/** How long the language of a session is remembered: as long as a session can last. */
const LOCALE_SECONDS = 120 * 60

/**
 * ID-porten on 127.0.0.1: code flow with PAR, a login page, single sign-on and front-channel logout (reference
 * digdir.md 5).
 *
 * @param options.clock rules sessions, codes, pushed requests, `auth_time`, `iat` and `exp`. Client assertions go by the
 *   machine's clock, and so does `exp` at the clients' libraries: a clock behind the machine's gives expired tokens
 * @throws RangeError when a test person could be a real one; the listen error, such as `EADDRINUSE`
 */
export const createIdporten = async (options: {
  clock: Clock
  clients: readonly IdportenClient[]
  testPeople: readonly TestPerson[]
  faults?: Faults
  port?: number
}): Promise<Idporten> => {
  const { clock } = options
  const people = [...options.testPeople]
  checkPeople(people)
  const faults = options.faults ?? createFaults()
  const clients = createClients(options.clients)
  const adapters = createAdapters(clock, clients)
  const events = createEvents()
  const locales = createShelf<string>(clock)
  const [library, key] = await Promise.all([loadOidcProvider(), createKey()])

  // The issuer is known when the port is; nobody has been told the address before that.
  let routes: Application = { fetch: () => new Response(null, { status: 503 }) }
  const served = await serve({
    app: { fetch: (request, env) => routes.fetch(request, env) },
    faults,
    clock,
    ...(options.port === undefined ? {} : { port: options.port }),
  })
  const issuer = served.url
  const provider = new library.Provider(
    issuer,
    configure({
      library,
      issuer,
      clock,
      clients,
      adapters,
      key,
      localeOf: (sessionUid) => locales.get(sessionUid ?? '')?.value ?? 'nb',
    }),
  )
  provider.use(async (ctx, next) => {
    await next()
    if (ctx.path === '/par' && ctx.status === 201) Object.assign(ctx.body as object, { expires_in: PAR_SECONDS })
  })
  provider.on('authorization.success', ({ oidc }) => {
    const { session, client, params, result } = oidc
    if (!session?.accountId || !client || !isLevel(session.acr)) return
    if (result?.login || params?.ui_locales) locales.put(session.uid, askedLocale(params?.ui_locales), LOCALE_SECONDS)
    const { accountId: pid, acr: level } = session
    events.add({ kind: 'login', at: clock.now(), clientId: client.clientId, pid, level, sso: !result?.login })
  })

  const login = createLogin({ provider, people, clock, events })
  const logout = createLogout({ provider, clients, clock, events })
  routes = createRoutes({ provider, login, logout })

  return {
    issuer,
    url: issuer,
    port: served.port,
    faults,
    addClient: clients.add,
    logins: events.logins,
    events: events.all,
    sessions: () =>
      adapters.sessions().flatMap(({ accountId, acr, loginTs = 0, authorizations = {} }) =>
        accountId && isLevel(acr)
          ? [
              {
                pid: accountId,
                level: acr,
                authTime: loginTs,
                clientIds: Object.keys(authorizations),
                frontChannel: frontChannelAddresses(issuer, clients, authorizations),
              },
            ]
          : [],
      ),
    requests: served.requests,
    count: served.count,
    close: served.close,
  }
}

/** ID-porten's own key, new at every start. */
const createKey = async () => {
  const { privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true })
  return { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: 'RS256', use: 'sig' }
}
