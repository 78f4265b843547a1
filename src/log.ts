import { type DestinationStream, type Logger, pino } from 'pino'

export type { Logger } from 'pino'

/**
 * What must never reach a log, wherever it stands in an object: tokens, secrets, keys, answers' URLs, request
 * bodies and typed text. Tested in `test/log.test.ts` against every name here.
 */
export const secretNames = [
  'token',
  'access_token',
  'accessToken',
  'client_secret',
  'clientSecret',
  'client_assertion',
  'assertion',
  'authorization',
  'signingSecret',
  'botToken',
  'appToken',
  'secretKey',
  'password',
  'private_metadata',
  'response_url',
  'responseUrl',
  'trigger_id',
  'body',
  'payload',
  'state',
  'values',
  'text',
  'email',
  'pid',
  'jwk',
  'public_key',
] as const

const paths = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`])

/** Slack tokens and JWTs that ended up inside a sentence, such as another library's error message. */
const patterns = [/xox[a-z]-[\w-]+/g, /xapp-[\w-]+/g, /eyJ[\w-]+\.[\w-]+\.[\w-]*/g, /https:\/\/hooks\.slack\.com\/\S+/g]

const clean = (sentence: string): string =>
  patterns.reduce((text, pattern) => text.replace(pattern, '[removed]'), sentence)

/** An outside system's words about a field may repeat what was typed into it: the log gets the field's name alone. */
const detailsForLog = (details: unknown): unknown => {
  if (typeof details !== 'object' || details === null || !('fields' in details)) return details
  const { fields, ...rest } = details as { fields?: { field?: unknown }[] }
  return { ...rest, fields: Array.isArray(fields) ? fields.map((one) => one.field) : undefined }
}

const errorForLog = (error: unknown): unknown => {
  if (!(error instanceof Error)) return typeof error === 'string' ? clean(error) : error
  const { code, details } = error as Error & { code?: unknown; details?: unknown }
  return {
    type: error.name,
    message: clean(error.message),
    stack: error.stack === undefined ? undefined : clean(error.stack),
    ...(code === undefined ? {} : { code }),
    ...(details === undefined ? {} : { details: detailsForLog(details) }),
    ...(error.cause === undefined ? {} : { cause: errorForLog(error.cause) }),
  }
}

/** The one logger: JSON lines on standard output, redacted by name and by shape. */
export const createLog = (level: string, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths, censor: '[removed]' },
      serializers: { err: errorForLog, error: errorForLog },
    },
    destination,
  )
