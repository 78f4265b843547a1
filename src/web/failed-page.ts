import type { ErrorHandler } from 'hono'
import { problemPage } from '../../views/pages/problem.ts'
import { assertWaiting, type LoginChange } from '../domain/login/login-change.ts'
import { changeToken } from '../domain/login/tokens.ts'
import { AppError, type ErrorCode, loudness } from '../errors.ts'
import type { WebContext, WebDeps, WebEnv } from './deps.ts'
import { PageFaultError } from './page-fault.ts'
import { pagePaths } from './paths.ts'
import { textOf } from './text-of.ts'

const statuses: Partial<Record<ErrorCode, 403 | 404 | 409 | 410 | 429 | 503>> = {
  'link-invalid': 404,
  'link-expired': 410,
  'link-used': 410,
  'stale-button': 410,
  'in-progress': 409,
  'too-many-attempts': 429,
  'not-allowed': 403,
  'not-cleared': 403,
  'login-cancelled': 403,
  'login-level': 403,
  'login-old': 403,
  'login-no-number': 403,
  'login-mismatch': 403,
  'login-refused': 403,
  'login-off': 503,
  'idporten-unavailable': 503,
  'slack-unavailable': 503,
  'store-busy': 503,
}

const faultStatuses = { notFound: 404, wrongMethod: 405, tooLarge: 413, crossSite: 403 } as const

/** After these another login for the same change makes sense. */
const mayLogInAgain: ReadonlySet<ErrorCode> = new Set([
  'login-cancelled',
  'login-level',
  'login-old',
  'login-no-number',
  'login-mismatch',
  'login-refused',
  'idporten-unavailable',
])

/** The login is not used up by these: the very page serves once what is in the way is gone. */
const keepsItsLogin: ReadonlySet<ErrorCode> = new Set(['other-organisation', 'slack-unavailable'])

/** The address of the login for a change that still waits for one; undefined when it does not. */
export const loginAgain = (deps: WebDeps, about: LoginChange | undefined): string | undefined => {
  if (about === undefined) return undefined
  try {
    assertWaiting(about, deps.now())
  } catch {
    return undefined
  }
  return `${deps.publicUrl}${pagePaths.login(changeToken(deps.vault, about.change, about.who))}`
}

/** The page for an error of the bot's, in the language of whom it concerns. */
export const failedPage = async (c: WebContext, deps: WebDeps, error: AppError, reference?: string) => {
  const { code, details } = error
  const again = mayLogInAgain.has(code) ? loginAgain(deps, c.get('about')) : undefined
  const back = keepsItsLogin.has(code) ? `${deps.publicUrl}${c.req.path}` : undefined
  if (details.retryAfter !== undefined) c.header('retry-after', String(details.retryAfter))
  const words = problemPage(textOf(c, deps), {
    error: { code, details },
    serviceDesk: deps.serviceDeskMail,
    ...(reference !== undefined && { reference }),
    ...(again !== undefined && { again }),
    ...(back !== undefined && { back }),
  })
  return c.html(words, statuses[code] ?? (loudness(error) === 'info' ? 400 : 500))
}

/**
 * Makes a page of whatever a handler threw. What somebody must look at is in the log under the reference that the page
 * names; the address of the page is not, for it may hold a token.
 */
export const whenFailed =
  (deps: WebDeps): ErrorHandler<WebEnv> =>
  async (error, c) => {
    if (error instanceof PageFaultError) {
      const { fault } = error
      const t = textOf(c, deps)
      return c.html(problemPage(t, { error: { fault }, serviceDesk: deps.serviceDeskMail }), faultStatuses[fault])
    }
    const known = error instanceof AppError ? error : new AppError('internal', 'a page failed', {}, error)
    const loud = loudness(known)
    const reference = loud === 'error' ? deps.newId() : undefined
    deps.log[loud]({ err: error, ...(reference !== undefined && { requestId: reference }) }, 'a page told of an error')
    return failedPage(c, deps, known, reference)
  }
