import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import type { Act, ActAnswer, ActRequest, Desk } from '../../../sandbox/protocol.ts'
import { answerAct } from './fixture-acts.ts'
import { htmlOf, letterOf } from './fixture-mails.ts'
import { freshDesk, world } from './fixture-world.ts'

export type Fixture = {
  url: string
  /** everything that the page has sent, oldest first */
  acts: ActRequest[]
  /** changes a person's desk and streams it */
  change: (person: string, how: (desk: Desk) => void) => void
  close: () => Promise<void>
}

const kinds: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

/** Serves the built page and plays the sandbox's part of `protocol.ts`, with the words of `fixture-*.ts`. */
export async function startFixture(dist: string): Promise<Fixture> {
  const desks = new Map(world.people.map((person) => [person.id, freshDesk(person)]))
  const streams = new Set<{ as: string; response: ServerResponse }>()
  const acts: ActRequest[] = []

  const change = (person: string, how: (desk: Desk) => void) => {
    const desk = desks.get(person)
    if (!desk) throw new Error(`nobody is called ${person}`)
    how(desk)
    for (const stream of streams) if (stream.as === person) tell(stream.response, desk)
  }
  const act = async (request: IncomingMessage): Promise<ActAnswer> => {
    const wish = JSON.parse(await bodyOf(request)) as ActRequest
    acts.push(wish)
    return answerAct(wish.act, (how) => change(wish.as, how))
  }
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://fixture')
    if (url.pathname === '/api/world') return json(response, world)
    if (url.pathname === '/api/act') return json(response, await act(request))
    if (url.pathname === '/api/stream') return follow(url.searchParams.get('as') ?? '', response)
    const mail = /^\/api\/mails\/(\w+)(\/html)?$/.exec(url.pathname)
    if (mail?.[2]) return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(htmlOf())
    if (mail) return json(response, letterOf(mail[1] ?? ''))
    return file(dist, url.pathname, response)
  })
  const follow = (as: string, response: ServerResponse) => {
    const stream = { as, response }
    streams.add(stream)
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.on('close', () => streams.delete(stream))
    change(as, () => {})
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    acts,
    change,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The acts of one type, as the page sent them. */
export function actsOf<Type extends Act['type']>(fixture: Fixture, type: Type): Extract<Act, { type: Type }>[] {
  return fixture.acts.flatMap(({ act }) => (act.type === type ? [act as Extract<Act, { type: Type }>] : []))
}

function tell(response: ServerResponse, desk: Desk): void {
  response.write(`data: ${JSON.stringify(desk)}\n\n`)
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

async function file(dist: string, path: string, response: ServerResponse): Promise<void> {
  const name = path === '/' ? 'index.html' : normalize(path).replace(/^([/\\]|\.\.)+/, '')
  try {
    const content = await readFile(join(dist, name))
    response.writeHead(200, { 'content-type': kinds[extname(name)] ?? 'application/octet-stream' }).end(content)
  } catch {
    response.writeHead(404).end()
  }
}
