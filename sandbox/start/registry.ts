import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Snapshot } from '../digdir/client-store.ts'
import type { Environment } from '../digdir/model.ts'
import type { Registry } from '../digdir/registry.ts'
import { seedClients, seedGrants, seedScopes } from '../digdir/seed.ts'
import { organisations } from '../world.ts'
import type { HandedOut } from './handed-out.ts'
import type { AdminKey } from './keys.ts'

/** The supplier's own admin client: the same at each start, as the bot keeps its id and key. */
export const SUPPLIER_CLIENT_ID = '5d1f6f0e-8c38-4f0c-9d57-2f1a6b3c9e01'

const SUPPLIER_SCOPES = ['idporten:dcr.read', 'idporten:dcr.write']

/** Public bodies, which have what a municipality has; the companies of the cast have nothing to begin with. */
const publicBodies = [organisations.kystverdi, organisations.direktoratet, organisations.fjordlys]

/** What Digdir would have given the bot's admin client: the owner's own clients, and others' as their supplier. */
const ADMIN_SCOPES = ['idporten:dcr.read', 'idporten:dcr.write', 'idporten:dcr.supplier']

/** What Digdir hands out to an organisation for its own clients alone. */
const OWN_SCOPES = ['idporten:dcr.read', 'idporten:dcr.write']

/** How many clients each organisation begins with; those of Direktoratet were made by Kystverdi as its supplier. */
const BEGINNING: Record<Environment, { own: number; supplied: number }> = {
  test: { own: 24, supplied: 250 },
  prod: { own: 9, supplied: 0 },
}

const fileOf = (folder: string, environment: Environment) => join(folder, `digdir-${environment}.json`)

const isAdmin = ({ client }: Snapshot) => client.scopes.some((scope) => ADMIN_SCOPES.includes(scope))

const seed = (registry: Registry): void => {
  const { kystverdi, direktoratet } = organisations
  const { own, supplied } = BEGINNING[registry.environment]
  seedClients(registry, kystverdi.organisation_number, own)
  seedClients(registry, direktoratet.organisation_number, supplied)
  for (const { client_id } of registry.clients(direktoratet.organisation_number)) {
    const snapshot = registry.client(client_id)
    if (!snapshot) continue
    const client = { ...snapshot.client, supplier_orgno: kystverdi.organisation_number }
    registry.save({ ...snapshot, client }, { immediately: true })
  }
}

/**
 * Fills a registry: scopes, access, who has not signed the terms, the bot's admin client and Kystverdi's own, and the
 * clients as they were when the sandbox stopped last, or those of the beginning. In test the supplier has an admin client
 * of its own.
 */
export const fillRegistry = async (
  registry: Registry,
  folder: string,
  keys: { bot: AdminKey; supplier: AdminKey },
  handedOut: HandedOut,
): Promise<{ clientId: string }> => {
  seedScopes(registry)
  for (const one of publicBodies) seedGrants(registry, one.organisation_number)
  registry.setTerms(organisations.fjordlys.organisation_number, false)
  const kept = await readFile(fileOf(folder, registry.environment), 'utf8').catch(() => undefined)
  if (kept === undefined) seed(registry)
  else for (const snapshot of JSON.parse(kept) as Snapshot[]) registry.save(snapshot, { immediately: true })
  if (registry.environment === 'test')
    registry.addAdminClient({
      client_id: SUPPLIER_CLIENT_ID,
      orgno: organisations.leverandor.organisation_number,
      scopes: SUPPLIER_SCOPES,
      jwks: { keys: [keys.supplier.jwk] },
    })
  const { client_id } = registry.addAdminClient({
    orgno: organisations.kystverdi.organisation_number,
    scopes: ADMIN_SCOPES,
    jwks: { keys: [keys.bot.jwk] },
  })
  registry.addClient(organisations.kystverdi.organisation_number, {
    client_id: handedOut.clientId,
    client_name: 'Egen admin-klient',
    description: 'Utlevert av Digdir til Kystverdi kommune',
    scopes: OWN_SCOPES,
    keys: [handedOut.jwk],
  })
  return { clientId: client_id }
}

/** Keeps the clients for the next start; admin clients are made anew then, and client secrets are not kept. */
export const keepRegistry = async (registry: Registry, folder: string): Promise<void> => {
  const snapshots = registry
    .clients()
    .map(({ client_id }) => registry.client(client_id))
    .filter((one): one is Snapshot => one !== undefined && !isAdmin(one))
  await writeFile(fileOf(folder, registry.environment), JSON.stringify(snapshots))
}
