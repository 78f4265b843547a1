import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

export type Settings = {
  /** of the browser's pages; the systems take the ports after it, the bot the tenth */
  port: number
  /** begin anew: forget everything in the folder */
  reset: boolean
  /** where data lives between starts */
  folder: string
  /** the project's own folder */
  root: string
  /** the built programs of the bot */
  bot: { main: string; admin: string }
  /** the built pages */
  pages: string
}

/** Something the person who starts the sandbox can mend; its message says how. */
export class StartError extends Error {
  override name = 'StartError'
}

/** The folder at or above `from` that holds package.json. */
const rootAbove = (from: string): string => {
  if (existsSync(join(from, 'package.json'))) return from
  if (dirname(from) === from) throw new StartError('package.json was not found: start the sandbox inside the project')
  return rootAbove(dirname(from))
}

/**
 * @param from a folder inside the project
 * @throws StartError for a port that is none
 */
export const readSettings = (
  args: readonly string[],
  env: Record<string, string | undefined>,
  from: string,
): Settings => {
  const given = env.SANDBOX_PORT?.trim() || '4000'
  const port = Number(given)
  if (!Number.isInteger(port) || port < 1 || port > 65_500) {
    throw new StartError(`SANDBOX_PORT is ${given}: write a number from 1 to 65500, such as 4000`)
  }
  const unknown = args.find((one) => one !== '--reset')
  if (unknown !== undefined) throw new StartError(`${unknown} is not known; there is --reset, which begins anew`)
  const root = rootAbove(from)
  return {
    port,
    root,
    reset: args.includes('--reset'),
    folder: join(root, '.sandbox'),
    bot: { main: join(root, 'dist/src/main.js'), admin: join(root, 'dist/src/admin/main.js') },
    pages: join(root, 'dist/sandbox/ui'),
  }
}
