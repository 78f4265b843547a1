import { expect } from 'vitest'
import { pidOf } from './hats.ts'
import { type House, organisations, type Person, people } from './house.ts'
import { kept, stored } from './walk.ts'
import { changesAtProd } from './walk-login.ts'

/** What an attack must leave alone: production at Digdir, and every conversation with the bot. */
export const lookAround = (house: House) => {
  const { workspace } = house.slack
  return {
    atDigdir: changesAtProd(house),
    clients: house.digdir.prod.registry.clients(organisations.kystverdi.organisation_number),
    told: workspace.people().map(({ id }) => workspace.as(id).desk().messages),
    modals: workspace.people().map(({ id }) => workspace.as(id).desk().modals),
  }
}

/** Every row, but for the tables by which the bot's own workers say that they live. */
export const dump = (house: House): Record<string, unknown[]> => {
  const { leases: _, workers: __, sqlite_stat1: ___, sqlite_stat4: ____, ...tables } = stored(house)
  return tables
}

/**
 * Expects that nothing which outlives a login (the database with its audit, the log, what Slack shows) holds anybody's
 * national identity number, a token, or one of `more`.
 */
export const expectNoTrace = (house: House, more: string[] = []): void => {
  const everything = kept(house)
  const numbers = Object.entries(people).flatMap(([name, one]) =>
    one.pid === undefined ? [] : [pidOf(name as Person)],
  )
  for (const secret of [...numbers, ...more]) expect(everything.includes(secret), `holds ${secret}`).toBe(false)
  // an access token of the hostile issuer, or three parts of a signed one
  expect(everything).not.toMatch(/access-[0-9a-f]{8}-|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\./)
}
