import { getCookie, setCookie } from 'hono/cookie'
import type { WebContext } from './deps.ts'

/** As long as a login's session may live (digdir.md 5.5), s; the login itself ends earlier. */
const lifeSeconds = 30 * 60

/** Each login has a cookie of its own, so that two tabs don't take each other's. */
const nameOf = (loginId: string): string => `portvakt-${loginId}`

/**
 * Binds a login to the browser that began it. `Lax`, since ID-porten sends the browser back from elsewhere. On https it
 * has the prefix `__Host-`, by which no other host of the domain can set it (RFC 6265bis, 4.1.3.2).
 */
export const bindBrowser = (c: WebContext, publicUrl: string, loginId: string, secret: string): void => {
  const shared = { httpOnly: true, sameSite: 'Lax', maxAge: lifeSeconds } as const
  const { protocol, pathname } = new URL(publicUrl)
  if (protocol === 'https:') {
    setCookie(c, nameOf(loginId), secret, { ...shared, prefix: 'host', secure: true, path: '/' })
  } else {
    setCookie(c, nameOf(loginId), secret, { ...shared, path: `${pathname.replace(/\/$/, '')}/login` })
  }
}

/** What this browser was given for a login; null when it did not begin it. */
export const browserSecretOf =
  (c: WebContext, publicUrl: string) =>
  (loginId: string): string | null =>
    (publicUrl.startsWith('https:') ? getCookie(c, nameOf(loginId), 'host') : getCookie(c, nameOf(loginId))) ?? null
