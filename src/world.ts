import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { createAdminClients } from './adapters/admin-clients.ts'
import { readAdminKey } from './adapters/admin-key.ts'
import { createDigdir } from './adapters/digdir.ts'
import { createHttp } from './adapters/http.ts'
import { createMaskinporten, type MaskinportenClient } from './adapters/maskinporten.ts'
import type { Config } from './config.ts'
import { type Environment, environments } from './domain/client/types.ts'
import type { Deps } from './domain/deps.ts'
import { createTurns } from './domain/turns.ts'
import { openStore } from './store/open.ts'

/** The outside as the bot sees it: the domain's `Deps`, what `/readyz` looks at, and an end. */
export type World = Deps & {
  upstreams: { name: string; look(): Promise<void> }[]
  close(): Promise<void>
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
  const maskinporten = createMaskinporten({ http, now, environments: configured })
  const store = await openStore(config.databaseUrl)
  const digdir = createDigdir({ http, maskinporten, apiUrls: config.digdir.apiUrls, now })
  return {
    store,
    digdir,
    adminClients: createAdminClients({ maskinporten, environments: configured, now }),
    now,
    newId: randomUUID,
    turns: createTurns(),
    wait: async (ms) => void (await pause(ms)),
    upstreams: environments
      .filter((environment) => configured[environment] !== undefined)
      .map((environment) => ({
        name: `digdir-${environment}`,
        look: async () => void (await maskinporten.token(environment, ['idporten:dcr.read'])),
      })),
    async close() {
      await store.close()
      await http.close()
    },
  }
}
