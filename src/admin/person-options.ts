import type { Config } from '../config.ts'
import type { Organisation, SlackUser } from '../domain/belonging/types.ts'
import type { Store } from '../domain/deps.ts'
import { readOrganisationNumber } from '../domain/organisation-number.ts'
import { AppError } from '../errors.ts'
import { createLog } from '../log.ts'
import { createSlackApi } from '../slack/client.ts'
import { openStore } from '../store/open.ts'
import { UsageError } from './command.ts'

/** How a command names a person of an organisation. */
export const personOptions = {
  organisation: { type: 'string' },
  user: { type: 'string' },
  team: { type: 'string' },
} as const

export type NamedPerson = { organisationNumber: string; userId: string; teamId: string | null }

/** An organisation number as it was typed. @throws {UsageError} */
export const readOrganisationOption = (typed: string | undefined): string => {
  const number = typed === undefined ? null : readOrganisationNumber(typed)
  if (number === null) throw new UsageError('--organisation takes an organisation number, nine digits')
  return number
}

/** @throws {UsageError} for what can't be a person, or is none of an organisation's */
export const readPersonOptions = (values: { organisation?: string; user?: string; team?: string }): NamedPerson => {
  const organisationNumber = readOrganisationOption(values.organisation)
  const { user, team } = values
  if (user === undefined || !/^[UW][A-Z0-9]{2,}$/.test(user))
    throw new UsageError('--user takes a Slack user id, such as U0123ABCD (in Slack: the profile, ⋮, Copy member ID)')
  if (team !== undefined && !/^[TE][A-Z0-9]{2,}$/.test(team))
    throw new UsageError('--team takes a Slack workspace id, such as T0123ABCD')
  return { organisationNumber, userId: user, teamId: team ?? null }
}

/** The workspace that the bot is installed in, from Slack. @throws {UsageError} when Slack does not say */
const homeTeam = async (config: Config): Promise<string> => {
  const { botToken, apiUrl } = config.slack
  const slack = createSlackApi({ token: botToken, apiUrl, log: createLog('silent'), now: Date.now })
  try {
    return await slack.teamId()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new UsageError(`Slack did not tell the workspace’s id (${error.code}): name it with --team T…`)
  }
}

/** The organisation as it was imported. @throws {UsageError} when it was not */
export const importedOrganisation = async (store: Store, number: string): Promise<Organisation> => {
  const organisation = await store.organisation(number)
  if (organisation === null)
    throw new UsageError(`${number} is not among the imported organisations: organisations import FILE.csv`)
  return organisation
}

/** Opens the store for work on one person of an imported organisation, and closes it afterwards. @throws {UsageError} */
export const withPerson = async (
  config: Config,
  named: NamedPerson,
  work: (found: { store: Store; organisation: Organisation; user: SlackUser }) => Promise<number>,
): Promise<number> => {
  const store = await openStore(config.databaseUrl)
  try {
    const organisation = await importedOrganisation(store, named.organisationNumber)
    const teamId = named.teamId ?? (await homeTeam(config))
    return await work({ store, organisation, user: { teamId, userId: named.userId } })
  } finally {
    await store.close()
  }
}
