import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { beforeAll, describe, expect, it } from 'vitest'
import { filesBelow, read, root } from './helpers/source.ts'

const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }

/** The bot as `npm run build` makes it, in memory. */
const built = async (): Promise<Rolldown.OutputChunk[]> => {
  const output = (await build({
    configFile: join(root, 'src/vite.config.ts'),
    logLevel: 'error',
    build: { write: false, minify: false, sourcemap: false },
  })) as Rolldown.RolldownOutput
  return output.output.filter((one) => one.type === 'chunk')
}

/** What is loaded with a chunk: modules as paths from the root or from `node_modules`, and packages left outside. */
const loadedWith = (chunks: Rolldown.OutputChunk[], first: string): string[] => {
  const names = new Set([first])
  const loaded: string[] = []
  // a set is walked with what is added meanwhile
  for (const name of names) {
    const chunk = chunks.find((one) => one.fileName === name)
    for (const one of chunk?.imports ?? []) names.add(one)
    loaded.push(...(chunk?.moduleIds ?? [name]))
  }
  return loaded.map((id) => id.replace(/^.*\/node_modules\//, '').replace(root, ''))
}

describe('a start of the built bot', () => {
  let chunks: Rolldown.OutputChunk[] = []
  beforeAll(async () => {
    chunks = await built()
  })
  const start = () => loadedWith(chunks, 'main.js')
  const rooms = [
    'commands',
    'views',
    'messages',
    'src/text',
    'src/events',
    'src/jobs',
    'src/delivery',
    'src/slack/tell',
  ]
  const workers = ['src/work.ts', 'src/routes.ts', 'src/services.ts', 'src/jobs.ts', 'src/delivery.ts']

  it('loads what answers a probe', () => {
    expect(start()).toEqual(
      expect.arrayContaining(['src/main.ts', 'src/app.ts', 'src/web/health.ts', 'src/slack/receiver.ts']),
    )
  })

  it('loads nothing that grows with what the bot can do', () => {
    const grows = (module: string) => workers.includes(module) || rooms.some((room) => module.startsWith(`${room}/`))
    expect(start().filter(grows)).toEqual([])
  })

  it('leaves that to what is loaded after it, every conversation among it', () => {
    const work = chunks.find((one) => one.moduleIds.some((id) => id.endsWith('/src/work.ts')))
    const modules = loadedWith(chunks, work?.fileName ?? '')
    const conversations = filesBelow('commands', '.ts').filter((file) => /^export const routes\b/m.test(read(file)))
    expect(conversations.length).toBeGreaterThan(50)
    expect(conversations.filter((file) => !modules.includes(file))).toEqual([])
  })

  it('loads of others’ code what it needs by then', () => {
    const modules = start()
    const among = (name: string) => modules.some((one) => one === name || one.startsWith(`${name}/`))
    expect(Object.keys(dependencies).filter(among)).toEqual([
      '@navikt/fnrvalidator',
      '@slack/bolt',
      '@slack/types',
      '@slack/web-api',
      'drizzle-orm',
      'jose',
      'pino',
      'stdnum',
      'undici',
      'zod',
    ])
    // Bolt's other receivers and their servers
    expect(modules.filter((one) => /^(express|body-parser|iconv-lite|jsonwebtoken)\//.test(one))).toEqual([])
  })
})
