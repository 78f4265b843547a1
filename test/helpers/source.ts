import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { fileURLToPath } from 'node:url'

/** The repository's root, with a slash at the end. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** What a source file is given by another one: `to` is a path from the root, or the name of a package. */
export type Import = { from: string; to: string; typeOnly: boolean; names: string[] }

export const read = (file: string): string => readFileSync(join(root, file), 'utf8')

/** Every file below a folder whose name ends in one of `endings`, as paths from the root, sorted. */
export const filesBelow = (folder: string, ...endings: string[]): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort()

/** The names of the folders that stand directly in a folder. */
export const foldersIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()

export const botFiles = ['src', 'commands', 'views', 'messages'].flatMap((folder) => filesBelow(folder, '.ts'))
export const sandboxFiles = filesBelow('sandbox', '.ts', '.tsx')

/** A file without its comments, so that what is only talked about is not found. */
export const code = (file: string): string =>
  read(file)
    .replace(/\/\*\*?\s[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')

const statements = /^(?:import|export)\s+(type\s+)?(?:([^'";]*?)\s*from\s+)?'([^']+)'/gm
const calls = /\bimport\(\s*'([^']+)'/g

/** Every import of a file, `export … from` and `import()` included. */
export const importsOf = (file: string): Import[] => {
  const text = code(file)
  const target = (to: string) => (to.startsWith('.') ? join(dirname(file), to) : to)
  const written = [...text.matchAll(statements)].map(([, type, names = '', to = '']) => ({
    from: file,
    to: target(to),
    typeOnly: type !== undefined,
    names: names
      .replace(/[{}]/g, '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  }))
  const called = [...text.matchAll(calls)].map(([, to = '']) => ({
    from: file,
    to: target(to),
    typeOnly: false,
    names: [],
  }))
  return [...written, ...called]
}
