import { UsageError } from './command.ts'

/** More than a mail server takes of one mail. */
const mostBytes = 10 * 1024 * 1024

/**
 * Everything on standard input, for what another program pipes in.
 *
 * @throws {UsageError} at a terminal, which nobody pipes into, and beyond 10 MiB
 */
export const readStandardInput = async (
  input: AsyncIterable<Uint8Array | string> & { isTTY?: boolean } = process.stdin,
): Promise<Uint8Array> => {
  if (input.isTTY === true) throw new UsageError('nothing was piped in')
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > mostBytes) throw new UsageError(`standard input is longer than ${mostBytes / 1024 / 1024} MiB`)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
