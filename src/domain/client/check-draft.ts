import { checkLifetimes } from './check-lifetimes.ts'
import { checkUris } from './check-uris.ts'
import { type ClientDraft, codeChallengeMethods, refreshTokenUsages } from './draft.ts'
import type { Fault } from './faults.ts'
import { isOffered, type OfferedScopes } from './offered-scopes.ts'
import { readPublicKey } from './public-key.ts'
import { authMethodsOf, offeredHere, typeRules } from './type-table.ts'

export const LONGEST_NAME = 255
/** Code points. Slack's inputs hold 3 000 characters; our marker needs room behind it. */
export const LONGEST_DESCRIPTION = 2900
export const LONGEST_SCOPE = 255
export const MOST_SCOPES = 100

/** RFC 6749 3.3, and the Norwegian letters that subscopes may hold (digdir.md 2.8). */
const scopeForm = /^[\x21\x23-\x5b\x5d-\x7eæøåÆØÅ]+$/u

const checkTexts = (draft: ClientDraft): Fault[] => {
  const faults: Fault[] = []
  const { client_name: name, description } = draft
  if (name.trim() === '') faults.push({ field: 'client_name', reason: 'required' })
  if ([...name].length > LONGEST_NAME) faults.push({ field: 'client_name', reason: 'too-long', limit: LONGEST_NAME })
  if (/[\p{Cc}\u2028\u2029]/u.test(name)) faults.push({ field: 'client_name', reason: 'control-character' })
  if (description.trim() === '') faults.push({ field: 'description', reason: 'required' })
  if ([...description].length > LONGEST_DESCRIPTION) {
    faults.push({ field: 'description', reason: 'too-long', limit: LONGEST_DESCRIPTION })
  }
  if (/(?![\n\t])\p{Cc}/u.test(description)) faults.push({ field: 'description', reason: 'control-character' })
  return faults
}

const checkTypes = (draft: ClientDraft): Fault[] => {
  const { integration_type: type, application_type: application, token_endpoint_auth_method: method } = draft
  if (!offeredHere.some((each) => each === type)) return [{ field: 'integration_type', reason: 'type-not-offered' }]
  const methods = authMethodsOf(type, application)
  if (methods.length === 0) return [{ field: 'application_type', reason: 'application-not-for-type' }]
  return methods.includes(method) ? [] : [{ field: 'token_endpoint_auth_method', reason: 'auth-not-for-application' }]
}

const checkSession = (draft: ClientDraft): Fault[] => {
  const rules = typeRules(draft.integration_type)
  if (!rules.usesRedirectUris) return []
  const faults: Fault[] = []
  const { refresh_token_usage: usage, code_challenge_method: pkce } = draft
  if (usage !== null && !refreshTokenUsages.includes(usage)) {
    faults.push({ field: 'refresh_token_usage', reason: 'choice-unknown' })
  }
  if (pkce !== null && !codeChallengeMethods.includes(pkce)) {
    faults.push({ field: 'code_challenge_method', reason: 'choice-unknown' })
  }
  const must = rules.forcesPkce || draft.token_endpoint_auth_method === 'none'
  if (must && pkce === 'none') faults.push({ field: 'code_challenge_method', reason: 'pkce-needed' })
  return faults
}

const checkScope = (draft: ClientDraft, value: string, offered: OfferedScopes | null): Fault['reason'] | null => {
  const rules = typeRules(draft.integration_type)
  if (value.length > LONGEST_SCOPE) return 'too-long'
  if (!scopeForm.test(value)) return 'scope-malformed'
  if (rules.fixedScopes.includes(value)) return null
  const login = value === 'openid' || value === 'profile'
  if (!rules.mayAddScopes || (login && !rules.usesRedirectUris)) return 'scope-not-for-type'
  return offered && !login && !isOffered(offered, value) ? 'scope-not-offered' : null
}

const checkScopes = (draft: ClientDraft, offered: OfferedScopes | null): Fault[] => {
  const { scopes } = draft
  const field = 'scopes'
  if (scopes.length > MOST_SCOPES) return [{ field, reason: 'too-many', limit: MOST_SCOPES }]
  const faults = scopes.flatMap((value, index): Fault[] => {
    const reason = checkScope(draft, value, offered)
    return reason ? [{ field, reason, value, line: index + 1 }] : []
  })
  if (scopes.length === 0) faults.push({ field, reason: 'scope-none' })
  else if (typeRules(draft.integration_type).usesRedirectUris && !scopes.includes('openid')) {
    faults.push({ field, reason: 'scope-openid-missing', value: 'openid' })
  }
  return faults
}

const checkKey = (draft: ClientDraft): Fault[] => {
  if (draft.public_key === null || draft.public_key.trim() === '') return []
  // The kid does not matter here: the key is read again when it is used.
  const read = readPublicKey(draft.public_key, { newKid: () => 'checked' })
  if (!read.ok) return [{ field: 'public_key', reason: read.reason }]
  return draft.token_endpoint_auth_method === 'private_key_jwt'
    ? []
    : [{ field: 'public_key', reason: 'key-not-for-method' }]
}

/**
 * Everything that is wrong with a draft, in the order of the form; empty when it can be sent. Digdir lets useless
 * combinations through (digdir.md 2.4), so all of its table is asked here. `offered` null: Digdir could not be asked
 * which scopes there are, and decides itself.
 */
export const checkDraft = (draft: ClientDraft, how: { offered: OfferedScopes | null }): Fault[] => [
  ...checkTexts(draft),
  ...checkTypes(draft),
  ...checkUris(draft),
  ...checkScopes(draft, how.offered),
  ...checkLifetimes(draft),
  ...checkSession(draft),
  ...checkKey(draft),
]
