import type { Act, ActAnswer, ActRequest, Desk, World } from '../protocol.ts'

/** The workspace as it stands; it does not change while the server runs. Rejects when the server is away. */
export async function readWorld(): Promise<World> {
  const answer = await fetch(path('api/world'))
  if (!answer.ok) throw new Error(`The sandbox answered ${answer.status}`)
  return (await answer.json()) as World
}

/**
 * Follows what one person sees. `onDesk` gets every new desk, `onLink` whether the server is there; the browser
 * connects again by itself.
 * @returns ends it
 */
export function followDesk(as: string, onDesk: (desk: Desk) => void, onLink: (there: boolean) => void): () => void {
  const stream = new EventSource(path(`api/stream?as=${encodeURIComponent(as)}`))
  stream.addEventListener('message', (event) => onDesk(JSON.parse(event.data) as Desk))
  stream.addEventListener('open', () => onLink(true))
  stream.addEventListener('error', () => onLink(false))
  return () => stream.close()
}

/** Does something as a person. Never rejects: a server that is away is an answer as well. */
export async function sendAct(as: string, act: Act): Promise<ActAnswer> {
  const request: ActRequest = { as, act }
  try {
    const answer = await fetch(path('api/act'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    })
    return (await answer.json()) as ActAnswer
  } catch {
    return { ok: false, error: 'The sandbox did not answer. Is it still running?' }
  }
}

/** Relative to the page, so that the sandbox may live below a path. */
function path(relative: string): URL {
  return new URL(relative, document.baseURI)
}
