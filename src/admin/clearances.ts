import { parseArgs } from 'node:util'
import { idnr } from '@navikt/fnrvalidator'
import { createVault } from '../adapters/vault.ts'
import type { Config } from '../config.ts'
import type { AuditEntry } from '../domain/audit/types.ts'
import type { Organisation, SlackUser } from '../domain/belonging/types.ts'
import { personSubject } from '../domain/change.ts'
import { clearanceEnds } from '../domain/login/clearance-life.ts'
import { norwegianDay } from '../domain/norwegian-days.ts'
import { type AdminCommand, UsageError } from './command.ts'
import { personOptions, readPersonOptions, withPerson } from './person-options.ts'

const productionIssuer = 'https://idporten.no'

/** Numbers of people: `fnr` from birth, `dnr` for those from elsewhere. All others are nobody's who logs in. */
const ofPeople = ['fnr', 'dnr']

/** Whether synthetic numbers can log in where this bot's people do. Without ID-porten nobody says so. */
const takesSynthetic = ({ idporten }: Config): boolean => idporten !== null && idporten.issuer !== productionIssuer

/** The digits of a good national identity number. @throws {UsageError} whose words hold nothing of what was typed */
const readNumber = (typed: string, synthetic: boolean): string => {
  const digits = typed.replace(/\s/g, '')
  if (digits === '') throw new UsageError('no national identity number came on standard input')
  const checked = idnr(digits)
  if (checked.status === 'invalid')
    throw new UsageError(
      'what came on standard input is not a national identity number: eleven digits, the last two of them check digits',
    )
  if (!synthetic && !ofPeople.includes(checked.type))
    throw new UsageError(
      'the number is a synthetic one, which can’t log in at the production ID-porten: set IDPORTEN_ISSUER (with IDPORTEN_CLIENT_ID and PUBLIC_URL) to a test environment, or give a real one',
    )
  return digits
}

/**
 * The options alone. What is wrong is not repeated, as Node would: somebody may have typed the number there.
 *
 * @throws {UsageError}
 */
const readOptions = (args: string[]) => {
  try {
    return readPersonOptions(parseArgs({ args, options: personOptions }).values)
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(
      'write --organisation, --user and perhaps --team, each with its value, and nothing else; the number comes on standard input',
    )
  }
}

const line = (
  action: 'clearance.give' | 'clearance.remove',
  { number }: Organisation,
  user: SlackUser,
  values: AuditEntry['values'] & {},
): AuditEntry => ({
  action,
  outcome: 'done',
  actor: { program: 'admin' },
  organisationNumber: number,
  environment: null,
  subject: personSubject(user),
  changeId: null,
  correlationId: null,
  values,
})

export const clearancesAdd: AdminCommand = {
  name: 'clearances add',
  usage: 'clearances add --organisation N --user SLACK_USER [--team T…]',
  about:
    'clears a person to change production; the national identity number is read from standard input (at a terminal it is asked for and not shown), and only a keyed hash of it is kept',
  async run({ args, say, config, secretLine }) {
    const named = readOptions(args)
    const read = config()
    return await withPerson(read, named, async ({ store, organisation, user }) => {
      const number = readNumber(await secretLine(`National identity number of ${user.userId}: `), takesSynthetic(read))
      const { hash, keyVersion } = createVault(read.secretKey).numberProof(number)
      const expiresAt = clearanceEnds(Date.now())
      const after = { organisationNumber: organisation.number }
      await store.write({ audit: [line('clearance.give', organisation, user, { after })] }, async (tx) => {
        await tx.saveClearance({
          organisationNumber: organisation.number,
          user,
          numberHash: hash,
          keyVersion,
          givenBy: 'program:admin',
          confirmedBy: null,
          expiresAt,
        })
        return null
      })
      say(
        `${user.userId} is cleared to change production for ${organisation.name}, until ${norwegianDay(expiresAt)}; each login renews it.`,
      )
      return 0
    })
  },
}

export const clearancesRemove: AdminCommand = {
  name: 'clearances remove',
  usage: 'clearances remove --organisation N --user SLACK_USER [--team T…]',
  about: 'takes a clearance away; it counts from the next click on',
  async run({ args, say, config }) {
    return await withPerson(config(), readOptions(args), async ({ store, organisation, user }) => {
      const before = { organisationNumber: organisation.number }
      const audit = (gone: boolean) => (gone ? [line('clearance.remove', organisation, user, { before })] : [])
      const { value: gone } = await store.write<boolean>(
        { audit },
        async (tx) => await tx.forgetClearance(organisation.number, user),
      )
      say(
        gone
          ? `${user.userId} is no longer cleared to change production for ${organisation.name}.`
          : `${user.userId} is not cleared for ${organisation.name}; nothing was changed.`,
      )
      return gone ? 0 : 1
    })
  },
}
