import { AppError } from '../../errors.ts'
import { giveClearance } from '../belonging/clearance-kinds.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Change } from '../change.ts'
import type { Deps } from '../deps.ts'
import { isChangeToken, readToken } from './tokens.ts'

/** What a login is for: the yes to a production change, or the proof that a clearance is made of. */
export type LoginPurpose = 'step-up' | 'clearance'

/** A change that waits for a login, and whose. */
export type LoginChange = { change: Change; purpose: LoginPurpose; who: SlackUser }

/** Null for changes that no login is for. */
export const purposeOf = (change: Change): LoginChange | null => {
  if (change.policy === 'step-up') return { change, purpose: 'step-up', who: change.requester }
  if (change.kind === giveClearance.name) {
    return { change, purpose: 'clearance', who: giveClearance.payload.parse(change.payload).user }
  }
  return null
}

/** Throws where nothing more can be done about it: `link-used` when it is decided, `link-expired` when it is late. */
export const assertWaiting = ({ change, purpose }: LoginChange, now: number): void => {
  if (change.state === 'expired' || (change.state === 'proposed' && now >= change.expiresAt)) {
    throw new AppError('link-expired', 'the change has expired')
  }
  const proved = purpose === 'clearance' && change.loginId !== null
  if (change.state !== 'proposed' || proved) throw new AppError('link-used', `the change is ${change.state}`)
}

/**
 * The change that a login link leads to, whatever became of it. Throws `link-invalid` for every link that is not ours,
 * in the same words.
 */
export const changeOfLink = async (deps: Pick<Deps, 'store' | 'vault'>, text: string): Promise<LoginChange> => {
  const token = readToken(text)
  const change = token && (await deps.store.change(token.id))
  const found = change && purposeOf(change)
  if (!token || !found || !isChangeToken(deps.vault, found.change, found.who, token)) {
    throw new AppError('link-invalid', 'no such link')
  }
  return found
}
