import type { Fault, Faults } from './faults.ts'
import type { System, SystemMode } from './protocol.ts'

/** One simulated system, as the browser can play with it. */
export type SandboxSystem = {
  id: string
  name: string
  faults: Faults
  /** requests since start */
  requests(): number
}

export type Modes = {
  systems(): System[]
  /** @throws Error for an unknown system */
  set(systemId: string, mode: SystemMode): void
}

const json = { 'content-type': 'application/json' }

/** What a system does to every request in each mode; nothing when it works well. */
const faultOf: Record<SystemMode, Fault | undefined> = {
  well: undefined,
  slow: { kind: 'delay', ms: 6000 },
  failing: { kind: 'status', status: 500, headers: json, body: '{"error":"internal_error"}' },
  silent: { kind: 'silence' },
  'rate-limited': {
    kind: 'status',
    status: 429,
    headers: { ...json, 'retry-after': '20' },
    body: '{"ok":false,"error":"ratelimited"}',
  },
  html: { kind: 'html', status: 502 },
}

/** Keeps each system's mode by the faults it is given. `changed` is called when one was set. */
export const createModes = (systems: readonly SandboxSystem[], changed: () => void): Modes => {
  const modes = new Map<string, SystemMode>()
  return {
    systems: () =>
      systems.map((one) => ({
        id: one.id,
        name: one.name,
        requests: one.requests(),
        mode: modes.get(one.id) ?? 'well',
      })),
    set(systemId, mode) {
      const system = systems.find((one) => one.id === systemId)
      if (!system) throw new Error(`there is no system ${systemId}`)
      modes.set(systemId, mode)
      system.faults.clear()
      const fault = faultOf[mode]
      if (fault) system.faults.add({ fault })
      changed()
    },
  }
}
