import { and, eq } from 'drizzle-orm'
import type { OwnerReads, OwnerWrites } from '../domain/client/owner-store.ts'
import type { Environment } from '../domain/client/types.ts'
import type { Ground, Tx } from './engine.ts'
import type { Tables } from './schema.ts'

const ofClient = ({ registrationOwners: owners }: Tables, organisation: string, environment: Environment, id: string) =>
  and(eq(owners.organisationNumber, organisation), eq(owners.environment, environment), eq(owners.clientId, id))

const isAt = ({ credentials }: Tables, organisationNumber: string, environment: Environment) =>
  and(eq(credentials.organisationNumber, organisationNumber), eq(credentials.environment, environment))

/** Questions about who owns a client, and about organisations' own admin clients. */
export const ownerReads = ({ db, tables }: Ground): OwnerReads => {
  const { registrationOwners: owners, credentials } = tables
  return {
    owners: async (organisationNumber, environment, clientId) =>
      db
        .select({ teamId: owners.teamId, userId: owners.userId })
        .from(owners)
        .where(ofClient(tables, organisationNumber, environment, clientId))
        .orderBy(owners.teamId, owners.userId),
    credential: async (organisationNumber, environment) => {
      const [row] = await db
        .select()
        .from(credentials)
        .where(isAt(tables, organisationNumber, environment))
      return row ?? null
    },
    credentials: async () => {
      const rows = await db.select().from(credentials).orderBy(credentials.organisationNumber, credentials.environment)
      return rows.map(({ sealedKey: _, ...row }) => row)
    },
  }
}

/** Effects on the same. */
export const ownerWrites = ({ db, tables, now, lock }: Tx): OwnerWrites => {
  const { registrationOwners: owners, credentials } = tables
  return {
    setOwners: async (organisationNumber, environment, clientId, users, givenBy) => {
      // two at once would else mix theirs
      await lock(`owners ${environment} ${organisationNumber} ${clientId}`)
      await db.delete(owners).where(ofClient(tables, organisationNumber, environment, clientId))
      const place = { organisationNumber, environment, clientId }
      const rows = users.map(({ teamId, userId }) => ({ ...place, teamId, userId, givenBy, createdAt: now() }))
      if (rows.length > 0) await db.insert(owners).values(rows).onConflictDoNothing()
    },
    saveCredential: async ({ organisationNumber, environment, ...row }) => {
      const given = { ...row, createdAt: now() }
      await db
        .insert(credentials)
        .values({ organisationNumber, environment, ...given })
        .onConflictDoUpdate({ target: [credentials.organisationNumber, credentials.environment], set: given })
    },
    forgetCredential: async (organisationNumber, environment) => {
      const gone = await db
        .delete(credentials)
        .where(isAt(tables, organisationNumber, environment))
        .returning({ kid: credentials.kid })
      return gone.length > 0
    },
  }
}
