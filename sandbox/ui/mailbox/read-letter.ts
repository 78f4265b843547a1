import type { Letter } from '../../protocol.ts'

/** A whole mail. Rejects when the server is away or has forgotten it. */
export async function readLetter(id: string): Promise<Letter> {
  const answer = await fetch(new URL(`api/mails/${encodeURIComponent(id)}`, document.baseURI))
  if (!answer.ok) throw new Error(`The sandbox answered ${answer.status}`)
  return (await answer.json()) as Letter
}
