import type { Hono } from 'hono'
import { z } from 'zod'
import { type HandOverFaults, handedOverPage, handOverPage } from '../../views/pages/contact-hand-over.ts'
import { handOver } from '../domain/contact/by-link.ts'
import { emailFaults } from '../domain/contact/read-email.ts'
import { nameFaults } from '../domain/contact/read-person-name.ts'
import { type AppError, isAppError } from '../errors.ts'
import { withContact } from './contact-found.ts'
import { contactShown } from './contact-shown.ts'
import type { WebContext, WebDeps, WebEnv } from './deps.ts'
import { pagePaths } from './paths.ts'
import { textOf } from './text-of.ts'

/** What is sent twice, or as a file, is as if it was not sent. */
const form = z.object({ name: z.string().catch(''), email: z.string().catch('') })

/** What the domain said of each field; a fault of neither is nothing that typing anew would mend. */
const faultsOf = ({ details }: AppError): HandOverFaults => {
  const reasons = (field: string) =>
    (details.fields ?? []).filter((one) => one.field === field).map(({ reason }) => reason)
  const name = nameFaults.find((code) => reasons('name').includes(code))
  const email = emailFaults.find((code) => reasons('email').includes(code))
  const own = reasons('email').includes('duplicate')
  const hasLeft = reasons('email').includes('left-before')
  return {
    ...(name && { name }),
    ...(email && { email }),
    ...(own && { email: 'own' }),
    ...(hasLeft && { email: 'left-before' }),
  }
}

/** Where a contact names the colleague who takes over; what was typed wrong stays as it was, with what is wrong with it. */
export const addContactHandOver = (app: Hono<WebEnv>, deps: WebDeps): void => {
  const show = (c: WebContext) =>
    withContact(c, deps, async ({ contact, token }) =>
      c.html(handOverPage(textOf(c, deps), await contactShown(deps, contact, token))),
    )

  const hand = (c: WebContext) =>
    withContact(c, deps, async ({ contact, token }) => {
      const typed = form.parse(await c.req.parseBody())
      const refuse = async (faults: HandOverFaults) =>
        c.html(handOverPage(textOf(c, deps), await contactShown(deps, contact, token), typed, faults), 422)
      try {
        // one contact hands over once, whatever is pressed how often
        const once = `contact hand-over ${contact.id}`
        const { name } = await handOver(deps, token, { ...typed, once })
        return c.html(handedOverPage(textOf(c, deps), { name, serviceDesk: deps.serviceDeskMail }))
      } catch (error) {
        if (isAppError(error, 'contact-exists')) return refuse({ email: 'taken' })
        const faults = isAppError(error, 'bad-input') ? faultsOf(error) : {}
        if (Object.keys(faults).length === 0) throw error
        return refuse(faults)
      }
    })

  app.get(pagePaths.contactHandOver(':token'), show).post(hand)
}
