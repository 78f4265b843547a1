import { z } from 'zod'
import { actorName, contactPage } from '../src/domain/contact/actor.ts'
import { isSameAddress } from '../src/domain/contact/read-email.ts'
import type { Contact } from '../src/domain/contact/types.ts'
import { AppError } from '../src/errors.ts'
import { type RegisteredBy, toldRegistered } from '../views/contact/told-registered.ts'
import { addressee, clientsOf, toldTo, toReader } from './contact-row.ts'
import type { MessageDeps, MessageKind } from './message.ts'

const registeredBy = async (
  { store }: MessageDeps,
  { registeredBy: who }: Contact,
  from: string | null,
): Promise<RegisteredBy> => {
  if (from !== null || who === actorName(contactPage)) return { by: 'handed-over', name: from }
  const [, teamId, userId] = /^person:([^:]+):([^:]+)$/.exec(who) ?? []
  if (teamId === undefined || userId === undefined) return { by: 'list' }
  const known = await store.person({ teamId, userId })
  return { by: 'person', name: known?.person.name ?? null }
}

/**
 * Tells somebody that they are a contact, with the one-time link that confirms the address. Nothing is sent once the
 * link was used or is too old, nor to another address than it confirms.
 */
export const contactRegistered: MessageKind<{ contactId: string; linkId: string; from: string | null }> = {
  kind: 'contact-registered',
  data: z.object({ contactId: z.string(), linkId: z.string(), from: z.string().nullable() }),
  async compose(deps, delivery, { contactId, linkId, from }) {
    const to = await addressee(deps, delivery, contactId, null)
    if ('suppress' in to) return to
    const { contact } = to
    const link = await deps.store.contactLink(linkId)
    if (link === null || link.contactId !== contact.id) return { suppress: 'link-gone' }
    if (!isSameAddress(link.email, contact.email)) return { suppress: 'address-changed' }
    if (link.usedAt !== null) return { suppress: 'link-used' }
    if (link.expiresAt <= deps.now()) return { suppress: 'link-expired' }
    if (deps.publicUrl === null) throw new AppError('mail-off', 'PUBLIC_URL is not set, and a link leads nowhere')
    const url = `${deps.publicUrl}/contact/${deps.contactLinkToken(link)}`
    const clients = await clientsOf(deps, contact)
    const registered = await registeredBy(deps, contact, from)
    return toReader(deps, delivery, to, null, (t) =>
      toldRegistered(t, { ...toldTo(deps, to), contact, clients, registered, link: { ...link, url } }),
    )
  },
}
