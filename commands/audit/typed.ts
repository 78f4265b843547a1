import { cleanId, cleanText } from '../../src/domain/client/typed.ts'
import { type Environment, environments } from '../../src/domain/client/types.ts'
import type { CommandInput } from '../../src/slack/command-text.ts'
import type { Ask, Services } from '../../src/slack/route.ts'
import { type Candidate, filterOf, type Sought } from '../../views/audit/found.ts'
import { type AuditRef, wholeAudit } from '../../views/audit/values.ts'
import { environmentOf } from '../inputs.ts'
import { type AuditScope, scopeOf } from './scope.ts'

/** What somebody wants to see who wrote words after the command, and what to say where that is not one thing. */
export type Typed = { ref: AuditRef; sought: Sought | null }

/** So many candidates are shown. */
const most = 5

/** Digdir's ids are UUIDs, older ones words with `_` or `-` and a digit: what a name seldom is. */
export const mayBeClientId = (text: string): boolean => /^(?=.*\d)(?=.*[-_])[\w.:-]{8,150}$/.test(text)

/** `<@U12|kari>` as Slack writes a mention, or an id alone; ids have a digit, words in capitals seldom. */
const personIn = (text: string): string | null => {
  const [, mentioned, alone] = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>$|^@?([UW](?=[A-Z]*\d)[A-Z0-9]{5,})$/.exec(text) ?? []
  return mentioned ?? alone ?? null
}

type Searched = { candidates: Candidate[]; more: boolean }

const clientsIn = async ({ store }: Services, organisationNumber: string, text: string): Promise<Searched> => {
  const pages = await Promise.all(
    environments.map(async (environment) => {
      const byId = await store.registration(organisationNumber, environment, cleanId(text))
      if (byId !== null) return { rows: [byId], total: 1, environment }
      const query = { organisationNumber, environment, text, inactive: true, page: 0, size: most }
      return { ...(await store.registrations(query)), environment }
    }),
  )
  return {
    candidates: pages.flatMap(({ rows, environment }) =>
      rows.map((row) => ({ kind: 'client' as const, client: row.client_id, name: row.client_name, environment })),
    ),
    more: pages.some(({ rows, total }) => total > rows.length),
  }
}

const peopleIn = async ({ store }: Services, organisationNumber: string, text: string): Promise<Searched> => {
  const { rows, total } = await store.peopleOf({ organisationNumber, text, page: 0, size: most })
  return {
    candidates: rows.map(({ user }) => ({ kind: 'person' as const, person: user.userId })),
    more: total > rows.length,
  }
}

const organisationsIn = async ({ store }: Services, text: string): Promise<Searched> => {
  const { rows, total } = await store.organisations({ text, page: 0, size: most })
  return {
    candidates: rows.map(({ number, name }) => ({ kind: 'organisation' as const, organisation: number, name })),
    more: total > rows.length,
  }
}

/** All that words may mean: within an organisation its clients and people, among all of them the organisations. */
const search = async (services: Services, { organisation }: AuditScope, text: string): Promise<Searched> => {
  if (organisation === null) return await organisationsIn(services, text)
  const found = await Promise.all([
    clientsIn(services, organisation.number, text),
    peopleIn(services, organisation.number, text.replace(/^@/, '')),
  ])
  const candidates = found.flatMap((one) => one.candidates)
  return { candidates: candidates.slice(0, most), more: candidates.length > most || found.some(({ more }) => more) }
}

/** Environment and organisation number stand first, in either order; what follows is what is looked for. */
const wordsOf = (words: readonly string[]) => {
  let environment: Environment | null = null
  let number: string | null = null
  let at = 0
  for (const word of words) {
    const named = environmentOf(word)
    if (environment === null && named !== undefined) environment = named
    else if (number === null && /^\d{9}$/.test(word)) number = word
    else break
    at += 1
  }
  return { environment, number, text: cleanText(words.slice(at).join(' ')) }
}

/**
 * Reads `[test|prod] [organisation number] [person|client id|words]`. Words that mean one thing alone are looked for;
 * others are handed back with what they may mean.
 *
 * @throws {AppError} `not-found` as `scopeOf`
 */
export const readTyped = async (ask: Ask<CommandInput>, services: Services): Promise<Typed> => {
  const { environment, number, text } = wordsOf(ask.input.words)
  const ref: AuditRef = { ...wholeAudit, environment, organisation: number }
  const scope = await scopeOf(ask, services, number)
  if (text === '') return { ref, sought: null }
  const person = personIn(text)
  if (person !== null) return { ref: { ...ref, person }, sought: null }
  const { candidates, more } = await search(services, scope, text)
  const [only, second] = candidates
  if (only !== undefined && second === undefined && !more) return { ref: { ...ref, ...filterOf(only) }, sought: null }
  if (only !== undefined) return { ref, sought: { text, found: 'several', candidates, more } }
  // a client that is gone has left its lines
  if (mayBeClientId(cleanId(text))) return { ref: { ...ref, client: cleanId(text) }, sought: null }
  return { ref, sought: { text, found: scope.organisation === null ? 'organisation-first' : 'none' } }
}
