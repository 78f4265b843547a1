import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Config } from '../config.ts'
import { type Environment, environments } from '../domain/client/types.ts'
import { createLog } from '../log.ts'
import { createSlackApi } from '../slack/client.ts'
import { openWorld, type World } from '../world.ts'
import type { AdminCommand } from './command.ts'
import { outsideFindings } from './doctor-outside.ts'
import { ownFindings } from './doctor-own.ts'
import { type Finding, fault, lack, saying, well } from './finding.ts'
import { manifestFile } from './manifest.ts'

const slackFindings = async (config: Config, world: World): Promise<Finding[]> => {
  const slack = createSlackApi({
    token: config.slack.botToken,
    apiUrl: config.slack.apiUrl,
    log: createLog('silent'),
    now: world.now,
  })
  const manifest = z
    .object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) })
    .parse(parse(await readFile(manifestFile, 'utf8')))
  try {
    const { scopes } = await slack.whoAmI()
    const missing = manifest.oauth_config.scopes.bot.filter((scope) => !scopes.includes(scope))
    return [
      well('Slack token', 'Slack accepts it'),
      missing.length === 0
        ? well('Slack scopes', 'all that the manifest names')
        : fault('Slack scopes', `missing ${missing.join(', ')}: update the app from manifest.yml and install it again`),
    ]
  } catch (error) {
    return [
      fault(
        'Slack token',
        `Slack did not accept it (${saying(error)}): check SLACK_BOT_TOKEN, and that this machine reaches SLACK_API_URL`,
      ),
    ]
  }
}

const digdirFindings = async (environment: Environment, config: Config, world: World): Promise<Finding[]> => {
  const about = `Digdir ${environment}`
  if (config.digdir.adminClients[environment] === null)
    return [
      lack(
        about,
        `off: set DIGDIR_${environment.toUpperCase()}_CLIENT_ID and DIGDIR_${environment.toUpperCase()}_KEY_FILE to switch it on`,
      ),
    ]
  try {
    const owner = await world.adminClients.owner(environment)
    if (owner === null) return [lack(about, 'off')]
    const findings = [well(`${about}, token`, `Maskinporten issues one; the admin client belongs to ${owner}`)]
    const known = await world.store.organisation(owner)
    if (known === null)
      findings.push(
        lack(`${about}, owner`, `${owner} is not among the imported organisations, so its people can't be members`),
      )
    const list = await world.digdir.list({ mode: 'own', environment, organisationNumber: owner })
    findings.push(well(`${about}, clients`, `${list.length} active`))
    findings.push(
      (await world.adminClients.maySupply(environment))
        ? well(`${about}, other organisations`, 'the admin client may act as their supplier (idporten:dcr.supplier)')
        : lack(
            `${about}, other organisations`,
            'without idporten:dcr.supplier only the owner is served; ask Digdir for it if you need it',
          ),
    )
    return findings
  } catch (error) {
    return [
      fault(
        about,
        `${saying(error)}: check the client id, that the key is registered on it, its scopes idporten:dcr.write and idporten:dcr.read, and the clock`,
      ),
    ]
  }
}

/** Looks at everything that the bot leans on (design section 4, README "Your workspace"). Changes nothing. */
export const examine = async (config: Config, world: World): Promise<Finding[]> => {
  const findings: Finding[] = []
  const organisations = await world.store.organisationCount()
  findings.push(well('Database', 'opened, and its tables are of this version'))
  findings.push(
    organisations > 0
      ? well('Organisations', `${organisations} imported`)
      : fault('Organisations', 'none yet, so nobody is a member: npm run admin -- organisations import FILE.csv'),
  )
  findings.push(...(await slackFindings(config, world)))
  for (const environment of environments) findings.push(...(await digdirFindings(environment, config, world)))
  findings.push(...(await ownFindings(world)), ...(await outsideFindings(config, world)))
  findings.push(
    config.operators.length > 0
      ? well('Operators', `${config.operators.length} named`)
      : lack(
          'Operators',
          'none: put the first operator’s Slack user id into OPERATORS (in Slack: the profile, ⋮, Copy member ID)',
        ),
  )
  if (config.slack.appToken === null && config.http.publicUrl === null)
    findings.push(lack('PUBLIC_URL', 'unset: links in mails and logins need it'))
  return findings
}

const marks = { well: '✓', lack: '–', fault: '✗' }

export const doctor: AdminCommand = {
  name: 'doctor',
  usage: 'doctor',
  about: 'checks the configuration, the database, Slack, Maskinporten and Digdir, and says what to mend',
  async run({ say, config }) {
    const read = config()
    let world: World
    try {
      world = await openWorld(read)
    } catch (error) {
      say(`✗ Start: ${saying(error)}`)
      return 1
    }
    try {
      const findings = await examine(read, world)
      for (const one of findings) say(`${marks[one.state]} ${one.about}: ${one.what}`)
      const faults = findings.filter((one) => one.state === 'fault').length
      say(faults === 0 ? 'Nothing stops the bot from working.' : `${faults} to mend.`)
      return faults === 0 ? 0 : 1
    } finally {
      await world.close()
    }
  },
}
