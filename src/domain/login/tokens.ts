import type { SlackUser } from '../belonging/types.ts'
import type { Change } from '../change.ts'
import type { Link, Vault } from './types.ts'

/**
 * What stands in our links: an id and a signature over what the link is for. A link of one thing fits no other, and
 * guessing one means guessing 256 bits.
 */
type Token = { id: string; signature: string }

/** Null for what can't be one of ours. */
export const readToken = (text: string): Token | null => {
  const [, id, signature] = /^([A-Za-z0-9-]{8,64})\.([A-Za-z0-9_-]{20,64})$/.exec(text) ?? []
  return id !== undefined && signature !== undefined ? { id, signature } : null
}

type Signing = Pick<Vault, 'sign' | 'signed'>

const linkParts = (link: Pick<Link, 'id' | 'purpose' | 'user' | 'email'>): string[] => [
  `link ${link.purpose}`,
  link.id,
  link.user.teamId,
  link.user.userId,
  link.email,
]

/** The token of a one-time link. */
export const linkToken = (vault: Signing, link: Pick<Link, 'id' | 'purpose' | 'user' | 'email'>): string =>
  `${link.id}.${vault.sign(...linkParts(link))}`

export const isLinkToken = (vault: Signing, link: Link, { signature }: Token): boolean =>
  vault.signed(signature, ...linkParts(link))

type Signable = Pick<Change, 'id' | 'payloadHash'>

const changeParts = (change: Signable, who: SlackUser): string[] => [
  'login link',
  change.id,
  change.payloadHash,
  who.teamId,
  who.userId,
]

/** The token of the link that leads one person to the login for one change. */
export const changeToken = (vault: Signing, change: Signable, who: SlackUser): string =>
  `${change.id}.${vault.sign(...changeParts(change, who))}`

export const isChangeToken = (vault: Signing, change: Signable, who: SlackUser, { signature }: Token): boolean =>
  vault.signed(signature, ...changeParts(change, who))

const stateParts = (loginId: string, change: Signable, who: SlackUser): string[] => [
  'login state',
  loginId,
  change.id,
  change.payloadHash,
  who.teamId,
  who.userId,
]

/** The `state` of a login: the change's hash goes into it (design section 2), so that it serves no other change. */
export const stateToken = (vault: Signing, loginId: string, change: Signable, who: SlackUser): string =>
  `${loginId}.${vault.sign(...stateParts(loginId, change, who))}`

export const isStateToken = (
  vault: Signing,
  loginId: string,
  change: Signable,
  who: SlackUser,
  { signature }: Token,
): boolean => vault.signed(signature, ...stateParts(loginId, change, who))
