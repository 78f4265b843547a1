import type { RegisterScope } from '../brreg/scopes.ts'

type Enterprise = { number: string; name: string }

/** What one does at Altinn in the browser; `pid` is the national identity number one logs in with. */
export type AltinnWish =
  | { kind: 'log-in'; pid: string }
  | { kind: 'log-out' }
  /** null goes back to the choice of an enterprise */
  | { kind: 'represent'; number: string | null }
  | { kind: 'delegate'; to: string; scope: RegisterScope }
  | { kind: 'remove'; to: string; scope: RegisterScope }

/** One of the two Altinns, as somebody in the browser has left it. */
export type AltinnDesk = {
  /** who is logged in */
  person: string | null
  /** those that the person may represent */
  enterprises: Enterprise[]
  from: Enterprise | null
  /** what `from` has delegated; `at` is epoch ms */
  delegations: { to: Enterprise; scope: RegisterScope; form: string; at: number }[]
}

export type DeskAltinn = Record<'test' | 'prod', AltinnDesk> & {
  /** who can log in to the ordinary one: those of the cast who have a number */
  people: { name: string; pid: string; represents: string[] }[]
}
