import type { Desk } from '../protocol.ts'
import { ALTINN } from './altinn/place.ts'
import { BRREG } from './brreg/place.ts'
import { MAILBOX } from './mailbox/place.ts'

/** A place of the sandbox's own, beside the channels of the workspace. */
export type Place = {
  /** as the address says it, in the place of a channel's id */
  id: string
  name: string
  /** what else it may be looked for by */
  words: string
  /** how many things wait there, and what they are */
  count: number
  counted: string
}

/** Those that there are, in the order of the sidebar. */
export function placesOf({ mail, brreg, altinn }: Pick<Desk, 'mail' | 'brreg' | 'altinn'>): Place[] {
  return [
    ...(mail
      ? [{ id: MAILBOX, name: 'Mailbox', words: 'mail e-mail post', count: mail.unread, counted: 'unread' }]
      : []),
    ...(brreg
      ? [
          {
            id: BRREG,
            name: 'Brønnøysundregistrene',
            words: 'brreg orders bestillinger desk answer tt02',
            count: brreg.waiting,
            counted: 'waiting',
          },
        ]
      : []),
    ...(altinn ? [{ id: ALTINN, name: 'Altinn', words: 'tt02 delegate api delegering', count: 0, counted: '' }] : []),
  ]
}
