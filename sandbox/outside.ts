import type { Altinn } from './altinn/altinn.ts'
import type { Brreg } from './brreg/brreg.ts'
import { misbehaviour } from './enhetsregisteret/misbehaviour.ts'
import type { Faults } from './faults.ts'
import type { Mailbox } from './mailbox/mailbox.ts'
import type { Post } from './mailbox/post.ts'
import type { SandboxSystem } from './modes.ts'

/** What a simulator that speaks HTTP shows of itself; `count` is its requests since start. */
type Simulator = { faults: Faults; count(): number }

/** The simulators of which there is one each, whichever environment is meant. */
export type Outside = {
  mailbox?: Mailbox
  enhetsregisteret?: Simulator
  idporten?: { faults: Faults /** requests since start */; count(): number }
  brreg?: Brreg
  altinn?: Altinn
}

/** As the browser plays with them; those that are not there are left out. */
export const outsideSystems = (
  { mailbox, enhetsregisteret, idporten }: Outside,
  post: Pick<Post, 'misbehave'>,
): SandboxSystem[] => [
  ...(idporten ? [{ id: 'idporten', name: 'ID-porten', faults: idporten.faults, requests: idporten.count }] : []),
  ...(enhetsregisteret
    ? [
        {
          id: 'enhetsregisteret',
          name: 'Enhetsregisteret',
          faults: enhetsregisteret.faults,
          faultOf: misbehaviour,
          speaks: 'register' as const,
          requests: enhetsregisteret.count,
        },
      ]
    : []),
  ...(mailbox
    ? [{ id: 'mailbox', name: 'E-post', speaks: 'smtp' as const, misbehave: post.misbehave, requests: mailbox.count }]
    : []),
]
