import type { Hono } from 'hono'
import { carryOutPage, clearanceProvedPage } from '../../views/pages/carry-out.ts'
import { loginEndedPage } from '../../views/pages/logged-out.ts'
import { carryOutByLogin } from '../domain/login/carry-out.ts'
import { type LoginFound, loginOf } from '../domain/login/finish-login.ts'
import { changeToken } from '../domain/login/tokens.ts'
import { AppError, errorCodes, isAppError, loudness } from '../errors.ts'
import { becameOf, changeBecame } from './became-page.ts'
import { changeShown } from './change-shown.ts'
import { credentialForm, credentialSent, wantsCredential } from './credential-form.ts'
import type { WebContext, WebDeps, WebEnv } from './deps.ts'
import { failedPage, loginAgain } from './failed-page.ts'
import { assertProof, loginInBrowser, logOutForm, proofOf } from './login-in-browser.ts'
import { pagePaths } from './paths.ts'
import { textOf } from './text-of.ts'

const refusal = (code: string | null): AppError =>
  new AppError(errorCodes.find((one) => one === code) ?? 'login-refused', 'the login was refused')

/** What a login that is at an end, or never came to one, has to say. */
const withoutProof = async (c: WebContext, deps: WebDeps, { login, change, who, ...rest }: LoginFound) => {
  if (login.state === 'begun') {
    return c.redirect(`${deps.publicUrl}${pagePaths.login(changeToken(deps.vault, change, who))}`, 303)
  }
  if (login.state === 'refused') return failedPage(c, deps, refusal(login.code))
  const again = loginAgain(deps, { change, who, ...rest }) ?? null
  return c.html(loginEndedPage(textOf(c, deps), { serviceDesk: deps.serviceDeskMail, again }))
}

/** Where a login stands: what its change became, what is left to do, or that it is over. */
const standing = async (c: WebContext, deps: WebDeps, found: LoginFound) => {
  const { login, change, purpose } = found
  const became = becameOf(change, deps.now())
  const logOut = await logOutForm(c, deps, found)
  if (became !== null) {
    return changeBecame(c, deps, found, became, { look: `${deps.publicUrl}${pagePaths.done(login.id)}`, logOut })
  }
  if (login.state !== 'proved') return withoutProof(c, deps, found)
  if (wantsCredential(found) && deps.now() < login.expiresAt) return credentialForm(c, deps, found)
  const shown = await changeShown(deps, found)
  if (purpose === 'clearance') return c.html(clearanceProvedPage(textOf(c, deps), { shown, logOut }))
  if (deps.now() >= login.expiresAt) return failedPage(c, deps, refusal('login-old'))
  const until = Math.min(login.expiresAt, change.expiresAt)
  return c.html(carryOutPage(textOf(c, deps), { shown, proof: proofOf(c, deps, 'carry out', login.id), until, logOut }))
}

/** What the form of an admin client brought; a login that can't approve anything any more says how it stands. */
const whatWasSent = async (c: WebContext, deps: WebDeps, found: LoginFound) => {
  try {
    return await credentialSent(c, deps, found)
  } catch (error) {
    if (!isAppError(error, 'link-used', 'link-expired', 'login-old')) throw error
    return { answer: await standing(c, deps, found) }
  }
}

/**
 * The page after a login, for the browser that began it. Opened, it shows the exact change once more; its form carries
 * the change out, once. The answer to that one click alone holds a secret.
 */
export const addDonePages = (app: Hono<WebEnv>, deps: WebDeps): void => {
  const show = async (c: WebContext) => standing(c, deps, await loginInBrowser(c, deps))

  const carryOut = async (c: WebContext) => {
    const found = await loginInBrowser(c, deps)
    await assertProof(c, deps, 'carry out', found.login.id)
    const sent = wantsCredential(found) ? await whatWasSent(c, deps, found) : { tried: undefined }
    if ('answer' in sent) return sent.answer
    const carried = carryOutByLogin(deps, deps.kinds, found, deps.belonging, sent.tried)
    // also when nobody waits for the page any more; a failure is for the page to tell
    const told = carried.then(
      ({ secret: _, ...outcome }) => deps.tell.outcome(outcome),
      () => undefined,
    )
    deps.inHand.take(told)
    try {
      const outcome = await carried
      const now = { ...found, change: outcome.change }
      const logOut = await logOutForm(c, deps, found)
      return changeBecame(c, deps, now, becameOf(outcome.change, deps.now()) ?? 'working', { outcome, logOut })
    } catch (error) {
      const after = await loginOf(deps, found.login.id, found.secret)
      const first = isAppError(error, 'link-used', 'link-expired', 'login-old')
      // once the login is used up the change goes its way, whatever kept this request from seeing it through
      if (!first && after.login.state !== 'used') throw error
      if (!first)
        deps.log[loudness(error)]({ err: error, changeId: found.change.id }, 'a change is left to its watcher')
      return standing(c, deps, after)
    }
  }

  app.get(pagePaths.done(':id'), show).post(carryOut)
}
