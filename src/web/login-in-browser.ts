import { z } from 'zod'
import type { LogOutForm } from '../../views/pages/change-part.ts'
import { type LoginFound, loginOf } from '../domain/login/finish-login.ts'
import { mayLogOut } from '../domain/login/log-out.ts'
import { AppError } from '../errors.ts'
import type { WebContext, WebDeps } from './deps.ts'
import { allow } from './headers.ts'
import { browserSecretOf } from './login-cookie.ts'
import { pagePaths } from './paths.ts'
import { setAbout } from './text-of.ts'

const idSchema = z.string().regex(/^[A-Za-z0-9-]{8,64}$/)
const formSchema = z.object({ proof: z.string().max(100) })

/** What a form on the page of a login may ask for. */
type Deed = 'carry out' | 'log out'

/** The login that the address names, for the browser that began it. Throws `link-invalid` for all others. */
export const loginInBrowser = async (
  c: WebContext,
  deps: WebDeps,
  named = c.req.param('id'),
): Promise<LoginFound & { secret: string }> => {
  const id = idSchema.safeParse(named)
  const secret = id.success ? browserSecretOf(c, deps.publicUrl)(id.data) : null
  if (!id.success || secret === null) throw new AppError('link-invalid', 'no such login in this browser')
  const found = await loginOf(deps, id.data, secret)
  await setAbout(c, deps, found)
  return { ...found, secret }
}

/** What the page's form holds: only this browser was given the cookie that it is made of. */
export const proofOf = (c: WebContext, deps: WebDeps, deed: Deed, loginId: string): string =>
  deps.vault.sign(deed, loginId, browserSecretOf(c, deps.publicUrl)(loginId) ?? '')

/** Throws `link-invalid` for a form that did not come from our page. */
export const assertProof = async (c: WebContext, deps: WebDeps, deed: Deed, loginId: string): Promise<void> => {
  // a body that can't be read proves as little as an empty one
  const form = formSchema.safeParse(await c.req.parseBody().catch(() => null))
  const secret = browserSecretOf(c, deps.publicUrl)(loginId)
  if (!form.success || secret === null || !deps.vault.signed(form.data.proof, deed, loginId, secret)) {
    throw new AppError('link-invalid', 'the form did not come from our page')
  }
}

/**
 * The form that ends the login, and the policy that lets it lead to ID-porten. Null where there is nothing to end, or
 * ID-porten does not say where: the page has more to tell than that.
 */
export const logOutForm = async (c: WebContext, deps: WebDeps, { login }: LoginFound): Promise<LogOutForm> => {
  if (deps.idporten === null || !mayLogOut(login)) return null
  const origins = await deps.idporten.origins().catch(() => null)
  if (origins === null) return null
  allow(c, { formsTo: [origins.logout] })
  return { action: `${deps.publicUrl}${pagePaths.out(login.id)}`, proof: proofOf(c, deps, 'log out', login.id) }
}
