import { getTableColumns, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Environment } from '../domain/client/types.ts'
import { type BounceReason, type ClientRef, type Contact, contactTopics } from '../domain/contact/types.ts'
import type { Ground } from './engine.ts'
import { parsed } from './json.ts'
import type { Tables } from './schema.ts'

export type ContactRow = Tables['contacts']['$inferSelect']

const hearsSchema = z.array(z.enum(contactTopics))

const someone = (teamId: string | null, userId: string | null) =>
  teamId === null || userId === null ? null : { teamId, userId }

const bounceOf = ({ bouncedAt, bounceReason, bounceCode }: ContactRow): Contact['bounce'] =>
  bouncedAt === null ? null : { at: bouncedAt, reason: (bounceReason ?? 'other') as BounceReason, code: bounceCode }

const mirroredOf = ({ mirroredTeam, mirroredUser, mirroredAt, mirroredVersion, content }: ContactRow) => {
  const by = someone(mirroredTeam, mirroredUser)
  return by === null || mirroredAt === null ? null : { by, at: mirroredAt, current: mirroredVersion === content }
}

/** A row and the clients that it applies to. */
export const contactOf = (row: ContactRow, clients: ClientRef[]): Contact => ({
  id: row.id,
  organisationNumber: row.organisationNumber,
  name: row.name,
  email: row.email,
  phone: row.phone,
  kind: row.kind,
  language: row.language,
  scope: row.scope,
  clients,
  user: someone(row.teamId, row.userId),
  hears: parsed(hearsSchema, row.hears, 'contacts.hears'),
  verifiedAt: row.verifiedAt,
  confirmedAt: row.confirmedAt,
  bounce: bounceOf(row),
  accountGoneAt: row.accountGoneAt,
  mirrored: mirroredOf(row),
  registeredBy: row.registeredBy,
  toldAt: row.toldAt,
  version: row.version,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
})

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Each client once, in the order in which all are given out: by environment, then by id. */
export const inOrder = (clients: readonly ClientRef[]): ClientRef[] => {
  const each = new Map(
    clients.map(({ environment, clientId }) => [`${environment} ${clientId}`, { environment, clientId }]),
  )
  return [...each.values()].sort((a, b) => compare(a.environment, b.environment) || compare(a.clientId, b.clientId))
}

const clientsOf = (joined: string | null): ClientRef[] => {
  const each = joined?.split('\n') ?? []
  return inOrder(
    each.map((one) => {
      const space = one.indexOf(' ')
      return { environment: one.slice(0, space) as Environment, clientId: one.slice(space + 1) }
    }),
  )
}

/** The row with everything of it; `contactOf` for the pairs that `selectContacts` gives. */
export const contactsOfRows = (rows: { row: ContactRow; clients: string | null }[]): Contact[] =>
  rows.map(({ row, clients }) => contactOf(row, clientsOf(clients)))

/**
 * The beginning of every question for contacts. Their clients come in the same statement: asked for after it, they might
 * be those of a later version.
 */
export const selectContacts = ({ db, tables: { contacts, contactClients } }: Pick<Ground, 'db' | 'tables'>) =>
  db
    .select({
      row: getTableColumns(contacts),
      clients: sql<
        string | null
      >`(select string_agg(chosen.environment || ' ' || chosen.client_id, ${'\n'}) from ${contactClients} as chosen where chosen.contact_id = contacts.id)`,
    })
    .from(contacts)
