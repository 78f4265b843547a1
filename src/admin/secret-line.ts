import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** Standard input, as far as a secret is read from it. */
export type SecretInput = NodeJS.ReadableStream & { isTTY?: boolean; destroy?(): unknown }

/**
 * The first line of standard input, for what must not stand in an argument (others on the machine see those). At a
 * terminal the prompt goes to `output`, and nothing of what is typed is shown or kept in a history.
 *
 * @returns without its line ending; empty when the input ended first, or at Ctrl-C
 */
export const readSecretLine = (
  prompt: string,
  input: SecretInput = process.stdin,
  output: NodeJS.WritableStream = process.stderr,
): Promise<string> => {
  const terminal = input.isTTY === true
  if (terminal) output.write(prompt)
  // readline would echo to its output: this one swallows all of it
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input, output: nowhere, terminal, historySize: 0 })
  return new Promise((resolve) => {
    let first = ''
    lines.once('line', (line) => {
      first = line
      lines.close()
    })
    lines.once('SIGINT', () => lines.close())
    lines.once('close', () => {
      if (terminal) output.write('\n')
      // a pipe that its writer leaves open would keep the program from ending
      input.destroy?.()
      resolve(first)
    })
  })
}
