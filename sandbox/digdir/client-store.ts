import { randomBytes, randomUUID } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { Client, KeySet } from './model.ts'

/** A client and its keys at one moment. */
export type Snapshot = { readonly client: Client; readonly keys: KeySet | undefined }

export type ClientStore = {
  /** As the self-service API sees it: at once. */
  client(clientId: string): Snapshot | undefined
  /** As Maskinporten sees it: what was stored at least the propagation time ago (reference digdir.md 3.3). */
  published(clientId: string): Snapshot | undefined
  /** Every client, inactive ones too, in the order they were made; those whose consumer or supplier is `orgno` when given. */
  clients(orgno?: string): readonly Client[]
  /** Stores a new state; `immediately` skips the propagation time (for what was there before the story begins). */
  save(snapshot: Snapshot, options?: { immediately?: boolean }): void
  /** The client that has a key of this id, in any organisation. */
  kidOwner(kid: string): string | undefined
  /** The secret in clear, for those who check it; never part of an answer except where one is made. */
  secret(clientId: string): string | undefined
  makeSecret(clientId: string): string
  dropSecret(clientId: string): void
}

/** An empty store. `propagationMs` is how long Maskinporten knows nothing of a change. */
export const createClientStore = (options: { clock: Clock; propagationMs: number }): ClientStore => {
  const { clock, propagationMs } = options
  const histories = new Map<string, { visibleAt: number; snapshot: Snapshot }[]>()
  const byOrganisation = new Map<string, Set<string>>()
  const kids = new Map<string, string>()
  const secrets = new Map<string, string>()

  const current = (clientId: string) => histories.get(clientId)?.at(-1)?.snapshot

  const index = (client: Client) => {
    for (const orgno of [client.client_orgno, client.supplier_orgno]) {
      if (orgno === undefined) continue
      const ids = byOrganisation.get(orgno) ?? new Set<string>()
      byOrganisation.set(orgno, ids.add(client.client_id))
    }
  }

  return {
    client: current,
    published(clientId) {
      const now = clock.now()
      return histories.get(clientId)?.findLast((one) => one.visibleAt <= now)?.snapshot
    },
    clients(orgno) {
      const ids = orgno === undefined ? histories.keys() : (byOrganisation.get(orgno) ?? [])
      return [...ids].map((id) => current(id)!.client)
    },
    save(snapshot, { immediately = false } = {}) {
      const id = snapshot.client.client_id
      for (const key of current(id)?.keys?.keys ?? []) kids.delete(key.kid)
      for (const key of snapshot.keys?.keys ?? []) kids.set(key.kid, id)
      index(snapshot.client)

      const now = clock.now()
      const history = histories.get(id) ?? []
      const published = history.findLastIndex((one) => one.visibleAt <= now)
      const visibleAt = immediately ? Number.NEGATIVE_INFINITY : now + propagationMs
      // What is older than the published state will never be asked for again.
      histories.set(id, [...history.slice(Math.max(published, 0)), { visibleAt, snapshot }])
    },
    kidOwner: (kid) => kids.get(kid),
    secret: (clientId) => secrets.get(clientId),
    makeSecret(clientId) {
      const secret = `${randomUUID()}-${randomBytes(8).toString('hex')}`
      secrets.set(clientId, secret)
      return secret
    },
    dropSecret(clientId) {
      secrets.delete(clientId)
    },
  }
}
