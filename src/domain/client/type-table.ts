import { type ApplicationType, type AuthMethod, type IntegrationType, JWT_BEARER } from './types.ts'

export type TypeRules = {
  /** what may be chosen, and which auth methods each allows; the first is the default */
  applications: Partial<Record<ApplicationType, readonly AuthMethod[]>>
  grants: readonly string[]
  /** always there, and not to be taken away */
  fixedScopes: readonly string[]
  mayAddScopes: boolean
  /** people log in: redirect URIs, sessions, PKCE */
  usesRedirectUris: boolean
  /** whether an isolated SSO session is a choice (ID-porten only) */
  choosesSso: boolean
  /** PKCE may not be turned off */
  forcesPkce: boolean
}

const loginApplications = {
  web: ['private_key_jwt', 'client_secret_basic', 'client_secret_post'],
  browser: ['none'],
  native: ['none'],
} as const
const loginGrants = ['authorization_code', 'refresh_token'] as const
const machine = { web: ['private_key_jwt'] } as const

/** What each integration type allows: digdir.md 2.4. */
const table: Record<IntegrationType, TypeRules> = {
  idporten: {
    applications: loginApplications,
    grants: loginGrants,
    fixedScopes: ['openid', 'profile'],
    mayAddScopes: false,
    usesRedirectUris: true,
    choosesSso: true,
    forcesPkce: false,
  },
  api_klient: {
    applications: loginApplications,
    grants: loginGrants,
    fixedScopes: ['openid', 'profile'],
    mayAddScopes: true,
    usesRedirectUris: true,
    choosesSso: true,
    forcesPkce: false,
  },
  ansattporten: {
    applications: { web: loginApplications.web },
    grants: loginGrants,
    fixedScopes: ['openid'],
    mayAddScopes: true,
    usesRedirectUris: true,
    choosesSso: false,
    forcesPkce: true,
  },
  maskinporten: {
    applications: machine,
    grants: [JWT_BEARER],
    fixedScopes: [],
    mayAddScopes: true,
    usesRedirectUris: false,
    choosesSso: false,
    forcesPkce: false,
  },
  krr: {
    applications: machine,
    grants: [JWT_BEARER],
    fixedScopes: ['krr:global/kontaktinformasjon.read', 'krr:global/digitalpost.read'],
    mayAddScopes: false,
    usesRedirectUris: false,
    choosesSso: false,
    forcesPkce: false,
  },
}

/** The types that can be made from Slack so far. */
export const offeredHere = ['idporten', 'maskinporten'] as const satisfies readonly IntegrationType[]

/** The row of digdir.md 2.4 for a type. */
export const typeRules = (type: IntegrationType): TypeRules => table[type]

/** The auth methods that a type and an application type allow together; none when they do not go together. */
export const authMethodsOf = (type: IntegrationType, application: ApplicationType): readonly AuthMethod[] =>
  table[type].applications[application] ?? []
