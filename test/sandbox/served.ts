import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Act, ActAnswer, Desk } from '../../sandbox/protocol.ts'
import { createSandboxServer, type SandboxServerOptions } from '../../sandbox/server.ts'
import { people } from '../../sandbox/world.ts'
import { manifestWith, stage } from './slack/stage.ts'

/** The sandbox's server over a workspace and some pages, and one who acts. */
export const served = async (more: Partial<SandboxServerOptions> = {}) => {
  const all = await stage()
  const folder = await mkdtemp(join(tmpdir(), 'portvakt-sandbox-'))
  const pages = join(folder, 'pages')
  await mkdir(pages)
  await writeFile(join(folder, 'secret.js'), 'outside')
  await writeFile(join(pages, 'index.html'), '<title>Sandbox</title>')
  await writeFile(join(pages, 'app.js'), 'export {}')
  const systems = [{ id: 'slack', name: 'Slack', faults: all.slack.faults, requests: all.slack.requests }]
  const manifest = manifestWith()
  const { workspace } = all
  const server = await createSandboxServer({ workspace, manifest, systems, pages, heartbeatMs: 20, ...more })
  onTestFinished(async () => {
    await server.close()
    await rm(folder, { recursive: true })
  })
  const act = async (act: Act, as = people.kari.id): Promise<ActAnswer> => {
    const response = await fetch(`${server.url}/api/act`, { method: 'POST', body: JSON.stringify({ as, act }) })
    return (await response.json()) as ActAnswer
  }
  return { ...all, server, act }
}

/** Follows the stream; `until` gives the first desk that fits, `raw` is all that came. */
export const follow = async (url: string, as: string) => {
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  const response = await fetch(`${url}/api/stream?as=${as}`, { signal: stop.signal })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let raw = ''
  const desks: Desk[] = []
  const read = async () => {
    const { value = '', done } = await reader.read()
    if (done) throw new Error('the stream ended')
    raw += value
    const whole = raw.split('\n\n').slice(0, -1)
    desks.length = 0
    for (const part of whole) if (part.startsWith('data: ')) desks.push(JSON.parse(part.slice(6)))
  }
  return {
    response,
    desks,
    raw: () => raw,
    async until(fits: (desk: Desk) => boolean): Promise<Desk> {
      for (;;) {
        const found = desks.find(fits)
        if (found) return found
        await read()
      }
    },
    async untilText(text: string) {
      while (!raw.includes(text)) await read()
    },
  }
}
