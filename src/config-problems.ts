/** One thing that is wrong with the environment: which variable, and what to write instead. */
export type ConfigProblem = { variable: string; problem: string }

/** As much of the parsed environment as the rules look at. */
type Settings = {
  IDPORTEN_CLIENT_ID?: string | undefined
  IDPORTEN_ISSUER: string
  DIGDIR_PROD_CLIENT_ID?: string | undefined
  DIGDIR_PROD_API_URL: string
  PUBLIC_URL?: string | undefined
  BOUNCE_ADDRESS?: string | undefined
  MAIL_FROM?: string | undefined
}

/** An id without its key, a certificate without one. */
export const pairs = (env: Record<string, string | undefined>): ConfigProblem[] =>
  (['TEST', 'PROD'] as const).flatMap((name) => {
    const id = env[`DIGDIR_${name}_CLIENT_ID`]
    const key = env[`DIGDIR_${name}_KEY_FILE`]
    const certificate = env[`DIGDIR_${name}_CERTIFICATE_FILE`]
    const problems: ConfigProblem[] = []
    if (id && !key)
      problems.push({
        variable: `DIGDIR_${name}_KEY_FILE`,
        problem: `DIGDIR_${name}_CLIENT_ID is set, so write the path of its private key too (JWK or PEM)`,
      })
    if (key && !id)
      problems.push({
        variable: `DIGDIR_${name}_CLIENT_ID`,
        problem: `DIGDIR_${name}_KEY_FILE is set, so write the admin client's id too`,
      })
    if (certificate && !key)
      problems.push({
        variable: `DIGDIR_${name}_KEY_FILE`,
        problem: `DIGDIR_${name}_CERTIFICATE_FILE is set, so write the path of its private key too`,
      })
    return problems
  })

/** What is of use only together with something else. */
export const belongTogether = (env: Record<string, string | undefined>): ConfigProblem[] => {
  const needs = (given: string, wanted: string, problem: string): ConfigProblem[] =>
    env[given] && !env[wanted] ? [{ variable: wanted, problem: `${given} is set, so ${problem}` }] : []
  return [
    ...needs('IDPORTEN_CLIENT_ID', 'IDPORTEN_KEY_FILE', 'write the path of its private key too (JWK or PEM)'),
    ...needs('IDPORTEN_KEY_FILE', 'IDPORTEN_CLIENT_ID', 'write the id of the client that ID-porten knows it by too'),
    ...needs(
      'IDPORTEN_CLIENT_ID',
      'PUBLIC_URL',
      'write where people reach the bot, which ID-porten sends them back to',
    ),
    ...needs('SMTP_URL', 'MAIL_FROM', 'write the address that mails come from too'),
    ...needs('SMTP_URL', 'PUBLIC_URL', 'write where people reach the bot, which links in mails start with'),
  ]
}

/** What would be unsafe or never work, whatever each variable says by itself. */
export const unsafe = (env: Settings): ConfigProblem[] => {
  const problems: ConfigProblem[] = []
  const loginOn = env.IDPORTEN_CLIENT_ID !== undefined
  const realProduction = env.DIGDIR_PROD_CLIENT_ID && isDigdirs(env.DIGDIR_PROD_API_URL)
  // anybody can be anybody there (digdir.md 5.6)
  if (loginOn && realProduction && /(^|\.)test\.idporten\.no$/.test(new URL(env.IDPORTEN_ISSUER).hostname))
    problems.push({
      variable: 'IDPORTEN_ISSUER',
      problem: 'logins of the test environment must not open production; write https://idporten.no',
    })
  if (loginOn && env.PUBLIC_URL && !isSafe(new URL(env.PUBLIC_URL)))
    problems.push({ variable: 'PUBLIC_URL', problem: 'people log in there, so it must begin with https://' })
  const [local = ''] = (env.BOUNCE_ADDRESS ?? env.MAIL_FROM ?? '').split('@')
  // RFC 5321 4.5.3.1.1: 64 characters, of which the row's id takes 37
  if (local.length > 27)
    problems.push({
      variable: env.BOUNCE_ADDRESS ? 'BOUNCE_ADDRESS' : 'MAIL_FROM',
      problem: 'what stands before the @ may have 27 characters, since the id of each mail is added to it',
    })
  return problems
}

const isDigdirs = (url: string): boolean => /(^|\.)digdir\.no$/.test(new URL(url).hostname)

const isSafe = (url: URL): boolean =>
  url.protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
