import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { createAdminClients } from './adapters/admin-clients.ts'
import { readAdminKey } from './adapters/admin-key.ts'
import { createDigdir } from './adapters/digdir.ts'
import { createEnhetsregisteret, registerPatience } from './adapters/enhetsregisteret.ts'
import { createHttp, type Http } from './adapters/http.ts'
import { createIdporten } from './adapters/idporten.ts'
import { createMaskinporten, type MaskinportenClient } from './adapters/maskinporten.ts'
import { createOwnClients } from './adapters/maskinporten-own.ts'
import { createTryCredential } from './adapters/maskinporten-trial.ts'
import { createSmtp } from './adapters/smtp.ts'
import { createVault } from './adapters/vault.ts'
import type { Config } from './config.ts'
import { deskOf } from './domain/belonging/desk.ts'
import type { TryCredential } from './domain/client/credentials.ts'
import { type Environment, environments } from './domain/client/types.ts'
import type { Mailer } from './domain/delivery/types.ts'
import type { Deps } from './domain/deps.ts'
import type { Idporten } from './domain/login/types.ts'
import { createTurns } from './domain/turns.ts'
import { openStore } from './store/open.ts'

/** The outside as the bot sees it: the domain's `Deps`, what `/readyz` looks at, and an end. */
export type World = Deps & {
  /** null: no mail is sent */
  mailer: Mailer | null
  /** for an organisation that gives an admin client of its own */
  tryCredential: TryCredential
  upstreams: { name: string; look(): Promise<void> }[]
  close(): Promise<void>
}

/** Where ID-porten sends people back to, and where they are after a logout; registered on the bot's client there. */
export const loginPaths = { callback: '/login/callback', loggedOut: '/login/out' } as const

const idportenOf = async (config: Config, http: Http, now: () => number): Promise<Idporten | null> => {
  const { idporten } = config
  const { publicUrl } = config.http
  if (idporten === null || publicUrl === null) return null
  return createIdporten({
    http,
    issuer: idporten.issuer,
    clientId: idporten.clientId,
    key: await readAdminKey({ keyFile: idporten.keyFile }),
    minimumAcr: idporten.acr,
    redirectUri: `${publicUrl}${loginPaths.callback}`,
    postLogoutRedirectUri: `${publicUrl}${loginPaths.loggedOut}`,
    now,
  })
}

/**
 * Opens the store and builds the adapters. Connects to nothing but the database: the bot starts while Digdir or
 * Slack is down.
 *
 * @param now epoch ms; a test hands in a clock of its own
 * @throws when the database can't be opened or migrated, or a key file can't be read
 */
export const openWorld = async (config: Config, now: () => number = Date.now): Promise<World> => {
  const http = createHttp()
  const configured: Partial<Record<Environment, MaskinportenClient>> = {}
  for (const environment of environments) {
    const client = config.digdir.adminClients[environment]
    if (client === null) continue
    configured[environment] = {
      issuer: config.digdir.issuers[environment],
      clientId: client.clientId,
      key: await readAdminKey(client),
    }
  }
  const registerHttp = createHttp(registerPatience)
  const enhetsregisteret = createEnhetsregisteret({ http: registerHttp, url: config.enhetsregisteretUrl, now })
  const idporten = await idportenOf(config, http, now)
  const mailer = config.mail === null ? null : createSmtp({ url: config.mail.url, from: config.mail.from, now })
  const vault = createVault(config.secretKey)
  const store = await openStore(config.databaseUrl, { now })
  const { issuers } = config.digdir
  const ownClients = createOwnClients({ credential: store.credential, vault, issuers, now })
  const maskinporten = createMaskinporten({ http, now, environments: configured, ownClients })
  const digdir = createDigdir({ http, maskinporten, apiUrls: config.digdir.apiUrls, now })
  return {
    store,
    digdir,
    adminClients: createAdminClients({ maskinporten, environments: configured, now }),
    enhetsregisteret,
    idporten,
    vault,
    tryCredential: createTryCredential({ http, issuers, now }),
    mailer,
    now,
    newId: randomUUID,
    desk: deskOf(config),
    turns: createTurns(),
    wait: async (ms) => void (await pause(ms)),
    upstreams: [
      ...environments
        .filter((environment) => configured[environment] !== undefined)
        .map((environment) => ({
          name: `digdir-${environment}`,
          look: async () => void (await maskinporten.token(environment, ['idporten:dcr.read'])),
        })),
      { name: 'enhetsregisteret', look: enhetsregisteret.look },
      ...(idporten === null ? [] : [{ name: 'idporten', look: idporten.look }]),
      ...(mailer === null ? [] : [{ name: 'mail', look: mailer.look }]),
    ],
    async close() {
      await store.close()
      await mailer?.close()
      await Promise.all([http.close(), registerHttp.close()])
    },
  }
}
