import type { Hono } from 'hono'
import { leavePage, leftPage } from '../../views/pages/contact-leave.ts'
import { leave } from '../domain/contact/by-link.ts'
import { withContact } from './contact-found.ts'
import { contactShown } from './contact-shown.ts'
import type { WebContext, WebDeps, WebEnv } from './deps.ts'
import { pagePaths } from './paths.ts'
import { textOf } from './text-of.ts'

/** Where a contact leaves: what it costs, then the one button. Nobody can be kept, also who is the last. */
export const addContactLeave = (app: Hono<WebEnv>, deps: WebDeps): void => {
  const show = (c: WebContext) =>
    withContact(c, deps, async ({ contact, token }) => {
      const all = await deps.store.contactsOf(contact.organisationNumber)
      const others = all.filter(({ id }) => id !== contact.id).length
      return c.html(leavePage(textOf(c, deps), await contactShown(deps, contact, token), others))
    })

  const go = (c: WebContext) =>
    withContact(c, deps, async ({ token }) => {
      await leave(deps, token)
      return c.html(leftPage(textOf(c, deps), { serviceDesk: deps.serviceDeskMail }))
    })

  app.get(pagePaths.contactLeave(':token'), show).post(go)
}
