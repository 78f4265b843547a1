import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.map': 'application/json',
}

const NOT_BUILT = 'The sandbox pages are not built. Run: npm run build\n'

const plain = (status: number, text: string) =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })

/**
 * Serves the built pages of a folder; a path without an ending is a page of the one application.
 * @param path of the request, decoded or not; nothing outside the folder is ever read
 */
export const createPages =
  (folder: string) =>
  async (path: string): Promise<Response> => {
    const read = (name: string) => readFile(join(folder, name)).catch(() => undefined)
    const wanted = safePath(path)
    if (wanted === undefined) return plain(404, 'not found\n')
    const ending = extname(wanted)
    const name = ending === '' ? 'index.html' : wanted
    const file = await read(name)
    if (file) {
      const cache = name.startsWith(`assets${sep}`) ? 'max-age=31536000, immutable' : 'no-cache'
      const type = types[extname(name)] ?? 'application/octet-stream'
      return new Response(new Uint8Array(file), { headers: { 'content-type': type, 'cache-control': cache } })
    }
    if (name === 'index.html') return plain(503, NOT_BUILT)
    return plain(404, 'not found\n')
  }

const safePath = (path: string): string | undefined => {
  try {
    const clean = normalize(decodeURIComponent(path)).replace(/^[/\\]+/, '')
    return clean.split(sep).includes('..') || clean.includes('\0') ? undefined : clean
  } catch {
    return undefined
  }
}
