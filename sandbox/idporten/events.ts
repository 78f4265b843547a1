import type { Level } from './levels.ts'

/** What happened at ID-porten; `at` is epoch milliseconds by the simulator's clock. */
export type IdportenEvent =
  /** a code was given out; `sso` when nobody had to log in for it */
  | { kind: 'login'; at: number; clientId: string; pid: string; level: Level; sso: boolean }
  | { kind: 'cancelled'; at: number; clientId: string }
  /** `startedBy` is null when no client could be told; `notified` are addresses the page loaded in frames */
  | { kind: 'logout'; at: number; startedBy: string | null; notified: readonly string[] }

export type Login = Extract<IdportenEvent, { kind: 'login' }>

const REMEMBERED = 1000

/** The newest thousand events, oldest first, and how many logins there were in all. */
export const createEvents = () => {
  const events: IdportenEvent[] = []
  let logins = 0
  return {
    add(event: IdportenEvent) {
      if (event.kind === 'login') logins += 1
      events.push(event)
      if (events.length > REMEMBERED) events.shift()
    },
    all: (): readonly IdportenEvent[] => [...events],
    logins: {
      count: (): number => logins,
      last: (): Login | undefined => events.findLast((one): one is Login => one.kind === 'login'),
    },
  }
}

export type Events = ReturnType<typeof createEvents>
