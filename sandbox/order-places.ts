import { createAltinnSessions } from './altinn/sessions.ts'
import { registerAccesses } from './brreg/scopes.ts'
import { seenDesk } from './brreg/seen.ts'
import type { Outside } from './outside.ts'
import type { Act, Desk, World } from './protocol.ts'

/** brreg's desk and Altinn as the browser plays with them. */
export type OrderPlaces = {
  seenBy(user: string): Pick<Desk, 'brreg' | 'altinn'>
  world: Pick<World, 'accesses'>
  /** @throws Error for what cannot be done, and where there is no such place */
  act(user: string, act: Extract<Act, { type: 'brreg' | 'altinn' }>): Promise<void>
  onChange(listener: () => void): () => void
}

/** Those that are not there are left out. */
export const createOrderPlaces = ({ brreg, altinn }: Pick<Outside, 'brreg' | 'altinn'>): OrderPlaces => {
  const sessions = altinn && createAltinnSessions(altinn)
  return {
    seenBy: (user) => ({
      ...(brreg && altinn ? { brreg: seenDesk(brreg, altinn.tt02) } : {}),
      ...(sessions ? { altinn: sessions.seenBy(user) } : {}),
    }),
    world: { accesses: registerAccesses.map(({ scope, holder, form }) => ({ scope, holder, form })) },
    async act(user, act) {
      if (act.type === 'brreg') {
        if (!brreg) throw new Error('brreg has no desk here')
        await brreg.answer(act.order, act.answer)
      } else {
        if (!sessions) throw new Error('there is no Altinn here')
        sessions.wish(user, act.environment, act.wish)
      }
    },
    onChange(listener) {
      const off = [brreg?.onChange(listener), sessions?.onChange(listener)]
      return () => {
        for (const stop of off) stop?.()
      }
    },
  }
}
