import type { ApplicationType, Environment } from './model.ts'

type UriContext = { environment: Environment; application: ApplicationType }

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])
const forbiddenSchemes = new Set(['javascript:', 'data:', 'file:', 'vbscript:', 'blob:', 'about:'])

/**
 * What is wrong with a redirect, post-logout or front-channel URI, if anything (reference digdir.md 2.5).
 *
 * Strict where the documents are silent or at odds: 127.0.0.1 and [::1] count as localhost; production demands https
 * of web and browser clients; a fragment is refused (RFC 6749 3.1.2); a native client's loopback is `http` with a
 * number for a port (`https://127.0.0.1:*` of one page is no URL); other schemes are for native clients alone.
 */
export const uriFault = (text: string, { environment, application }: UriContext): string | undefined => {
  const url = parse(text)
  if (!url) return 'must be an absolute URI'
  if (forbiddenSchemes.has(url.protocol)) return 'scheme is not allowed'
  if (text.includes('#')) return 'must not have a fragment'

  const web = url.protocol === 'http:' || url.protocol === 'https:'
  if (!web) return application === 'native' ? undefined : 'must be https'
  if (url.username || url.password) return 'must not hold credentials'
  if (loopback.has(url.hostname)) {
    if (url.protocol === 'https:') return 'localhost must be http'
    return environment === 'prod' && application !== 'native' ? 'localhost is not allowed in production' : undefined
  }
  if (url.protocol === 'http:' && environment === 'prod') return 'must be https'
  return undefined
}

/** What is wrong with `client_uri` or `logo_uri`: a page, so http or https, and https in production. */
export const pageFault = (text: string, environment: Environment): string | undefined => {
  const url = parse(text)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return 'must be a URL'
  return environment === 'prod' && url.protocol !== 'https:' ? 'must be https' : undefined
}

/** Whether the front-channel URI shares its domain with one of the redirect URIs; read strictly: the same host. */
export const sharesDomain = (text: string, redirectUris: readonly string[]): boolean => {
  const host = parse(text)?.hostname
  return redirectUris.some((one) => parse(one)?.hostname === host)
}

// The URL parser forgives blanks around and backslashes inside; a registered value is compared character by character.
const parse = (text: string): URL | undefined =>
  /[\s\\<>"`{}|^]/.test(text) || !URL.canParse(text) ? undefined : new URL(text)
