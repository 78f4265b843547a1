import { integrationTypes, type TypeRules } from './integration-types.ts'
import type { ClientInput, Environment } from './model.ts'
import { type FieldError, fieldError } from './problem.ts'
import { pageFault, sharesDomain, uriFault } from './uris.ts'

/**
 * Everything that is wrong with a well-shaped client apart from its scopes: the table of types (reference digdir.md
 * 2.4) and the rules for URIs (2.5). The documents say that the real API lets some useless combinations through;
 * strictly, none passes here.
 */
export const clientFaults = (input: ClientInput, environment: Environment): FieldError[] => {
  const rules = integrationTypes[input.integration_type]
  if (!rules) return [fieldError('integration_type', `${input.integration_type} cannot be self-served`)]
  return [...combinationFaults(input, rules), ...uriFaults(input, rules, environment)]
}

const combinationFaults = (input: ClientInput, rules: TypeRules): FieldError[] => {
  const errors: FieldError[] = []
  const type = input.integration_type
  const methods = rules.methods[input.application_type]
  if (!methods) {
    errors.push(fieldError('application_type', `${input.application_type} is not allowed for ${type}`))
  } else if (!methods.includes(input.token_endpoint_auth_method)) {
    const what = `${input.token_endpoint_auth_method} is not allowed for ${type} of type ${input.application_type}`
    errors.push(fieldError('token_endpoint_auth_method', what))
  }

  input.grant_types.forEach((grant, index) => {
    if (!rules.grants.includes(grant)) errors.push(fieldError(`grant_types[${index}]`, `is not allowed for ${type}`))
  })
  if (!input.grant_types.includes(rules.requiredGrant))
    errors.push(fieldError('grant_types', `must contain ${rules.requiredGrant}`))

  // 0 is refused as well: NAV stopped sending it the day it moved to v1 (7, trap 15).
  if (!rules.login && input.refresh_token_lifetime !== undefined)
    errors.push(fieldError('refresh_token_lifetime', `must be left out for ${type}`))

  // Forced PKCE can be downgraded, but not where the type or a client without credentials depends on it (2.3, 2.4).
  const needsPkce = type === 'ansattporten' || input.token_endpoint_auth_method === 'none'
  if (needsPkce && input.code_challenge_method === 'none')
    errors.push(fieldError('code_challenge_method', `must be S256 for ${type} of type ${input.application_type}`))
  return errors
}

const uriFaults = (input: ClientInput, rules: TypeRules, environment: Environment): FieldError[] => {
  const errors: FieldError[] = []
  const context = { environment, application: input.application_type }
  for (const field of ['redirect_uris', 'post_logout_redirect_uris'] as const) {
    const uris = input[field] ?? []
    if (rules.login && uris.length === 0) errors.push(fieldError(field, 'must not be empty'))
    if (!rules.login && uris.length > 0) errors.push(fieldError(field, `is not used by ${input.integration_type}`))
    uris.forEach((uri, index) => {
      const fault = uriFault(uri, context)
      if (fault) errors.push(fieldError(`${field}[${index}]`, fault))
    })
  }

  const front = input.frontchannel_logout_uri
  if (front !== undefined) {
    const fault = rules.login ? uriFault(front, context) : `is not used by ${input.integration_type}`
    const stray = !fault && !sharesDomain(front, input.redirect_uris ?? [])
    const message = fault ?? (stray ? 'must share its domain with a redirect URI' : undefined)
    if (message) errors.push(fieldError('frontchannel_logout_uri', message))
  }

  for (const field of ['client_uri', 'logo_uri'] as const) {
    const fault = input[field] === undefined ? undefined : pageFault(input[field], environment)
    if (fault) errors.push(fieldError(field, fault))
  }
  return errors
}
