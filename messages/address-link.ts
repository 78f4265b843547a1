import { z } from 'zod'
import { AppError } from '../src/errors.ts'
import { textFor } from '../src/text/index.ts'
import { addressLinkMail } from '../views/mail/address-link.ts'
import type { MessageKind } from './message.ts'

/**
 * The one-time link that confirms an address. Nothing is sent once it was used or is too old, nor to another address
 * than the one it confirms, nor when Slack shows another one by now: the link would be refused.
 */
export const addressLink: MessageKind<{ linkId: string }> = {
  kind: 'address-link',
  data: z.object({ linkId: z.string() }),
  async compose({ store, now, publicUrl, serviceDeskMail, linkToken }, { address, language }, { linkId }) {
    const link = await store.link(linkId)
    if (link === null) return { suppress: 'link-gone' }
    if (link.usedAt !== null) return { suppress: 'link-used' }
    if (link.expiresAt <= now()) return { suppress: 'link-expired' }
    const known = await store.person(link.user)
    if (address !== link.email || known?.person.email?.toLowerCase() !== link.email) {
      return { suppress: 'address-changed' }
    }
    if (publicUrl === null) throw new AppError('mail-off', 'PUBLIC_URL is not set, and a link leads nowhere')
    const mail = addressLinkMail(textFor(language), {
      user: link.user,
      name: known.person.name,
      address: link.email,
      url: `${publicUrl}/link/${linkToken(link)}`,
      createdAt: link.createdAt,
      expiresAt: link.expiresAt,
      serviceDesk: serviceDeskMail,
    })
    return { mail }
  },
}
