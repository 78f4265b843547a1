import { ConfigError, readConfig } from '../config.ts'
import { AppError } from '../errors.ts'
import { auditExport } from './audit-export.ts'
import { auditVerify } from './audit-verify.ts'
import { bouncesRead } from './bounces-read.ts'
import { clearancesAdd, clearancesRemove } from './clearances.ts'
import { type AdminCommand, type AdminContext, UsageError } from './command.ts'
import { contactsExport } from './contacts-export.ts'
import { contactsImport } from './contacts-import.ts'
import { credentialsAdd, credentialsList, credentialsRemove } from './credentials.ts'
import { doctor } from './doctor.ts'
import { loginsImport } from './logins-import.ts'
import { manifest } from './manifest.ts'
import { membershipsAdd, membershipsRemove } from './memberships.ts'
import { organisationsExport } from './organisation-export.ts'
import { organisationsImport } from './organisations-import.ts'
import { readSecretLine } from './secret-line.ts'
import { readStandardInput } from './standard-input.ts'

/** Every admin command; a later one is a file of its own and a line here. */
export const commands: readonly AdminCommand[] = [
  organisationsImport,
  organisationsExport,
  contactsImport,
  contactsExport,
  loginsImport,
  bouncesRead,
  membershipsAdd,
  membershipsRemove,
  clearancesAdd,
  clearancesRemove,
  credentialsAdd,
  credentialsRemove,
  credentialsList,
  auditVerify,
  auditExport,
  manifest,
  doctor,
]

const usage = (): string =>
  ['npm run admin -- COMMAND', '', ...commands.map((one) => `  ${one.usage}\n      ${one.about}`)].join('\n')

/**
 * Runs one command line.
 *
 * @param secretLine where a secret comes from; this process's standard input when left out
 * @param standardInput where what is piped in comes from; the same when left out
 * @returns the exit code: 0 well, 1 the command found something wrong, 2 it was called wrongly
 */
export const runAdmin = async (
  argv: string[],
  env: Record<string, string | undefined>,
  say: (line: string) => void,
  secretLine: AdminContext['secretLine'] = readSecretLine,
  standardInput: AdminContext['standardInput'] = readStandardInput,
): Promise<number> => {
  const command = commands.find((one) => `${argv.join(' ')} `.startsWith(`${one.name} `))
  if (command === undefined) {
    say(usage())
    return argv.length === 0 || ['help', '--help', '-h'].includes(argv[0] ?? '') ? 0 : 2
  }
  try {
    const args = argv.slice(command.name.split(' ').length)
    return await command.run({ args, say, config: () => readConfig(env), secretLine, standardInput })
  } catch (error) {
    if (error instanceof ConfigError) {
      say(error.message)
      return 2
    }
    if (error instanceof AppError) {
      say(`${error.code}: ${error.message}`)
      return 1
    }
    const mistyped =
      error instanceof UsageError ||
      (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    if (!mistyped) throw error
    say(`${error.message}\n\nnpm run admin -- ${command.usage}`)
    return 2
  }
}
