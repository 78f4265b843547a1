import { createServer } from 'node:net'
import { StartError } from './settings.ts'

/** Which port each part listens on, counted from the browser's. */
export const portsFrom = (base: number) => ({
  pages: base,
  slack: base + 1,
  test: { maskinporten: base + 2, digdir: base + 3 },
  prod: { maskinporten: base + 4, digdir: base + 5 },
  idporten: base + 6,
  enhetsregisteret: base + 7,
  mailbox: base + 8,
  bot: base + 10,
})

export type Ports = ReturnType<typeof portsFrom>

const inUse = (port: number, what: string) =>
  new StartError(
    `Port ${port} (${what}) is in use, perhaps by another sandbox. Stop that one, or move this: SANDBOX_PORT=${Math.min(port + 100, 65_000)} npm run sandbox`,
  )

/** @throws StartError when the port is taken already */
export const listenOn = async <T>(port: number, what: string, listen: (port: number) => Promise<T>): Promise<T> => {
  try {
    return await listen(port)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw inUse(port, what)
    throw error
  }
}

/** @throws StartError when another process holds the port the bot is to have */
export const demandFree = (port: number, what: string): Promise<void> =>
  listenOn(
    port,
    what,
    (wanted) =>
      new Promise((resolve, reject) => {
        const probe = createServer()
        probe.once('error', reject)
        probe.listen(wanted, '127.0.0.1', () => probe.close(() => resolve()))
      }),
  )
