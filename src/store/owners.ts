import { and, eq } from 'drizzle-orm'
import type { SlackUser } from '../domain/belonging/types.ts'
import type { CredentialVersion, OwnerReads, OwnerWrites } from '../domain/client/owner-store.ts'
import type { Environment } from '../domain/client/types.ts'
import { AppError } from '../errors.ts'
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

const asSet = (users: SlackUser[]): string =>
  [...new Set(users.map(({ teamId, userId }) => `${teamId} ${userId}`))].sort().join()

/** Effects on the same. */
export const ownerWrites = ({ db, tables, now, lock }: Tx): OwnerWrites => {
  const { registrationOwners: owners, credentials } = tables
  /** Nobody else changes the credential from here on; throws when it is not the version that was read. */
  const lockCredential = async (
    number: string,
    environment: Environment,
    expected: CredentialVersion | null | undefined,
  ): Promise<void> => {
    await lock(`credential ${environment} ${number}`)
    if (expected === undefined) return
    const { clientId, kid, testedAt } = credentials
    const [row] = await db
      .select({ clientId, kid, testedAt })
      .from(credentials)
      .where(isAt(tables, number, environment))
    const same =
      row?.clientId === expected?.clientId && row?.kid === expected?.kid && row?.testedAt === expected?.testedAt
    if (!same) throw new AppError('changed-meanwhile', 'the admin client is another by now', { environment })
  }
  return {
    setOwners: async (organisationNumber, environment, clientId, users, givenBy, expected) => {
      // two at once would else mix theirs
      await lock(`owners ${environment} ${organisationNumber} ${clientId}`)
      const ofIt = ofClient(tables, organisationNumber, environment, clientId)
      if (expected !== undefined) {
        const stored = await db.select({ teamId: owners.teamId, userId: owners.userId }).from(owners).where(ofIt)
        if (asSet(stored) !== asSet(expected))
          throw new AppError('changed-meanwhile', 'the owners are others by now', { environment })
      }
      await db.delete(owners).where(ofIt)
      const place = { organisationNumber, environment, clientId }
      const rows = users.map(({ teamId, userId }) => ({ ...place, teamId, userId, givenBy, createdAt: now() }))
      if (rows.length > 0) await db.insert(owners).values(rows).onConflictDoNothing()
    },
    saveCredential: async ({ organisationNumber, environment, ...row }, expected) => {
      await lockCredential(organisationNumber, environment, expected)
      const given = { ...row, createdAt: now() }
      await db
        .insert(credentials)
        .values({ organisationNumber, environment, ...given })
        .onConflictDoUpdate({ target: [credentials.organisationNumber, credentials.environment], set: given })
    },
    forgetCredential: async (organisationNumber, environment, expected) => {
      await lockCredential(organisationNumber, environment, expected)
      const gone = await db
        .delete(credentials)
        .where(isAt(tables, organisationNumber, environment))
        .returning({ kid: credentials.kid })
      return gone.length > 0
    },
  }
}
