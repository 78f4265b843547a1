import type { Config } from '../config.ts'

/** What an admin command works with: words to its caller, and the configuration when it asks for it. */
export type AdminContext = {
  args: string[]
  /** to standard output */
  say(line: string): void
  /** @throws ConfigError */
  config(): Config
  /** one line of standard input, for what must stand in no argument; a terminal is asked without an echo */
  secretLine(prompt: string): Promise<string>
  /** all of standard input, as it came */
  standardInput(): Promise<Uint8Array>
}

/** One admin command: `noun verb`, how it is called, and what it does. `run` gives the exit code. */
export type AdminCommand = {
  name: string
  usage: string
  about: string
  run(context: AdminContext): Promise<number>
}

/** A call that can't be carried out as it was typed; the message says what to type. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}
