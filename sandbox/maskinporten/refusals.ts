/**
 * Every refusal of the token endpoint: reference digdir.md 4.4. `invalid_grant` was seen as HTTP 400 and `forbidden`
 * with MP-250/251, taken as 403; the families "auth failed" and "JWT failed" of that table are texts under
 * `invalid_grant`.
 */
type Row = { status: 400 | 403; error: string; code?: string; text: string; help?: true }

/** Where `error_uri` leads, for those that have one (reference digdir.md 4.4). */
const HELP_PAGE = 'https://docs.digdir.no/docs/Maskinporten/maskinporten_feilsoking'

const rows = {
  parameter: {
    status: 400,
    error: 'invalid_request',
    code: 'MP-011',
    text: 'Invalid assertion. Invalid parameter value',
  },
  grantType: { status: 400, error: 'unsupported_grant_type', text: 'Unsupported grant type' },
  ownConsumer: {
    status: 400,
    error: 'invalid_request',
    text: 'Validation of JWT claim failed: The combination consumer_org in claim and delegation scope on client is invalid',
  },
  unknownClaim: { status: 400, error: 'invalid_request', text: 'Invalid assertion. Unknown claim' },
  used: {
    status: 400,
    error: 'invalid_grant',
    code: 'MP-012',
    text: 'Validation of JWT Bearer grant failed. Grant is used before',
  },
  noClient: {
    status: 400,
    error: 'invalid_grant',
    code: 'MP-100',
    text: 'Authentication of client by JWT failed. Client not found',
  },
  audience: {
    status: 400,
    error: 'invalid_grant',
    code: 'MP-110',
    text: 'Client authentication failed. Invalid JWT claim aud',
  },
  certificate: {
    status: 400,
    error: 'invalid_grant',
    code: 'MP-120',
    text: 'Client authentication failed. Invalid certificate',
  },
  keyExpired: {
    status: 400,
    error: 'invalid_grant',
    code: 'MP-121',
    text: 'Client authentication failed. Key has expired',
  },
  unknownKid: {
    status: 400,
    error: 'invalid_grant',
    text: 'Invalid assertion. Client authentication failed. Unknown key identifier (kid) for client',
  },
  kidRequired: {
    status: 400,
    error: 'invalid_grant',
    text: 'Invalid assertion. Client authentication failed. The client has registered keys, kid is required',
  },
  certificateOwner: {
    status: 400,
    error: 'invalid_grant',
    code: 'MP-122',
    text: 'Authentication of client by JWT failed. Organisation number in certificate is not the one of the client',
  },
  noCertificate: {
    status: 400,
    error: 'invalid_grant',
    code: 'MP-123',
    text: 'Validation of JWT failed. Failed to extract certificate from JWT',
  },
  signature: {
    status: 400,
    error: 'invalid_grant',
    code: 'MP-124',
    text: 'Validation of JWT failed. Invalid signature or expired certificate',
  },
  expired: {
    status: 400,
    error: 'invalid_grant',
    code: 'MP-130',
    text: 'Authentication of client by JWT failed. JWT is expired',
  },
  tooEarly: {
    status: 400,
    error: 'invalid_grant',
    text: 'Authentication of client by JWT failed. JWT has issue time after now',
  },
  tooLong: {
    status: 400,
    error: 'invalid_grant',
    text: 'Authentication of client by JWT failed. JWT lives longer than 120 seconds',
  },
  noBearerGrant: { status: 400, error: 'unauthorized_client', text: 'The client may not use the JWT bearer grant' },
  scope: {
    status: 400,
    error: 'invalid_scope',
    code: 'MP-200',
    text: 'Token request contains invalid scopes for client',
  },
  loginScope: {
    status: 400,
    error: 'invalid_scope',
    code: 'MP-201',
    text: 'Token request contains scopes with integration types only allowed for user login',
  },
  noAccess: {
    status: 403,
    error: 'forbidden',
    code: 'MP-250',
    text: 'Consumer has not been granted access to the scope {}',
    help: true,
  },
  noDelegation: {
    status: 403,
    error: 'forbidden',
    code: 'MP-251',
    text: 'Consumer {} has not delegated access to the scope {} to supplier {}',
    help: true,
  },
  detailsType: {
    status: 400,
    error: 'invalid_authorization_details',
    code: 'MP-301',
    text: 'Unknown type in authorization_details',
  },
  detailsField: {
    status: 400,
    error: 'invalid_authorization_details',
    code: 'MP-302',
    text: 'Unknown fields in authorization_details',
  },
  detailsValue: {
    status: 400,
    error: 'invalid_authorization_details',
    code: 'MP-303',
    text: 'Invalid values in authorization_details',
  },
} as const satisfies Record<string, Row>

export type RefusalName = keyof typeof rows

/** Thrown wherever a grant is refused. `details` name the parameter, scope or organisations at fault. */
export class TokenRefusal extends Error {
  readonly reason: RefusalName

  /** @param details stand in the text's places in their order, those that are left after it */
  constructor(reason: RefusalName, ...details: string[]) {
    const row: Row = rows[reason]
    const left = [...details]
    const text = row.text.replace(/\{\}/g, () => left.shift() ?? '')
    super([...(row.code ? [row.code] : []), text, ...left].join(': ').concat('.'))
    this.name = 'TokenRefusal'
    this.reason = reason
  }
}

/** The answer, with the newer form of the tail that ties it to Maskinporten's log. */
export const refusalAnswer = (refusal: TokenRefusal, traceId: string): Response => {
  const row: Row = rows[refusal.reason]
  const body = {
    error: row.error,
    error_description: `${refusal.message} (trace_id: ${traceId})`,
    ...(row.help ? { error_uri: HELP_PAGE } : {}),
  }
  return Response.json(body, { status: row.status, headers: { 'cache-control': 'no-store' } })
}
