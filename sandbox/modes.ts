import type { Fault, Faults } from './faults.ts'
import type { System, SystemMode } from './protocol.ts'

type ModeFaults = Partial<Record<SystemMode, Fault>>

/** One that speaks HTTP; `faultOf` where it fails in words of its own. */
type HttpSystem = { faults: Faults; faultOf?: ModeFaults; speaks?: 'register' }

/** One that does not; `misbehave` throws an Error for a mode that its protocol does not have. */
type OtherSystem = { speaks: 'smtp'; misbehave(mode: SystemMode): void }

/** One simulated system, as the browser can play with it. */
export type SandboxSystem = {
  id: string
  name: string
  /** requests since start */
  requests(): number
} & (HttpSystem | OtherSystem)

export type Modes = {
  systems(): System[]
  /** @throws Error for an unknown system, or a mode that it does not have */
  set(systemId: string, mode: SystemMode): void
}

const json = { 'content-type': 'application/json' }

/** What a system does to every request in each mode; nothing when it works well. */
const faultOf: ModeFaults = {
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
  cutting: { kind: 'cut', when: 'after' },
}

const misbehave = (system: SandboxSystem, mode: SystemMode): void => {
  if ('misbehave' in system) {
    system.misbehave(mode)
    return
  }
  const fault = system.faultOf?.[mode] ?? faultOf[mode]
  if (!fault && mode !== 'well') throw new Error(`${system.name} cannot be ${mode}`)
  system.faults.clear()
  if (fault) system.faults.add({ fault })
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
        ...(one.speaks === undefined ? {} : { speaks: one.speaks }),
      })),
    set(systemId, mode) {
      const system = systems.find((one) => one.id === systemId)
      if (!system) throw new Error(`there is no system ${systemId}`)
      misbehave(system, mode)
      modes.set(systemId, mode)
      changed()
    },
  }
}
