import type { SlackUser } from '../../domain/belonging/types.ts'
import type { TellDeps } from './deps.ts'

/**
 * Where the service desk's cards stand: the operations channel, else each operator's direct messages; nobody where
 * neither is set up. Throws `slack-unavailable` when the workspace is not known yet.
 */
export const operationsHolders = async (deps: TellDeps): Promise<SlackUser[]> => {
  const teamId = await deps.teamId()
  if (deps.operationsChannel !== null) return [{ teamId, userId: deps.operationsChannel }]
  const named = await deps.store.operatorsNamed()
  return [...deps.operators.map((userId) => ({ teamId, userId })), ...named.map(({ user }) => user)]
}

/** Each once, the first of several; a person is one by team and id. */
export const eachOnce = <T extends { holder: SlackUser }>(places: readonly T[]): T[] => {
  const seen = new Set<string>()
  return places.filter(({ holder }) => {
    const key = `${holder.teamId} ${holder.userId}`
    return !seen.has(key) && seen.add(key)
  })
}
