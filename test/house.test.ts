import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { routes } from '../src/routes.ts'
import { routingTable } from '../src/slack/router.ts'
import { asksOfSurface, renderings, wordsAt } from './helpers/rendered-ids.ts'
import { roomOf, rooms, wrongWith } from './helpers/rooms.ts'
import { botFiles, code, filesBelow, foldersIn, importsOf, read, root, sandboxFiles } from './helpers/source.ts'
import { views } from './views/samples.ts'

const all = [...botFiles, ...sandboxFiles]
const imports = all.flatMap(importsOf)

describe('imports', () => {
  it('are found by this test', () => {
    expect(importsOf('src/main.ts').map(({ to }) => to)).toContain('src/app.ts')
    expect(importsOf('src/store/open.ts').map(({ to }) => to)).toContain('src/store/postgres.ts')
    expect(importsOf('src/routes.ts').find(({ to }) => to === 'src/slack/route.ts')?.typeOnly).toBe(true)
    expect(imports.length).toBeGreaterThan(500)
  })

  it('point one way', () => {
    const isPure = (file: string) => importsOf(file).every(({ to }) => to !== 'src/domain/deps.ts')
    expect(imports.map((one) => wrongWith(one, isPure)).filter((fault) => fault !== null)).toEqual([])
  })

  it('are judged by a table without dead rows', () => {
    const lived = new Set(all.map(roomOf))
    expect(Object.keys(rooms).filter((room) => !lived.has(room))).toEqual([])
  })

  it.each([
    ['src/domain/client/a.ts', 'drizzle-orm'],
    ['src/domain/client/a.ts', 'src/text/index.ts'],
    ['src/domain/client/a.ts', 'views/kit/blocks.ts'],
    ['views/client/a.ts', 'src/store/open.ts'],
    ['views/client/a.ts', 'src/slack/client.ts'],
    ['views/kit/a.ts', 'views/client/list.ts'],
    ['commands/client/a.ts', 'src/adapters/digdir.ts'],
    ['commands/client/a.ts', 'src/slack/surface.ts'],
    ['src/adapters/digdir.ts', 'undici'],
    ['src/admin/a.ts', 'drizzle-orm'],
    ['src/store/a.ts', 'src/adapters/http.ts'],
    ['src/slack/a.ts', 'sandbox/world.ts'],
    ['src/admin/a.ts', 'test/helpers/house.ts'],
    ['sandbox/slack/a.ts', 'src/errors.ts'],
    ['sandbox/ui/a.ts', 'sandbox/world.ts'],
    ['src/somewhere/a.ts', 'zod'],
  ])('from %s to %s would be refused', (from, to) => {
    expect(wrongWith({ from, to, typeOnly: false, names: [] }, () => true)).not.toBeNull()
  })
})

describe('files', () => {
  it('hold at most 250 lines', () => {
    const styles = filesBelow('sandbox/ui', '.css')
    const long = [...all, ...styles].map((file) => ({ file, lines: read(file).trimEnd().split('\n').length }))
    expect(long.filter(({ lines }) => lines > 250)).toEqual([])
  })

  it('are named in kebab-case, after what they hold', () => {
    const names = all.map((file) => file.split('/').at(-1) ?? '')
    expect(
      names.filter(
        (name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.(config|postgres|sqlite|config\.(sqlite|postgres)))?\.tsx?$/.test(name),
      ),
    ).toEqual([])
    expect(botFiles.filter((file) => /\b(utils?|helpers?|misc)\b/.test(file))).toEqual([])
  })

  it('export by name, and only what is their own', () => {
    // drizzle-kit and Vite read their configuration from a default export
    const own = botFiles.filter((file) => !/\/(drizzle|vite)\.config\./.test(file))
    expect(own.filter((file) => /^export default\b|\bas default\b/m.test(code(file)))).toEqual([])
    // a type may be passed on by the module that stands for its package or folder
    expect(botFiles.filter((file) => /^export (?!type )[^'"=]*? from '/m.test(code(file)))).toEqual([])
  })

  it('have the same nouns in every layer', () => {
    const nouns = ['client', 'belonging', 'contact', 'order', 'incident', 'audit']
    const more: Record<string, string[]> = {
      commands: ['home'],
      views: ['kit', 'home', 'mail', 'pages'],
      'src/domain': ['delivery', 'login'],
    }
    for (const [layer, others] of Object.entries(more)) {
      const allowed = [...nouns, ...others]
      expect(
        foldersIn(layer).filter((name) => !allowed.includes(name)),
        layer,
      ).toEqual([])
      expect(
        foldersIn(`test/${layer.replace('src/', '')}`).filter((name) => !allowed.includes(name)),
        `test of ${layer}`,
      ).toEqual([])
    }
    // words that belong to no noun
    const common = ['common', 'errors', 'faults', 'mp', 'forms', 'help', 'history', 'home', 'mail', 'pages', 'admin']
    for (const language of ['nb', 'en']) {
      const files = readdirSync(join(root, 'src/text', language)).map((name) => name.replace(/\.ts$/, ''))
      expect(
        files.filter((name) => ![...nouns, ...common].some((word) => name === word || name.startsWith(`${word}-`))),
        language,
      ).toEqual([])
    }
    expect(readdirSync(join(root, 'src/text/nb')).sort()).toEqual(readdirSync(join(root, 'src/text/en')).sort())
  })
})

describe('the process', () => {
  it('has its environment read in one place', () => {
    // the sandbox is a program of its own and has a place of its own
    const may = ['src/config.ts', 'src/main.ts', 'src/admin/main.ts', 'sandbox/main.ts']
    expect(
      all.filter((file) => /\bprocess\s*\.\s*env\b|\bimport\.meta\.env\b/.test(code(file)) && !may.includes(file)),
    ).toEqual([])
  })

  it('hands Slack’s requests to one listener', () => {
    const boltApp = imports.filter(
      ({ to, typeOnly, names }) => to === '@slack/bolt' && !typeOnly && names.includes('App'),
    )
    expect(boltApp.map(({ from }) => from)).toEqual(['src/app.ts'])
    const listening = (file: string) =>
      code(file).match(/\b(app|bolt)\.(action|view|command|event|options|shortcut|message|function|use)\(/g) ?? []
    expect(botFiles.flatMap(listening)).toEqual(['bolt.use('])
  })
})

describe('routes', () => {
  const rows = [...routingTable(routes).keys()]
  const surfaces = renderings()
  const asked = new Set(surfaces.flatMap(({ surface }) => asksOfSurface(surface)))

  it('stand in every file of conversations, each in the one list', () => {
    const listed = importsOf('src/routes.ts').map(({ to }) => to)
    const conversations = botFiles.filter(
      (file) => /^(commands|src\/events)\//.test(file) && /^export const routes\b/m.test(code(file)),
    )
    expect(conversations.filter((file) => !listed.includes(file))).toEqual([])
  })

  it('are there for all that a view renders', () => {
    expect(asked.size).toBeGreaterThan(20)
    expect([...asked].filter((one) => !rows.includes(one))).toEqual([])
  })

  it('are all rendered by some view, or are a command or an event', () => {
    expect(rows.filter((row) => !/^(command|event) /.test(row) && !asked.has(row))).toEqual([])
  })

  it('are compared with every view of the house', async () => {
    const known = new Set(views.map(({ id }) => id))
    const drawn: string[] = []
    for (const file of filesBelow('views', '.ts')) {
      const exported = Object.values((await import(join(root, file))) as Record<string, unknown>)
      for (const one of exported)
        if (typeof one === 'object' && one !== null && 'id' in one && 'render' in one) drawn.push(String(one.id))
    }
    expect(drawn.length).toBeGreaterThanOrEqual(views.length)
    expect(drawn.filter((id) => !known.has(id))).toEqual([])
  })
})

describe('words', () => {
  it('of the house’s own are never cut where Slack has little room', () => {
    const data = ['loading, titled']
    const cut = renderings()
      .filter(({ name }) => !data.some((one) => name.startsWith(one)))
      .flatMap(({ name, surface }) => [
        ...wordsAt({ ...surface, blocks: [] }, ['title', 'submit', 'close']).map((word) => `${name}: ${word}`),
        ...wordsAt(surface.blocks, ['label', 'hint', 'placeholder', 'confirm', 'deny']).map(
          (word) => `${name}: ${word}`,
        ),
      ])
      .filter((word) => /\S…$/.test(word))
    expect(cut).toEqual([])
  })
})
