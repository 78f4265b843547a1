import type { Hono } from 'hono'
import { z } from 'zod'
import { type ContactPageData, contactPage } from '../../views/pages/contact.ts'
import { contactLinkSentPage } from '../../views/pages/contact-ended.ts'
import { languages } from '../domain/belonging/types.ts'
import { choosePreferences, confirmByLink, newLink, openContact } from '../domain/contact/by-link.ts'
import { contactTopics } from '../domain/contact/types.ts'
import { AppError, isAppError } from '../errors.ts'
import { type ContactFound, withContact } from './contact-found.ts'
import { contactShown } from './contact-shown.ts'
import type { WebContext, WebDeps, WebEnv } from './deps.ts'
import { pagePaths } from './paths.ts'
import { textOf } from './text-of.ts'

/** What may be done at each of a contact's addresses. */
export const contactMethods: [path: string, allowed: string][] = [
  [pagePaths.contact(':token'), 'GET, HEAD, POST'],
  [pagePaths.contactPreferences(':token'), 'GET, HEAD, POST'],
  [pagePaths.contactHandOver(':token'), 'GET, HEAD, POST'],
  [pagePaths.contactLeave(':token'), 'GET, HEAD, POST'],
  [pagePaths.contactNewLink(':token'), 'GET, HEAD, POST'],
  [pagePaths.contactStop(':token'), 'GET, HEAD, POST'],
]

/** A form without a box ticked sends none; words that are no choice are as if they were not there. */
const preferences = z.union([
  z.object({ part: z.literal('language'), language: z.enum(languages) }),
  z.object({
    part: z.literal('hears'),
    hears: z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(z.enum(contactTopics))),
  }),
])

const doorOf = ({ link, state }: ContactFound): ContactPageData['door'] => {
  if (link === null) return 'manage'
  return state === 'used' ? 'used' : 'open'
}

/**
 * The page behind the links in a contact's mails. Opened, it says what is registered; its forms confirm it, and choose
 * the language and what to hear. An old link's form sends a new one to the registered address.
 */
export const addContactPages = (app: Hono<WebEnv>, deps: WebDeps): void => {
  const answer = async (c: WebContext, found: ContactFound, said: ContactPageData['said']) => {
    const { contact, link, token } = found
    c.set('language', contact.language)
    const shown = await contactShown(deps, contact, token)
    return c.html(contactPage(textOf(c, deps), { shown, door: doorOf(found), until: link?.expiresAt ?? null, said }))
  }
  const show = (c: WebContext) => withContact(c, deps, (found) => answer(c, found, null))

  const confirm = (c: WebContext) =>
    withContact(c, deps, async (found) => {
      if (found.state === 'used') return answer(c, found, null)
      try {
        const contact = await confirmByLink(deps, found.token)
        return answer(c, { ...found, contact }, 'confirmed')
      } catch (error) {
        // of two who press at once one is the second
        if (!isAppError(error, 'link-used')) throw error
        return answer(c, { ...found, ...(await openContact(deps, found.token)) }, null)
      }
    })

  const choose = (c: WebContext) =>
    withContact(c, deps, async (found) => {
      const { language, hears } = found.contact
      const asked = preferences.safeParse(await c.req.parseBody({ all: true }))
      if (!asked.success) throw new AppError('bad-input', 'no choice of ours was sent')
      const chosen =
        asked.data.part === 'language' ? { language: asked.data.language, hears } : { ...asked.data, language }
      const contact = await choosePreferences(deps, found.token, { language: chosen.language, hears: chosen.hears })
      return answer(c, { ...found, contact }, asked.data.part === 'language' ? 'language' : 'topics')
    })

  const sendNew = (c: WebContext) =>
    withContact(
      c,
      deps,
      async (found) => {
        if (!deps.mailOn) throw new AppError('mail-off', 'no mail can be sent')
        await newLink(deps, found.token)
        return c.html(contactLinkSentPage(textOf(c, deps), { serviceDesk: deps.serviceDeskMail }))
      },
      'work',
    )
  /** A form's own address, typed or opened anew, shows nothing of its own. */
  const toPage = (c: WebContext) => c.redirect(`${deps.publicUrl}${pagePaths.contact(c.req.param('token') ?? '')}`, 303)

  app.get(pagePaths.contact(':token'), show).post(confirm)
  app.get(pagePaths.contactPreferences(':token'), toPage).post(choose)
  app.get(pagePaths.contactNewLink(':token'), toPage).post(sendNew)
}
