import type { Context } from 'hono'
import { decodeJwt } from 'jose'
import type Provider from 'oidc-provider'
import type { Clock } from '../clock.ts'
import type { ServeBindings } from '../serve.ts'
import type { Clients, IdportenClient } from './clients.ts'
import type { Events } from './events.ts'
import { logoutPage } from './logout-page.ts'
import { PAGE_POLICY } from './page.ts'
import { problemPage } from './problem-page.ts'
import { pageLanguage } from './words.ts'

type Ctx = Context<{ Bindings: ServeBindings }>

type Refused = { refused: string }

/** oidc-provider has no front-channel logout any more, and asks where ID-porten does not: so logout is our own. */
export const createLogout = ({
  provider,
  clients,
  clock,
  events,
}: {
  provider: Provider
  clients: Clients
  clock: Clock
  events: Events
}) => {
  /** The client a logout is for, known by the token or by its name. */
  const starter = async (params: URLSearchParams): Promise<IdportenClient | undefined | Refused> => {
    const hint = params.get('id_token_hint')
    const named = params.get('client_id')
    if (!hint) return named ? (clients.find(named) ?? { refused: 'client_id is unknown' }) : undefined
    const client = clients.find(audience(hint))
    const known = client && (await provider.Client.find(client.client_id))
    // Age is of no matter: a token that was good once says who asks.
    const good = known && (await provider.IdToken.validate(hint, known).catch(() => null))
    if (!good) return { refused: 'id_token_hint is not one of ours' }
    return named && named !== client.client_id ? { refused: 'client_id is not the one of id_token_hint' } : client
  }

  const end = async (c: Ctx): Promise<Response> => {
    const params = new URLSearchParams(c.req.method === 'POST' ? await c.req.text() : new URL(c.req.url).search)
    const language = pageLanguage(params.get('ui_locales'))
    const state = params.get('state')
    const client = await starter(params)
    if (client && 'refused' in client) return c.html(problemPage(language, 'refused', client.refused), 400)
    if (state && !/^[\x20-\x7e]*$/.test(state)) return c.html(problemPage(language, 'refused', 'state'), 400)

    const { incoming, outgoing } = c.env
    const session = await provider.Session.get(provider.createContext(incoming, outgoing) as never)
    if (!session.accountId) return c.html(problemPage(language, 'notLoggedIn'), 400)

    const frames = frontChannelAddresses(provider.issuer, clients, session.authorizations)
    await session.destroy()
    events.add({ kind: 'logout', at: clock.now(), startedBy: client?.client_id ?? null, notified: frames })
    for (const name of [provider.cookieName('session'), `${provider.cookieName('session')}.sig`]) {
      c.header('set-cookie', `${name}=; path=/; max-age=0; httponly`, { append: true })
    }

    const back = wayBack(client, params.get('post_logout_redirect_uri'), state)
    if (back && frames.length === 0) return c.redirect(back, 303)
    const origins = [...new Set(frames.map((one) => new URL(one).origin))]
    const frameSource = origins.length === 0 ? "'none'" : origins.join(' ')
    c.header('content-security-policy', `${PAGE_POLICY}; frame-src ${frameSource}`)
    return c.html(logoutPage(language, frames, back))
  }
  return end
}

/**
 * The addresses that tell the services of a login that it has ended, the one who asked for it included (5.6).
 *
 * @param authorizations of the session, by client id
 */
export const frontChannelAddresses = (
  issuer: string,
  clients: Clients,
  authorizations: Record<string, { sid?: string | undefined }> = {},
): string[] =>
  Object.entries(authorizations).flatMap(([clientId, { sid = '' }]) => {
    const uri = clients.find(clientId)?.frontchannel_logout_uri
    return uri ? [withParams(uri, { iss: issuer, sid })] : []
  })

/** Nowhere for a client nobody named, or an address it has not registered: the page stays where it is. */
const wayBack = (client: IdportenClient | undefined, uri: string | null, state: string | null): string | undefined =>
  uri && client?.post_logout_redirect_uris?.includes(uri) ? withParams(uri, state ? { state } : {}) : undefined

const withParams = (uri: string, params: Record<string, string>): string => {
  const url = new URL(uri)
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value)
  return url.href
}

const audience = (token: string): string | undefined => {
  try {
    const { aud } = decodeJwt(token)
    return typeof aud === 'string' ? aud : undefined
  } catch {
    return undefined
  }
}
