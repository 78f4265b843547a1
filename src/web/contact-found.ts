import { contactGonePage, contactLinkExpiredPage } from '../../views/pages/contact-ended.ts'
import { type Opened, openContact } from '../domain/contact/by-link.ts'
import { isAppError } from '../errors.ts'
import { contactLinks } from './contact-shown.ts'
import type { WebContext, WebDeps } from './deps.ts'
import { textOf } from './text-of.ts'

/** Whom a link is about; the token stands for the person, who is asked for nothing else. */
export type ContactFound = Opened & { token: string }

export const tokenOf = (c: WebContext): string => c.req.param('token') ?? ''

const opened = async (c: WebContext, deps: WebDeps): Promise<ContactFound> => {
  const token = tokenOf(c)
  const found = await openContact(deps, token)
  c.set('language', found.contact.language)
  return { ...found, token }
}

/** Answers that somebody is no contact any more. */
export const contactGone = (c: WebContext, deps: WebDeps) =>
  c.html(contactGonePage(textOf(c, deps), { serviceDesk: deps.serviceDeskMail }), 410)

const expired = (c: WebContext, deps: WebDeps) => {
  const { newLink } = contactLinks(deps, tokenOf(c))
  return c.html(contactLinkExpiredPage(textOf(c, deps), { serviceDesk: deps.serviceDeskMail, newLink }), 410)
}

/**
 * `work` for the contact of a link, in the contact's language. A link too old answers with the way to a new one, and
 * one of a contact who was removed meanwhile, also during the work, says so. Throws `link-invalid` for a wrong one.
 */
export const withContact = async (
  c: WebContext,
  deps: WebDeps,
  work: (found: ContactFound) => Promise<Response>,
  whenExpired: 'refuse' | 'work' = 'refuse',
): Promise<Response> => {
  try {
    const found = await opened(c, deps)
    return found.state === 'expired' && whenExpired === 'refuse' ? expired(c, deps) : await work(found)
  } catch (error) {
    if (isAppError(error, 'link-expired')) return contactGone(c, deps)
    throw error
  }
}
