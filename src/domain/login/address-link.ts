import { AppError } from '../../errors.ts'
import { domainOf } from '../belonging/belonging-of.ts'
import type { Language, SlackUser } from '../belonging/types.ts'
import { personSubject } from '../change.ts'
import type { Deps } from '../deps.ts'
import { isLinkToken, readToken } from './tokens.ts'
import type { Link } from './types.ts'

/** A link is good for a quarter of an hour (design section 2). */
export const LINK_LIFE_MS = 15 * 60_000
/** So many links an hour one may ask for: an address that is not one's own must not be flooded. */
const mostLinks = 5
const HOUR_MS = 60 * 60_000

type LinkDeps = Pick<Deps, 'store' | 'vault' | 'now' | 'newId'>

/**
 * Mails somebody a one-time link by which they confirm the address that Slack shows and has not confirmed. `once`
 * makes a double click one link. Throws `too-many-attempts` after five in an hour, `already-done` when there is no
 * address to confirm.
 */
export const sendAddressLink = async (
  deps: LinkDeps,
  asked: { user: SlackUser; email: string | null; language: Language; once: string },
): Promise<void> => {
  const { user, language } = asked
  const email = asked.email?.toLowerCase() ?? ''
  if (domainOf(email) === null) throw new AppError('already-done', 'no address to confirm')
  const sent = await deps.store.linksSince(user, deps.now() - HOUR_MS)
  if (sent >= mostLinks) {
    throw new AppError('too-many-attempts', 'too many links were asked for', { retryAfter: HOUR_MS / 1000 })
  }
  const id = deps.newId()
  const expiresAt = deps.now() + LINK_LIFE_MS
  await deps.store.write(
    {
      once: asked.once,
      audit: [
        {
          action: 'address.link',
          outcome: 'begun',
          actor: user,
          organisationNumber: null,
          environment: null,
          subject: personSubject(user),
          changeId: null,
          correlationId: null,
        },
      ],
      deliveries: [
        {
          kind: 'address-link',
          lane: 'transactional',
          channel: 'mail',
          address: email,
          language,
          data: { linkId: id },
          organisationNumber: null,
          expiresAt,
        },
      ],
    },
    async (tx) => {
      await tx.addLink({ id, purpose: 'address', user: { teamId: user.teamId, userId: user.userId }, email, expiresAt })
      return null
    },
  )
}

/**
 * The link that a token stands for. Throws `link-invalid` for every one that is not ours, `link-used`, `link-expired`
 * (also when Slack shows another address by now).
 */
export const addressLinkOf = async (deps: Omit<LinkDeps, 'newId'>, text: string): Promise<Link> => {
  const token = readToken(text)
  const link = token && (await deps.store.link(token.id))
  if (!token || !link || !isLinkToken(deps.vault, link, token)) throw new AppError('link-invalid', 'no such link')
  if (link.usedAt !== null) throw new AppError('link-used', 'the link was used')
  const known = await deps.store.person(link.user)
  if (deps.now() >= link.expiresAt || known?.person.email?.toLowerCase() !== link.email) {
    throw new AppError('link-expired', 'the link is too old, or the address is another')
  }
  return link
}

/**
 * Confirms the address, once. Throws as `addressLinkOf`; of two who press at once one gets `link-used`.
 */
export const confirmAddress = async (deps: Omit<LinkDeps, 'newId'>, text: string): Promise<Link> => {
  const link = await addressLinkOf(deps, text)
  await deps.store.write(
    {
      audit: [
        {
          action: 'address.confirm',
          outcome: 'done',
          actor: link.user,
          organisationNumber: null,
          environment: null,
          subject: personSubject(link.user),
          changeId: null,
          correlationId: null,
        },
      ],
    },
    async (tx) => {
      if (!(await tx.useLink(link.id, deps.now()))) throw new AppError('link-used', 'the link was used')
      await tx.saveConfirmedAddress(link.user, link.email)
      return null
    },
  )
  return link
}
