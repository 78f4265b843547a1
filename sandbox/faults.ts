/**
 * Failure injection, shared by every simulator: rules are asked in order for each request, the first that matches
 * and has turns left decides.
 *
 * `cut` closes the socket without an answer: `before` the effect happened, or `after` (the caller can't know).
 * `silence` never answers (the caller's time-out decides); `delay` waits, then goes on as usual.
 */
export type Fault =
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: string }
  | { kind: 'html'; status?: number }
  | { kind: 'silence' }
  | { kind: 'delay'; ms: number }
  | { kind: 'cut'; when: 'before' | 'after' }

export type FaultRule = {
  /** upper-case method; any when left out */
  method?: string
  /** tested against the path with its query; any when left out */
  path?: RegExp
  /** how many requests it strikes; without end when left out */
  times?: number
  fault: Fault
}

export type Faults = {
  add(rule: FaultRule): void
  clear(): void
  /** The fault for this request, if any; uses up one of the rule's turns. */
  strike(method: string, path: string): Fault | undefined
  list(): readonly FaultRule[]
}

/** An empty set of rules. */
export const createFaults = (): Faults => {
  let rules: FaultRule[] = []
  return {
    add(rule) {
      rules.push({ ...rule })
    },
    clear() {
      rules = []
    },
    strike(method, path) {
      const rule = rules.find(
        (one) =>
          (one.method === undefined || one.method === method) &&
          (one.path === undefined || one.path.test(path)) &&
          (one.times === undefined || one.times > 0),
      )
      if (rule?.times !== undefined) rule.times -= 1
      return rule?.fault
    },
    list: () => rules,
  }
}
