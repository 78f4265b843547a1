import { ConfigError, readConfig } from '../config.ts'
import { AppError } from '../errors.ts'
import { type AdminCommand, UsageError } from './command.ts'
import { doctor } from './doctor.ts'
import { manifest } from './manifest.ts'
import { organisationsImport } from './organisations-import.ts'

/** Every admin command; a later one is a file of its own and a line here. */
export const commands: readonly AdminCommand[] = [organisationsImport, manifest, doctor]

const usage = (): string =>
  ['npm run admin -- COMMAND', '', ...commands.map((one) => `  ${one.usage}\n      ${one.about}`)].join('\n')

/**
 * Runs one command line.
 *
 * @returns the exit code: 0 well, 1 the command found something wrong, 2 it was called wrongly
 */
export const runAdmin = async (
  argv: string[],
  env: Record<string, string | undefined>,
  say: (line: string) => void,
): Promise<number> => {
  const command = commands.find((one) => `${argv.join(' ')} `.startsWith(`${one.name} `))
  if (command === undefined) {
    say(usage())
    return argv.length === 0 || ['help', '--help', '-h'].includes(argv[0] ?? '') ? 0 : 2
  }
  try {
    return await command.run({ args: argv.slice(command.name.split(' ').length), say, config: () => readConfig(env) })
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
