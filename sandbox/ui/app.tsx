import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Desk, Toast, World } from '../protocol.ts'
import { readAddress, writeAddress } from './address.ts'
import { FormsContext } from './blocks/surface.tsx'
import { followDesk, readWorld } from './desk.ts'
import { makeForms } from './forms.ts'
import { Shell } from './shell.tsx'

/** The page: reads the workspace, follows the desk of the person in the address, and keeps what is typed. */
export function App() {
  const [world, setWorld] = useState<World | null>(null)
  const [desk, setDesk] = useState<Desk | null>(null)
  const [linked, setLinked] = useState(true)
  const [address, setAddress] = useState(() => readAddress(location.search))
  const [notices, setNotices] = useState<Toast[]>([])
  const [, draw] = useState(0)
  const forms = useMemo(() => makeForms(() => draw((count) => count + 1)), [])
  const as = whoIs(address.as, world)

  useEffect(() => untilAnswered(setWorld, setLinked), [])
  useEffect(() => {
    const onBack = () => setAddress(readAddress(location.search))
    window.addEventListener('popstate', onBack)
    return () => window.removeEventListener('popstate', onBack)
  }, [])
  useEffect(() => {
    if (!as) return
    return followDesk(as, setDesk, setLinked)
  }, [as])

  const go = (next: { as?: string; channel?: string }) => {
    const changed = { as, channel: address.channel, ...next }
    setAddress(changed)
    history.pushState(null, '', writeAddress(changed, location.search))
  }
  /** The address names what is shown, also where it named nothing or somebody who is not there. */
  const settle = (channel: string) => {
    if (desk?.me.id !== as || (address.as === as && address.channel === channel)) return
    setAddress({ as, channel })
    history.replaceState(null, '', writeAddress({ as, channel }, location.search))
  }
  if (!world || !desk) return <Waiting linked={linked} />
  return (
    <FormsContext.Provider value={forms}>
      <Shell
        key={desk.me.id}
        world={world}
        desk={desk}
        linked={linked}
        channel={address.channel}
        notices={notices}
        onGo={go}
        onSettled={settle}
        onNotices={setNotices}
      />
    </FormsContext.Provider>
  )
}

/** The person in the address; somebody else where there is no such person. Nobody while the world is not known. */
function whoIs(wanted: string, world: World | null): string {
  const people = world?.people ?? []
  const found = people.find(({ id }) => id === wanted) ?? people.find(({ kind }) => kind === 'member')
  return found?.id ?? ''
}

/** Asks for the world until the server has answered. */
function untilAnswered(onWorld: (world: World) => void, onLink: (there: boolean) => void): () => void {
  let ended = false
  let timer: ReturnType<typeof setTimeout>
  const ask = async () => {
    try {
      const world = await readWorld()
      if (!ended) onWorld(world)
    } catch {
      onLink(false)
      if (!ended) timer = setTimeout(ask, 1000)
    }
  }
  void ask()
  return () => {
    ended = true
    clearTimeout(timer)
  }
}

function Waiting({ linked }: { linked: boolean }) {
  return (
    <div class="waiting" role="status">
      {linked ? 'Opening the workspace…' : 'The sandbox does not answer. Trying again…'}
    </div>
  )
}
