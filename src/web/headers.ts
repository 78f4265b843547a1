import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { pageStyle } from '../../views/pages/style.ts'
import type { WebContext, WebEnv } from './deps.ts'

const styleDigest = createHash('sha256').update(pageStyle).digest('base64')

/** What a page may do beside showing itself: nothing, but for where its forms lead and who may frame it. */
const policy = ({ formsTo = [], framedBy = [] }: Allowed): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${styleDigest}'`,
    "base-uri 'none'",
    `form-action ${["'self'", ...formsTo].join(' ')}`,
    `frame-ancestors ${framedBy.length === 0 ? "'none'" : framedBy.join(' ')}`,
  ].join('; ')

type Allowed = {
  /** origins: browsers hold a form's redirects to `form-action` too */
  formsTo?: readonly string[]
  framedBy?: readonly string[]
}

/** Widens the policy of this one answer. */
export const allow = (c: WebContext, allowed: Allowed): void => c.header('content-security-policy', policy(allowed))

/**
 * Headers of every answer. A referrer is sent to ourselves alone: with none at all browsers would send no `Origin` with
 * our own forms. Whether a page may be framed is the policy's to say.
 */
export const pageHeaders = (publicUrl: string): MiddlewareHandler<WebEnv> =>
  secureHeaders({
    referrerPolicy: 'same-origin',
    xFrameOptions: false,
    strictTransportSecurity: publicUrl.startsWith('https:') ? 'max-age=31536000' : false,
  })

/** No answer is kept by anybody, and each has a policy: its own, or the narrowest. */
export const unkept: MiddlewareHandler<WebEnv> = async (c, next) => {
  await next()
  c.header('cache-control', 'no-store')
  if (!c.res.headers.has('content-security-policy')) allow(c, {})
}
