import { accessOf } from '../brreg/scopes.ts'
import type { Environment } from '../digdir/model.ts'
import { createChanges } from '../slack/changes.ts'
import type { Altinn } from './altinn.ts'
import type { AltinnDesk, AltinnWish, DeskAltinn } from './told.ts'

export type AltinnSessions = {
  seenBy(user: string): DeskAltinn
  /** @throws Error in words for who tries it */
  wish(user: string, environment: Environment, wish: AltinnWish): void
  onChange(listener: () => void): () => void
}

type Session = { pid: string; from: string | null }

const nobody: AltinnDesk = { person: null, enterprises: [], from: null, delegations: [] }

/** Who is logged in to which Altinn in whose browser; `user` is the one whom the sandbox's page is at the moment. */
export const createAltinnSessions = (altinn: Altinn): AltinnSessions => {
  const sessions = new Map<string, Session>()
  const changes = createChanges()
  const keyOf = (user: string, environment: Environment) => `${environment} ${user}`

  const named = (environment: Environment, number: string) =>
    altinn.enterprise(environment, number) ?? { number, name: number }

  const seen = (user: string, environment: Environment): AltinnDesk => {
    const session = sessions.get(keyOf(user, environment))
    // the fictional person may have been taken out of TT02 meanwhile
    const person = altinn.persons(environment).find(({ pid }) => pid === session?.pid)
    if (!session || !person) return nobody
    const { from } = session
    return {
      person: person.name,
      enterprises: person.represents.map((number) => named(environment, number)),
      from: from === null ? null : named(environment, from),
      delegations:
        from === null
          ? []
          : altinn
              .delegations({ environment, from })
              .map(({ to, scope, at }) => ({ to: named(environment, to), scope, form: accessOf(scope).form, at })),
    }
  }

  const demandSession = (key: string): Session => {
    const session = sessions.get(key)
    if (!session) throw new Error('Log in first')
    return session
  }
  const demandFrom = (key: string): { as: string; from: string } => {
    const { pid, from } = demandSession(key)
    if (from === null) throw new Error('Choose whom to represent first')
    return { as: pid, from }
  }

  return {
    seenBy: (user) => ({
      test: seen(user, 'test'),
      prod: seen(user, 'prod'),
      people: altinn.persons('prod').map(({ name, pid, represents }) => ({
        name,
        pid,
        represents: represents.map((number) => named('prod', number).name),
      })),
    }),
    wish(user, environment, wish) {
      const key = keyOf(user, environment)
      switch (wish.kind) {
        case 'log-in': {
          const { pid, represents } = altinn.person(environment, wish.pid.replace(/\s/g, ''))
          const [only, ...others] = represents
          sessions.set(key, { pid, from: only !== undefined && others.length === 0 ? only : null })
          break
        }
        case 'log-out':
          sessions.delete(key)
          break
        case 'represent': {
          const { pid } = demandSession(key)
          const { name, represents } = altinn.person(environment, pid)
          if (wish.number !== null && !represents.includes(wish.number))
            throw new Error(`${name} does not represent ${wish.number}`)
          sessions.set(key, { pid, from: wish.number })
          break
        }
        case 'delegate':
          altinn.delegate({ environment, ...demandFrom(key), to: wish.to.replace(/\s/g, ''), scope: wish.scope })
          break
        case 'remove':
          altinn.remove({ environment, ...demandFrom(key), to: wish.to, scope: wish.scope })
          break
      }
      changes.tell()
    },
    onChange(listener) {
      const off = [altinn.onChange(listener), changes.on(listener)]
      return () => {
        for (const stop of off) stop()
      }
    },
  }
}
