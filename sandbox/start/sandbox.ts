import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { systemClock } from '../clock.ts'
import { createSandboxServer } from '../server.ts'
import { readManifest } from '../slack/manifest.ts'
import { world } from '../world.ts'
import { demandBuilt, runToEnd, startBot } from './bot.ts'
import { BOUNCE_ADDRESS, botEnvironment } from './bot-environment.ts'
import { pipeBounces } from './bounces.ts'
import { keepHandedOut } from './handed-out.ts'
import { giveHats } from './hats.ts'
import { keepAdminKey, keepSecretKey } from './keys.ts'
import { writeOrganisations } from './organisations-file.ts'
import { demandFree, listenOn, portsFrom } from './ports.ts'
import type { Settings } from './settings.ts'
import { startSystems } from './systems.ts'

export type Sandbox = {
  /** of the browser's pages */
  url: string
  /** the bot's address */
  botUrl: string
  /** the bot's own words */
  log: string
  stop(): Promise<void>
}

/**
 * Starts everything, in order: simulators, pages, the organisations' import, who is what, the bot. What has started is stopped again
 * when a later step fails.
 *
 * @param say tells the person at the terminal
 * @param signal gives the start up; afterwards it is `stop` that ends everything
 * @throws StartError
 */
export const startSandbox = async (
  settings: Settings,
  outer: Record<string, string | undefined>,
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<Sandbox> => {
  const { root, folder } = settings
  const ports = portsFrom(settings.port)
  const stops: (() => Promise<void>)[] = []
  let stopping = false
  const stop = async () => {
    stopping = true
    for (const one of stops.splice(0).reverse()) await one()
  }

  try {
    for (const file of Object.values(settings.bot)) demandBuilt(file)
    await demandFree(ports.bot, 'the bot')
    if (settings.reset) await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    const log = join(folder, 'bot.log')
    await rm(log, { force: true })
    const [key, supplierKey, handedOut, secretKey, manifest, organisations] = await Promise.all([
      keepAdminKey(folder, 'admin'),
      keepAdminKey(folder, 'supplier'),
      keepHandedOut(folder),
      keepSecretKey(folder),
      readManifest(join(root, 'manifest.yml')),
      writeOrganisations(world, root, folder),
    ])

    const systems = await startSystems({
      world,
      manifest,
      clock: systemClock,
      ports,
      folder,
      keys: { bot: key, supplier: supplierKey },
      handedOut,
    })
    stops.push(systems.close, systems.keep)
    const { workspace } = systems.slack
    const server = await listenOn(ports.pages, 'the pages', (port) =>
      createSandboxServer({
        workspace,
        manifest,
        systems: systems.all,
        pages: settings.pages,
        handedOut: Object.values(handedOut),
        port,
        mailbox: systems.mailbox,
        enhetsregisteret: systems.enhetsregisteret,
        idporten: systems.idporten,
        ...systems.places,
      }),
    )
    stops.push(server.close)

    const env = botEnvironment({ systems, ports, folder, key, secretKey, outer })
    const program = { env, log, root, ...(signal ? { signal } : {}) }
    await runToEnd({ ...program, file: settings.bot.admin, args: ['organisations', 'import', organisations] })
    await giveHats({ ...program, file: settings.bot.admin }, world, { folder, supplierKey: supplierKey.file })
    const botUrl = `http://127.0.0.1:${ports.bot}`
    systems.slack.setBotUrl(botUrl)
    const bot = await startBot({ ...program, file: settings.bot.main }, `${botUrl}/readyz`)
    stops.push(bot.stop)
    const alias = pipeBounces(systems.mailbox, BOUNCE_ADDRESS, (input, ending) =>
      runToEnd({ ...program, file: settings.bot.admin, args: ['bounces', 'read'], input, signal: ending }),
    )
    stops.push(alias.stop)
    server.setBot('ready')
    void bot.gone.then(() => {
      server.setBot('gone')
      if (!stopping) say(`The bot has stopped. Its last words are in ${log}; start the sandbox again to go on.`)
    })
    return { url: server.url, botUrl, log, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
