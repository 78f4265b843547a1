import type { Language, SlackUser } from '../../domain/belonging/types.ts'
import type { Environment } from '../../domain/client/types.ts'
import type { Deps } from '../../domain/deps.ts'
import type { Logger } from '../../log.ts'
import type { SlackApi } from '../client.ts'
import type { Surfaces } from '../surface.ts'

/** What telling people asks of the world. */
export type TellDeps = Pick<Deps, 'store' | 'vault' | 'turns' | 'now'> & {
  slack: Pick<SlackApi, 'post' | 'update' | 'conversationInfo'>
  surfaces: Surfaces
  log: Logger
  /** the installed workspace's */
  teamId(): Promise<string>
  /** as chosen or by Slack's locale; the default for somebody whom the bot has not met */
  languageOf(user: SlackUser): Promise<Language>
  defaultLanguage: Language
  /** user ids that `OPERATORS` names */
  operators: readonly string[]
  operationsChannel: string | null
  publicUrl: string | null
  /** ID-porten is set up */
  loginOn: boolean
  serviceDeskMail: string
  issuers: { maskinporten: Record<Environment, string> }
}
