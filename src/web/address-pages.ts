import type { Hono } from 'hono'
import { addressConfirmed } from '../../views/belonging/address-confirmed.ts'
import { addressConfirmedPage, addressPage } from '../../views/pages/address.ts'
import { addressLinkOf, confirmAddress } from '../domain/login/address-link.ts'
import { readToken } from '../domain/login/tokens.ts'
import type { Link } from '../domain/login/types.ts'
import { isAppError } from '../errors.ts'
import { nameOf } from './change-shown.ts'
import type { WebContext, WebDeps, WebEnv } from './deps.ts'
import { pagePaths } from './paths.ts'
import { textOf } from './text-of.ts'

/** A link that was used, where the address that it was for is the person's confirmed one. */
const confirmedBefore = async ({ store }: WebDeps, token: string): Promise<Link | null> => {
  const link = await store.link(readToken(token)?.id ?? '')
  const standing = link && (await store.standing(link.user))
  return link && standing?.confirmedAddress === link.email ? link : null
}

/**
 * Where the link in a mail leads. Opened, it says whose address it is said to be; its form confirms it, once, and the
 * person hears of it in Slack.
 */
export const addAddressPages = (app: Hono<WebEnv>, deps: WebDeps): void => {
  const words = async (link: Link) => ({
    email: link.email,
    person: await nameOf(deps, link.user),
    serviceDesk: deps.serviceDeskMail,
  })
  const confirmed = async (c: WebContext, link: Link, already: boolean) => {
    c.set('language', await deps.languageOf(link.user))
    return c.html(addressConfirmedPage(textOf(c, deps), { ...(await words(link)), already }))
  }
  /** `work`, or the page that says "already" when the link was used for just that. */
  const orAlready = async (c: WebContext, work: (token: string) => Promise<Response>) => {
    const token = c.req.param('token') ?? ''
    try {
      return await work(token)
    } catch (error) {
      // thrown for a link of ours alone
      const link = isAppError(error, 'link-used') ? await confirmedBefore(deps, token) : null
      if (link === null) throw error
      return confirmed(c, link, true)
    }
  }

  const show = (c: WebContext) =>
    orAlready(c, async (token) => {
      const link = await addressLinkOf(deps, token)
      c.set('language', await deps.languageOf(link.user))
      return c.html(addressPage(textOf(c, deps), { ...(await words(link)), until: link.expiresAt }))
    })
  const confirm = (c: WebContext) =>
    orAlready(c, async (token) => {
      const link = await confirmAddress(deps, token)
      deps.inHand.take(deps.tell.person(link.user, (t) => addressConfirmed.render(t, { email: link.email })))
      return confirmed(c, link, false)
    })

  app.get(pagePaths.address(':token'), show).post(confirm)
}
