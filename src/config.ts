import { z } from 'zod'
import { belongTogether, type ConfigProblem, pairs, unsafe } from './config-problems.ts'

/** Every problem at once, so that nobody has to start the bot six times (design section 4). */
export class ConfigError extends Error {
  readonly problems: ConfigProblem[]

  constructor(problems: ConfigProblem[]) {
    super(`The configuration is not usable:\n${problems.map((one) => `  ${one.variable}: ${one.problem}`).join('\n')}`)
    this.name = 'ConfigError'
    this.problems = problems
  }
}

const url = (example: string) =>
  z
    .string()
    .refine((value) => URL.canParse(value) && /^https?:/.test(value), { error: `write a URL, such as ${example}` })

const apiUrl = (standard: string) =>
  url(standard)
    .default(standard)
    .transform((value) => value.replace(/\/+$/, ''))

const list = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  )

const channel = z
  .string()
  .regex(/^[CG][A-Z0-9]{2,}$/, 'write a channel id, such as C0123ABCD (in Slack: the channel, About)')

const proxies = 'write how many proxies stand in front of the bot, such as 2'

const schema = z.object({
  SLACK_BOT_TOKEN: z
    .string({ error: 'write the bot token of the Slack app (OAuth & Permissions), it begins with xoxb-' })
    .regex(/^xoxb-/, 'the bot token begins with xoxb-'),
  SLACK_SIGNING_SECRET: z.string().min(16, 'write the signing secret of the Slack app (Basic Information)').optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-/, 'the app-level token begins with xapp- (Basic Information, scope connections:write)')
    .optional(),
  SLACK_API_URL: url('https://slack.com/api/')
    .default('https://slack.com/api/')
    .transform((value) => (value.endsWith('/') ? value : `${value}/`)),
  PORT: z.coerce
    .number({ error: 'write a port number, such as 3000' })
    .int('write a port number, such as 3000')
    .min(0, 'write a port number, such as 3000')
    .max(65535, 'a port is at most 65535')
    .default(3000),
  HOST: z.string().min(1).default('0.0.0.0'),
  PUBLIC_URL: url('https://portvakt.example.no')
    .transform((value) => value.replace(/\/+$/, ''))
    .optional(),
  TRUSTED_PROXIES: z.coerce.number(proxies).int(proxies).min(0, proxies).max(10, proxies).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'write file:PATH for SQLite or postgres://… for PostgreSQL')
    .default('file:data/portvakt.db'),
  SECRET_KEY: z
    .string({ error: 'write 32 random bytes in base64; make them with: openssl rand -base64 32' })
    .refine((value) => Buffer.from(value, 'base64').length === 32, {
      error: 'it must be 32 bytes in base64; make them with: openssl rand -base64 32',
    }),
  DIGDIR_TEST_API_URL: apiUrl('https://api.test.samarbeid.digdir.no/api/v1'),
  DIGDIR_PROD_API_URL: apiUrl('https://api.samarbeid.digdir.no/api/v1'),
  MASKINPORTEN_TEST_ISSUER: url('https://test.maskinporten.no/').default('https://test.maskinporten.no/'),
  MASKINPORTEN_PROD_ISSUER: url('https://maskinporten.no/').default('https://maskinporten.no/'),
  DIGDIR_TEST_CLIENT_ID: z.string().min(1).optional(),
  DIGDIR_TEST_KEY_FILE: z.string().min(1).optional(),
  DIGDIR_TEST_CERTIFICATE_FILE: z.string().min(1).optional(),
  DIGDIR_PROD_CLIENT_ID: z.string().min(1).optional(),
  DIGDIR_PROD_KEY_FILE: z.string().min(1).optional(),
  DIGDIR_PROD_CERTIFICATE_FILE: z.string().min(1).optional(),
  IDPORTEN_ISSUER: url('https://idporten.no')
    .default('https://idporten.no')
    .refine((value) => !value.endsWith('/'), { error: 'write the issuer without a slash at the end' }),
  IDPORTEN_CLIENT_ID: z.string().min(1).optional(),
  IDPORTEN_KEY_FILE: z.string().min(1).optional(),
  LOGIN_ACR: z
    .enum(['idporten-loa-low', 'idporten-loa-substantial', 'idporten-loa-high'], {
      error: 'write idporten-loa-substantial or idporten-loa-high',
    })
    .default('idporten-loa-substantial'),
  ENHETSREGISTERET_URL: apiUrl('https://data.brreg.no/enhetsregisteret/api'),
  SMTP_URL: z
    .string()
    .refine((value) => URL.canParse(value) && /^smtps?:\/\//.test(value), {
      error: 'write an SMTP server, such as smtp://mail.etat.no:587',
    })
    .optional(),
  MAIL_FROM: z.email('write the address that mails come from').optional(),
  BOUNCE_ADDRESS: z.email('write the address that undelivered mail goes back to').optional(),
  ORDER_MAIL_TO: z.email('write an e-mail address').default('opendata@brreg.no'),
  SERVICE_DESK_MAIL: z.email('write an e-mail address').default('servicedesk@digdir.no'),
  OPERATORS: list.refine((ids) => ids.every((id) => /^[UW][A-Z0-9]{2,}$/.test(id)), {
    error: 'write Slack user ids with commas between, such as U0123ABCD,U0456EFGH',
  }),
  OPERATIONS_CHANNEL: channel.optional(),
  INCIDENT_CHANNEL: channel.optional(),
  DEFAULT_LANGUAGE: z.enum(['nb', 'en'], { error: 'write nb or en' }).default('nb'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: 'write one of trace, debug, info, warn, error, silent',
    })
    .default('info'),
})

export type AdminClientConfig = { clientId: string; keyFile: string; certificateFile?: string }

export type Config = ReturnType<typeof shape>

const adminClient = (clientId?: string, keyFile?: string, certificateFile?: string): AdminClientConfig | null =>
  clientId && keyFile ? { clientId, keyFile, ...(certificateFile ? { certificateFile } : {}) } : null

const shape = (env: z.output<typeof schema>) => ({
  slack: {
    botToken: env.SLACK_BOT_TOKEN,
    signingSecret: env.SLACK_SIGNING_SECRET ?? null,
    appToken: env.SLACK_APP_TOKEN ?? null,
    apiUrl: env.SLACK_API_URL,
  },
  http: {
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL ?? null,
    trustedProxies: env.TRUSTED_PROXIES ?? null,
  },
  databaseUrl: env.DATABASE_URL,
  secretKey: env.SECRET_KEY,
  digdir: {
    apiUrls: { test: env.DIGDIR_TEST_API_URL, prod: env.DIGDIR_PROD_API_URL },
    issuers: { test: env.MASKINPORTEN_TEST_ISSUER, prod: env.MASKINPORTEN_PROD_ISSUER },
    adminClients: {
      test: adminClient(env.DIGDIR_TEST_CLIENT_ID, env.DIGDIR_TEST_KEY_FILE, env.DIGDIR_TEST_CERTIFICATE_FILE),
      prod: adminClient(env.DIGDIR_PROD_CLIENT_ID, env.DIGDIR_PROD_KEY_FILE, env.DIGDIR_PROD_CERTIFICATE_FILE),
    },
  },
  idporten:
    env.IDPORTEN_CLIENT_ID && env.IDPORTEN_KEY_FILE
      ? {
          issuer: env.IDPORTEN_ISSUER,
          clientId: env.IDPORTEN_CLIENT_ID,
          keyFile: env.IDPORTEN_KEY_FILE,
          acr: env.LOGIN_ACR,
        }
      : null,
  enhetsregisteretUrl: env.ENHETSREGISTERET_URL,
  mail:
    env.SMTP_URL && env.MAIL_FROM
      ? { url: env.SMTP_URL, from: env.MAIL_FROM, bounce: env.BOUNCE_ADDRESS ?? env.MAIL_FROM }
      : null,
  orderMailTo: env.ORDER_MAIL_TO,
  serviceDeskMail: env.SERVICE_DESK_MAIL,
  operators: env.OPERATORS,
  operationsChannel: env.OPERATIONS_CHANNEL ?? null,
  incidentChannel: env.INCIDENT_CHANNEL ?? null,
  defaultLanguage: env.DEFAULT_LANGUAGE,
  logLevel: env.LOG_LEVEL,
})

/**
 * Reads the environment once (design section 4). Empty variables count as unset.
 *
 * @throws {ConfigError} with every problem, each naming its variable and what to write; values are never repeated
 */
export const readConfig = (env: Record<string, string | undefined> = process.env): Config => {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const parsed = schema.safeParse(given)
  const problems: ConfigProblem[] = parsed.success
    ? []
    : parsed.error.issues.map((issue) => ({ variable: String(issue.path[0]), problem: issue.message }))
  if (!given.SLACK_APP_TOKEN && !given.SLACK_SIGNING_SECRET)
    problems.push({
      variable: 'SLACK_SIGNING_SECRET',
      problem: 'write the signing secret of the Slack app (Basic Information), or set SLACK_APP_TOKEN for Socket Mode',
    })
  problems.push(...pairs(given), ...belongTogether(given), ...(parsed.success ? unsafe(parsed.data) : []))
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems)
  return shape(parsed.data)
}
