import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../src/config.ts'

const whole = {
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_SIGNING_SECRET: 'a'.repeat(32),
  SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
}

const problemsOf = (env: Record<string, string>) => {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.problems
  }
}

const login = {
  IDPORTEN_CLIENT_ID: 'id',
  IDPORTEN_KEY_FILE: 'key.pem',
  PUBLIC_URL: 'https://bot.etat.no',
  DIGDIR_PROD_CLIENT_ID: 'id',
  DIGDIR_PROD_KEY_FILE: 'key.pem',
}

describe('readConfig', () => {
  it('starts with three variables and takes the defaults of the design', () => {
    const config = readConfig(whole)
    expect(config).toMatchObject({
      databaseUrl: 'file:data/portvakt.db',
      http: { port: 3000, host: '0.0.0.0', publicUrl: null, trustedProxies: null },
      defaultLanguage: 'nb',
      logLevel: 'info',
      serviceDeskMail: 'servicedesk@digdir.no',
      digdir: {
        apiUrls: {
          test: 'https://api.test.samarbeid.digdir.no/api/v1',
          prod: 'https://api.samarbeid.digdir.no/api/v1',
        },
        issuers: { test: 'https://test.maskinporten.no/', prod: 'https://maskinporten.no/' },
        adminClients: { test: null, prod: null },
      },
    })
  })

  it.each([
    ['0', 0],
    ['2', 2],
    ['', null],
  ])('counts the proxies in front of the bot: %j', (given, trustedProxies) => {
    expect(readConfig({ ...whole, TRUSTED_PROXIES: given }).http).toMatchObject({ trustedProxies })
  })

  it('names every problem at once, each with its variable', () => {
    const problems = problemsOf({
      SLACK_BOT_TOKEN: 'xoxp-wrong',
      PORT: 'http',
      DATABASE_URL: 'mysql://x',
      SECRET_KEY: 'short',
      DEFAULT_LANGUAGE: 'nn',
      OPERATORS: 'kari',
      DIGDIR_TEST_CLIENT_ID: 'id',
    })
    expect(problems.map((one) => one.variable).sort()).toEqual([
      'DATABASE_URL',
      'DEFAULT_LANGUAGE',
      'DIGDIR_TEST_KEY_FILE',
      'OPERATORS',
      'PORT',
      'SECRET_KEY',
      'SLACK_BOT_TOKEN',
      'SLACK_SIGNING_SECRET',
    ])
    expect(problems.every((one) => one.problem.length > 10)).toBe(true)
  })

  it.each([
    ['no token', { SLACK_BOT_TOKEN: '' }, 'SLACK_BOT_TOKEN'],
    ['neither secret nor app token', { SLACK_SIGNING_SECRET: '' }, 'SLACK_SIGNING_SECRET'],
    ['a key of 31 bytes', { SECRET_KEY: Buffer.alloc(31).toString('base64') }, 'SECRET_KEY'],
    ['a port beyond the last', { PORT: '65536' }, 'PORT'],
    ['proxies in words', { TRUSTED_PROXIES: 'two' }, 'TRUSTED_PROXIES'],
    ['less than no proxy', { TRUSTED_PROXIES: '-1' }, 'TRUSTED_PROXIES'],
    ['half a proxy', { TRUSTED_PROXIES: '1.5' }, 'TRUSTED_PROXIES'],
    ['a key file without a client id', { DIGDIR_PROD_KEY_FILE: 'key.pem' }, 'DIGDIR_PROD_CLIENT_ID'],
    ['a certificate without a key', { DIGDIR_TEST_CERTIFICATE_FILE: 'chain.pem' }, 'DIGDIR_TEST_KEY_FILE'],
    ['a channel name for an id', { INCIDENT_CHANNEL: '#drift' }, 'INCIDENT_CHANNEL'],
    ['a login without its key', { ...login, IDPORTEN_KEY_FILE: '' }, 'IDPORTEN_KEY_FILE'],
    ['a login that nobody comes back from', { ...login, PUBLIC_URL: '' }, 'PUBLIC_URL'],
    ['a login in clear', { ...login, PUBLIC_URL: 'http://bot.etat.no' }, 'PUBLIC_URL'],
    ['an issuer with a slash', { ...login, IDPORTEN_ISSUER: 'https://idporten.no/' }, 'IDPORTEN_ISSUER'],
    ['test logins for production', { ...login, IDPORTEN_ISSUER: 'https://test.idporten.no' }, 'IDPORTEN_ISSUER'],
    ['a level of another kind', { LOGIN_ACR: 'Level4' }, 'LOGIN_ACR'],
    ['mail from nobody', { SMTP_URL: 'smtp://mail.etat.no' }, 'MAIL_FROM'],
    ['a server that is none', { SMTP_URL: 'mail.etat.no', MAIL_FROM: 'a@etat.no' }, 'SMTP_URL'],
    ['a bounce address that no id fits into', { BOUNCE_ADDRESS: `${'a'.repeat(28)}@etat.no` }, 'BOUNCE_ADDRESS'],
    ['an issuer without a scheme', { MASKINPORTEN_TEST_ISSUER: 'test.maskinporten.no' }, 'MASKINPORTEN_TEST_ISSUER'],
  ])('refuses %s', (_what, env, variable) => {
    expect(problemsOf({ ...whole, ...env }).map((one) => one.variable)).toContain(variable)
  })

  it('lets test logins open what is not Digdir’s production, as a sandbox', () => {
    const sandbox = { ...login, IDPORTEN_ISSUER: 'https://test.idporten.no', DIGDIR_PROD_API_URL: 'http://127.0.0.1:1' }
    expect(readConfig({ ...whole, ...sandbox }).idporten).toMatchObject({ issuer: 'https://test.idporten.no' })
    expect(readConfig({ ...whole, ...sandbox, PUBLIC_URL: 'http://127.0.0.1:3000' }).http.publicUrl).not.toBeNull()
  })

  it('never repeats a value, which may be a secret put in the wrong place', () => {
    const secret = 'xoxb-should-not-show'
    const text = JSON.stringify(problemsOf({ ...whole, SECRET_KEY: secret, PORT: secret, SLACK_APP_TOKEN: secret }))
    expect(text).not.toContain(secret)
  })

  it('needs no signing secret in Socket Mode', () => {
    expect(readConfig({ ...whole, SLACK_SIGNING_SECRET: '', SLACK_APP_TOKEN: 'xapp-1' }).slack.appToken).toBe('xapp-1')
  })

  it('takes an admin client with its certificate', () => {
    const config = readConfig({
      ...whole,
      DIGDIR_TEST_CLIENT_ID: 'id',
      DIGDIR_TEST_KEY_FILE: 'k',
      DIGDIR_TEST_CERTIFICATE_FILE: 'c',
    })
    expect(config.digdir.adminClients).toEqual({
      test: { clientId: 'id', keyFile: 'k', certificateFile: 'c' },
      prod: null,
    })
  })
})
