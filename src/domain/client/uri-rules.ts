import type { ApplicationType, Environment } from './types.ts'

export const uriReasons = [
  'uri-malformed',
  'uri-character',
  'uri-wildcard',
  'uri-scheme',
  'uri-credentials',
  'uri-fragment',
  'uri-https-needed',
  'uri-localhost-https',
  'uri-localhost-in-prod',
  'too-long',
] as const
export type UriReason = (typeof uriReasons)[number]

export const LONGEST_URI = 2000

/** Schemes that run code, read files or are no way back to an app; custom schemes are for native apps. */
const neverSchemes: ReadonlySet<string> = new Set(
  [
    'javascript',
    'vbscript',
    'data',
    'file',
    'blob',
    'about',
    'filesystem',
    'view-source',
    'chrome',
    'mailto',
    'tel',
    'sms',
    'ftp',
    'ftps',
    'sftp',
    'ws',
    'wss',
    'ssh',
    'git',
    'ldap',
    'urn',
    'intent',
    'content',
    'jar',
    'http',
    'https',
  ].map((name) => `${name}:`),
)

const loopback = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** Whether a host name (as `URL` gives it) is this machine's own. */
export const isLoopback = (hostname: string): boolean => loopback.test(hostname)

const parsed = (uri: string): URL | null => (URL.canParse(uri) ? new URL(uri) : null)

const webReason = (url: URL, uri: string, where: { environment: Environment; native: boolean }): UriReason | null => {
  if (!/^https?:\/\/[^/]/i.test(uri) || url.hostname === '' || url.hostname.endsWith('.')) return 'uri-malformed'
  if (isLoopback(url.hostname)) {
    if (where.environment === 'prod' && !where.native) return 'uri-localhost-in-prod'
    return url.protocol === 'https:' ? 'uri-localhost-https' : null
  }
  return url.protocol === 'http:' && where.environment === 'prod' ? 'uri-https-needed' : null
}

/**
 * What is wrong with one URI of a client, or null (digdir.md 2.5): in test plain http and localhost are fine, but
 * localhost must be http; in prod https only. Native apps may also have loopback addresses and schemes of their own
 * (RFC 8252). Nobody may have fragments (RFC 6749 3.1.2), wildcards, passwords, or schemes that run code.
 */
export const uriReason = (
  uri: string,
  where: { environment: Environment; application: ApplicationType },
): UriReason | null => {
  if (uri.length > LONGEST_URI) return 'too-long'
  if (uri.includes('*')) return 'uri-wildcard'
  if (!/^[\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e]*$/.test(uri)) return 'uri-character'
  const url = parsed(uri)
  if (!url) return 'uri-malformed'
  if (uri.includes('#')) return 'uri-fragment'
  if (url.username !== '' || url.password !== '') return 'uri-credentials'
  const native = where.application === 'native'
  if (url.protocol === 'http:' || url.protocol === 'https:') {
    return webReason(url, uri, { environment: where.environment, native })
  }
  return native && !neverSchemes.has(url.protocol) ? null : 'uri-scheme'
}

/** Whether two URIs share a domain: the host, or the scheme where an app's own scheme has no host. */
export const shareDomain = (one: string, other: string): boolean => {
  const [a, b] = [parsed(one), parsed(other)]
  if (!a || !b) return false
  return a.hostname === '' || b.hostname === '' ? a.protocol === b.protocol : a.hostname === b.hostname
}
