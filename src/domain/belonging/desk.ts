import type { Deps } from '../deps.ts'
import type { Language } from './types.ts'

/** Where the service desk is told what nobody else can be told: its channel, else each operator; in its language. */
export type Desk = {
  /** `OPERATIONS_CHANNEL` */
  channel: string | null
  /** user ids that `OPERATORS` names */
  operators: readonly string[]
  /** `DEFAULT_LANGUAGE` */
  language: Language
}

/** Out of the configuration. */
export const deskOf = (config: {
  operationsChannel: string | null
  operators: readonly string[]
  defaultLanguage: Language
}): Desk => ({ channel: config.operationsChannel, operators: config.operators, language: config.defaultLanguage })

/** Ids of the channel or of the users, each once; none where the service desk is set up nowhere. */
export const deskAddresses = async ({ store, desk }: Pick<Deps, 'store' | 'desk'>): Promise<string[]> => {
  if (desk.channel !== null) return [desk.channel]
  const named = await store.operatorsNamed()
  return [...new Set([...desk.operators, ...named.map(({ user }) => user.userId)])]
}
