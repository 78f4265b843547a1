import type { ClientDraft } from './draft.ts'
import type { Fault } from './faults.ts'
import { typeRules } from './type-table.ts'
import { shareDomain, uriReason } from './uri-rules.ts'

export const MOST_URIS = 100

type UriList = 'redirect_uris' | 'post_logout_redirect_uris'

const checkList = (draft: ClientDraft, field: UriList): Fault[] => {
  const uris = draft[field]
  if (uris.length === 0) return [{ field, reason: 'required' }]
  if (uris.length > MOST_URIS) return [{ field, reason: 'too-many', limit: MOST_URIS }]
  const where = { environment: draft.environment, application: draft.application_type }
  return uris.flatMap((value, index): Fault[] => {
    const line = index + 1
    const reason = uriReason(value, where) ?? (uris.indexOf(value) < index ? ('uri-duplicate' as const) : null)
    return reason ? [{ field, reason, value, line }] : []
  })
}

const checkClientUri = (draft: ClientDraft): Fault[] => {
  const value = draft.client_uri
  if (value === '') return []
  // A page for people, also where the client is an app: no schemes of its own.
  const reason = uriReason(value, { environment: draft.environment, application: 'web' })
  return reason ? [{ field: 'client_uri', reason, value }] : []
}

const checkFrontchannel = (draft: ClientDraft): Fault[] => {
  const field = 'frontchannel_logout_uri'
  const value = draft.frontchannel_logout_uri
  if (value === '') return []
  const reason = uriReason(value, { environment: draft.environment, application: draft.application_type })
  if (reason) return [{ field, reason, value }]
  const shared = draft.redirect_uris.some((uri) => shareDomain(uri, value))
  return shared ? [] : [{ field, reason: 'logout-other-domain', value }]
}

/** The URIs of a login client, each by the rules of digdir.md 2.3 and 2.5; machines have none. */
export const checkUris = (draft: ClientDraft): Fault[] =>
  typeRules(draft.integration_type).usesRedirectUris
    ? [
        ...checkClientUri(draft),
        ...checkList(draft, 'redirect_uris'),
        ...checkList(draft, 'post_logout_redirect_uris'),
        ...checkFrontchannel(draft),
      ]
    : []
