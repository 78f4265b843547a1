/** Where mail is handed over, in nodemailer's words. */
export type SmtpServer = {
  host: string
  port: number
  /** TLS from the first byte; otherwise STARTTLS where it is offered */
  secure: boolean
  requireTLS: boolean
  ignoreTLS: boolean
  auth?: { user: string; pass: string }
  /** what the bot calls itself in EHLO */
  name?: string
  tls: { rejectUnauthorized: boolean; minVersion: 'TLSv1.2' }
}

const switches = ['requireTLS', 'ignoreTLS', 'tls.rejectUnauthorized']
const loopback = ['localhost', '127.0.0.1', '::1']

/**
 * `SMTP_URL`: `smtp://` or `smtps://`, user and password percent-encoded, and as query `requireTLS`, `ignoreTLS`,
 * `tls.rejectUnauthorized` (`true` or `false`) and `name`. nodemailer's own reading is not used: there, a query can turn
 * any option, logging of whole mails among them.
 *
 * A password crosses a network in TLS alone, unless `ignoreTLS=true` or `requireTLS=false` says otherwise.
 *
 * @throws when it is not usable; the value, which holds a password, is not repeated
 */
export const readSmtpUrl = (text: string): SmtpServer => {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '')
    throw new Error('SMTP_URL is not a URL such as smtp://user:password@mail.example.no:587')
  const query = new Map(url.searchParams)
  for (const [key, value] of query)
    if (key !== 'name' && !(switches.includes(key) && /^(true|false)$/.test(value)))
      throw new Error(`SMTP_URL may say name=HOST, and true or false of ${switches.join(', ')}; nothing else`)
  const secure = url.protocol === 'smtps:'
  const host = decoded(url.hostname).replace(/^\[(.*)\]$/, '$1')
  const ignoreTLS = query.get('ignoreTLS') === 'true'
  const guarded = url.password !== '' && !loopback.includes(host) && !ignoreTLS
  const name = query.get('name')
  return {
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: query.has('requireTLS') ? query.get('requireTLS') === 'true' : guarded,
    ignoreTLS,
    ...(url.username === '' ? {} : { auth: { user: decoded(url.username), pass: decoded(url.password) } }),
    ...(name && /^[\w.[\]:-]+$/.test(name) ? { name } : {}),
    tls: { rejectUnauthorized: query.get('tls.rejectUnauthorized') !== 'false', minVersion: 'TLSv1.2' },
  }
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new Error('SMTP_URL is not percent-encoded as a URL must be')
  }
}
