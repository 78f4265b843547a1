import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { botFiles, importsOf, read, root } from './helpers/source.ts'

type Package = {
  engines: Record<string, string>
  scripts: Record<string, string>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}

const own = JSON.parse(read('package.json')) as Package
const lock = JSON.parse(read('package-lock.json')) as {
  packages: Record<string, { version: string } & Partial<Package>>
}
const options = (file: string) =>
  (JSON.parse(read(file)) as { compilerOptions: Record<string, unknown> }).compilerOptions
const everything = { ...own.dependencies, ...own.devDependencies }

const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')

describe('package.json', () => {
  it('pins every version, as the lock file has it', () => {
    expect(Object.entries(everything).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
    const locked = Object.keys(everything).map((name) => [name, lock.packages[`node_modules/${name}`]?.version])
    expect(Object.fromEntries(locked)).toEqual(everything)
    expect(lock.packages['']).toMatchObject({ dependencies: own.dependencies, devDependencies: own.devDependencies })
  })

  it('says which Node it needs', () => {
    expect(own.engines).toEqual({ node: '>=20.19' })
  })

  it.each([
    ['prepare', /npm run build/],
    ['start', /^node dist\/src\/main\.js$/],
    ['dev', /watch/],
    ['sandbox', /^node dist\/sandbox\/main\.js$/],
    ['admin', /^node dist\/src\/admin\/main\.js$/],
    ['bench', /bench/],
    ['test', /npm run types && npm run lint && npm run test:only$/],
    ['lint', /^biome check \.$/],
    ['test:only', /^vitest run --config test\/vitest\.config\.ts$/],
  ])('has the script %s', (name, does) => {
    expect(own.scripts[name]).toMatch(does)
    for (const [, built = ''] of (own.scripts[name] ?? '').matchAll(/\bdist\/(\S+)\.js\b/g))
      expect(existsSync(join(root, `${built}.ts`)), built).toBe(true)
  })

  it.each(['-p .', '-p sandbox', '-p sandbox/ui', '-p test'])('checks the types of the project %s', (project) => {
    expect(own.scripts.types?.split(' && ').some((part) => part.replace(' --noEmit', '').endsWith(` ${project}`))).toBe(
      true,
    )
  })

  it('brings what the bot runs on, and nothing that it does not', () => {
    // what builds the bot does not run it
    const imports = botFiles
      .filter((file) => file !== 'src/vite.config.ts')
      .flatMap(importsOf)
      .filter(({ to }) => !/^(src|commands|views|messages)\//.test(to) && !to.startsWith('node:'))
    const run = new Set(imports.filter(({ typeOnly }) => !typeOnly).map(({ to }) => packageOf(to)))
    expect([...run].filter((name) => own.dependencies[name] === undefined)).toEqual([])
    const named = new Set(imports.map(({ to }) => packageOf(to)))
    expect(Object.keys(own.dependencies).filter((name) => !named.has(name))).toEqual([])
  })
})

describe('the TypeScript projects', () => {
  it('are strict', () => {
    expect(options('tsconfig.json')).toMatchObject({
      strict: true,
      noUncheckedIndexedAccess: true,
      noUnusedLocals: true,
      noImplicitReturns: true,
      noFallthroughCasesInSwitch: true,
      verbatimModuleSyntax: true,
      erasableSyntaxOnly: true,
      isolatedModules: true,
    })
  })

  it.each([
    ['sandbox/tsconfig.json', '../tsconfig.json'],
    ['sandbox/ui/tsconfig.json', '../../tsconfig.json'],
    ['test/tsconfig.json', '../tsconfig.json'],
  ])('%s takes all of it over', (file, base) => {
    expect(JSON.parse(read(file))).toMatchObject({ extends: base })
    const loosened = [
      'strict',
      'noUncheckedIndexedAccess',
      'verbatimModuleSyntax',
      'erasableSyntaxOnly',
      'skipLibCheck',
    ]
    expect(Object.keys(options(file)).filter((name) => loosened.includes(name))).toEqual([])
  })

  it('keep the bot from seeing the others', () => {
    expect(JSON.parse(read('tsconfig.json')).include).toEqual([
      'src/**/*.ts',
      'commands/**/*.ts',
      'views/**/*.ts',
      'messages/**/*.ts',
    ])
  })
})

describe('npm run prepare', () => {
  /** The script alone, in a folder with a build of its own that leaves a mark. */
  const prepared = async (installed: boolean) => {
    const folder = await mkdtemp(join(tmpdir(), 'portvakt-prepare-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const scripts = { prepare: own.scripts.prepare, build: "node -e \"fs.writeFileSync('built', '')\"" }
    await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module', scripts }))
    if (installed) await mkdir(join(folder, 'node_modules/vite'), { recursive: true })
    const { stdout } = await promisify(execFile)('npm', ['run', 'prepare'], { cwd: folder })
    return { stdout, files: await readdir(folder) }
  }

  it('builds where the development dependencies are', async () => {
    expect((await prepared(true)).files).toContain('built')
  })

  it('builds nothing without them, and says so: `npm ci --omit=dev`', async () => {
    const { stdout, files } = await prepared(false)
    expect(files).not.toContain('built')
    expect(stdout).toContain('No development dependencies here')
  })
})
