import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { streamSSE } from 'hono/streaming'
import { ZodError } from 'zod'
import { carryOut, parseActRequest } from './act.ts'
import { registerExamples } from './enhetsregisteret/examples.ts'
import { handedOutPage } from './handed-out-page.ts'
import { mailPages } from './mailbox/mail-pages.ts'
import { createPost } from './mailbox/post.ts'
import { createModes, type SandboxSystem } from './modes.ts'
import { createOrderPlaces } from './order-places.ts'
import { type Outside, outsideSystems } from './outside.ts'
import { createPages } from './pages.ts'
import type { ActAnswer, Desk, Person, World } from './protocol.ts'
import { createChanges } from './slack/changes.ts'
import type { Manifest } from './slack/manifest.ts'
import type { Workspace } from './slack/workspace.ts'
import { streamChanges } from './stream.ts'
import { organisations } from './world.ts'

export type SandboxServerOptions = Outside & {
  workspace: Workspace
  manifest: Manifest
  systems: readonly SandboxSystem[]
  /** folder of the built pages */
  pages: string
  links?: World['links']
  /** the admin clients that Digdir handed out to Kystverdi itself; they get a page */
  handedOut?: Parameters<typeof handedOutPage>[1]
  /** 0 takes a free one */
  port?: number
  heartbeatMs?: number
}

export type SandboxServer = {
  url: string
  /** Whether the bot runs, shown to everybody; `starting` at first. */
  setBot(state: Desk['bot']): void
  close(): Promise<void>
}

const MOST_BYTES = 1024 * 1024

/**
 * The browser's side of the sandbox: pages, `GET /api/world`, `GET /api/stream?as=`, `POST /api/act`,
 * `GET /api/mails/<id>` (protocol.ts). The mailbox, Enhetsregisteret and ID-porten each have their row among the systems
 * once they are given, and brreg's desk and Altinn their place.
 *
 * It listens on 127.0.0.1 only and refuses other Host and Origin headers, so that no web page elsewhere can use it.
 * @throws the listen error, such as `EADDRINUSE`
 */
export const createSandboxServer = async (options: SandboxServerOptions): Promise<SandboxServer> => {
  const { workspace, manifest } = options
  const changes = createChanges()
  const post = createPost(options.mailbox, changes.tell)
  const modes = createModes([...options.systems, ...outsideSystems(options, post)], changes.tell)
  const places = createOrderPlaces(options)
  const pages = createPages(options.pages)
  const { handedOut } = options
  const handedOutLinks = handedOut === undefined ? [] : [{ name: 'Handed out by Digdir', url: '/handed-out' }]
  let bot: Desk['bot'] = 'starting'
  let hosts: readonly string[] = []

  const onChange = (listener: () => void) => {
    const off = [workspace.onChange(listener), changes.on(listener), post.onMail(listener), places.onChange(listener)]
    return () => {
      for (const stop of off) stop()
    }
  }

  /** The person as everybody sees them, and what they are trusted with at the beginning. */
  const faceOf = (id: string): Person => {
    const hats = workspace.people().find((person) => person.id === id)?.hats
    return { ...workspace.as(id).desk().me, ...(hats ? { hats } : {}) }
  }
  const deskOf = (id: string): Desk => {
    const desk = workspace.desk(id, { systems: modes.systems(), bot })
    const mail = post.seenBy(desk.me)
    return { ...desk, ...(mail ? { mail } : {}), ...places.seenBy(id) }
  }

  const app = new Hono()
  app.use(async (c, next) => {
    const origin = c.req.header('origin')
    const foreign = origin !== undefined && !hosts.some((host) => origin === `http://${host}`)
    if (foreign || !hosts.includes(c.req.header('host') ?? '')) return c.text('not for others\n', 403)
    return next()
  })

  app.get('/api/world', (c) => {
    const { team, bot, organisations } = workspace.world
    return c.json({
      team,
      bot: { user_id: bot.user_id, app_id: bot.app_id, name: bot.name },
      organisations,
      people: workspace.people().map(({ id }) => faceOf(id)),
      commands: manifest.features.slash_commands.map(({ command, description, usage_hint }) => ({
        command,
        description,
        usage_hint,
      })),
      systems: modes.systems(),
      links: [...(options.links ?? []), ...handedOutLinks],
      ...places.world,
      examples: options.enhetsregisteret ? [...registerExamples] : [],
    } satisfies World)
  })

  app.get('/api/stream', (c) => {
    const as = c.req.query('as') ?? ''
    if (!workspace.people().some((person) => person.id === as)) return c.text('nobody has that id\n', 404)
    return streamSSE(c, (stream) =>
      streamChanges(stream, {
        read: () => deskOf(as),
        onChange,
        heartbeatMs: options.heartbeatMs ?? 15_000,
      }),
    )
  })

  app.post('/api/act', bodyLimit({ maxSize: MOST_BYTES }), async (c) => {
    try {
      const { as, act } = parseActRequest(await c.req.json())
      return c.json(await carryOut({ workspace, modes, post, places }, as, act))
    } catch (error) {
      const wrong = error instanceof ZodError || error instanceof SyntaxError
      const message =
        error instanceof ZodError ? 'not an act: see sandbox/protocol.ts' : String((error as Error).message)
      return c.json({ ok: false, error: message } satisfies ActAnswer, wrong ? 400 : 200)
    }
  })

  app.route('/api/mails', mailPages(post))
  app.all('/api/*', (c) => c.text('not found\n', 404))
  if (handedOut !== undefined)
    app.get('/handed-out', (c) => c.html(handedOutPage(organisations.kystverdi.name, handedOut)))
  app.get('*', (c) => pages(c.req.path))

  // A test process has a global Request of its own; it is none of the server's business.
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  hosts = [`127.0.0.1:${port}`, `localhost:${port}`]

  return {
    url: `http://127.0.0.1:${port}`,
    setBot(state) {
      bot = state
      changes.tell()
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
