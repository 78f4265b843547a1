import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { removeCredential, saveCredential } from '../domain/client/credentials.ts'
import { type CredentialKey, type CredentialKeyFault, readCredentialKey } from '../domain/client/credentials-key.ts'
import { looksLikeClientId } from '../domain/client/find-registration.ts'
import { type Environment, environments } from '../domain/client/types.ts'
import { type AppError, type FieldFault, isAppError } from '../errors.ts'
import { openStore } from '../store/open.ts'
import { openWorld } from '../world.ts'
import { type AdminCommand, UsageError } from './command.ts'
import { importedOrganisation, readOrganisationOption } from './person-options.ts'

const giver = { program: 'admin' }

const keyFaults: Record<CredentialKeyFault, string> = {
  garbage: 'holds no private key that can be read, neither as a JWK nor as PEM',
  'public-only': 'holds a public key; the private one is needed',
  several: 'holds several keys; write the one of this client as a JWK of its own',
  encrypted: 'is protected by a password; write the key without one',
  certificate:
    'holds a certificate; an enterprise certificate’s key is not to be given away, register a key of its own on the client',
  'not-rsa': 'holds a key that is not RSA',
  'too-short': 'holds a key of less than 2048 bits',
  'too-long': 'holds a key of more than 8192 bits',
  'bad-alg': 'names an alg other than RS256, RS384 and RS512',
  'no-kid':
    'does not say the kid that the key was registered under: as a member of the JWK, or on a line “kid: …” above the PEM',
  'bad-kid': 'names a kid that is none: letters, digits, dots, hyphens and underscores, at most 255',
  'other-kid': 'names another kid than was told',
}

const readKey = async (file: string | undefined): Promise<CredentialKey> => {
  if (file === undefined) throw new UsageError('--key-file takes the file of the client’s private key (JWK or PEM)')
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`${file} can't be read`)
  })
  const read = readCredentialKey(text)
  if (!read.ok) throw new UsageError(`${file} ${keyFaults[read.fault]}`)
  return read.key
}

const placeOptions = { organisation: { type: 'string' }, environment: { type: 'string' } } as const

const readPlace = (values: { organisation?: string; environment?: string }) => {
  const organisationNumber = readOrganisationOption(values.organisation)
  const environment = environments.find((one): one is Environment => one === values.environment)
  if (environment === undefined) throw new UsageError(`--environment takes ${environments.join(' or ')}`)
  return { organisationNumber, environment }
}

const fieldWords: Record<string, (reason: string) => string> = {
  client_id: () =>
    'Maskinporten refused it: look at the client id, the environment, and that the key is registered on the client under this kid (a new key takes up to two minutes)',
  scope: (scope) => `the client lacks the scope ${scope}: Digdir adds it by hand`,
  organisation_number: (owner) => `the client belongs to ${owner}, not to this organisation`,
}

/** Why an admin client was not taken, a line for each reason. */
const refusal = ({ details }: AppError): string[] => {
  const ids = [details.mpCode, details.correlationId && `correlation id ${details.correlationId}`].filter(Boolean)
  const told = ({ field, reason }: FieldFault) => fieldWords[field]?.(reason) ?? `${field}: ${reason}`
  return [
    ...(details.fields ?? []).map((fault) => `${told(fault)}${ids.length > 0 ? ` (${ids.join(', ')})` : ''}.`),
    'Nothing was stored.',
  ]
}

export const credentialsAdd: AdminCommand = {
  name: 'credentials add',
  usage: 'credentials add --organisation N --environment test|prod --client-id ID --key-file FILE',
  about:
    'gives an organisation an admin client of its own, tried at once and its key encrypted; an earlier one is replaced. A registered key, never an enterprise certificate',
  async run({ args, say, config }) {
    const options = { ...placeOptions, 'client-id': { type: 'string' }, 'key-file': { type: 'string' } } as const
    const { values } = parseArgs({ args, options })
    const place = readPlace(values)
    const clientId = values['client-id'] ?? ''
    if (!looksLikeClientId(clientId)) throw new UsageError('--client-id takes the admin client’s id at Digdir')
    const key = await readKey(values['key-file'])
    const world = await openWorld(config())
    try {
      const { name } = await importedOrganisation(world.store, place.organisationNumber)
      const { scopes, replaced } = await saveCredential(world, { ...place, clientId, key }, giver)
      say(`Maskinporten gives ${clientId} tokens for ${name}, with ${scopes.join(', ')}.`)
      if (replaced) say(`It replaces ${replaced.clientId} (kid ${replaced.kid}).`)
      say(`Portvakt acts with it for ${name} in ${place.environment} from now on, and needs the file no more.`)
      return 0
    } catch (error) {
      if (!isAppError(error, 'credential-refused')) throw error
      for (const one of refusal(error)) say(one)
      return 1
    } finally {
      await world.close()
    }
  },
}

export const credentialsRemove: AdminCommand = {
  name: 'credentials remove',
  usage: 'credentials remove --organisation N --environment test|prod',
  about: 'takes an organisation’s own admin client away; the bot’s serves it from then on, where it may',
  async run({ args, say, config }) {
    const place = readPlace(parseArgs({ args, options: placeOptions }).values)
    const store = await openStore(config().databaseUrl)
    try {
      const { name } = await importedOrganisation(store, place.organisationNumber)
      const { clientId, kid } = await removeCredential({ store }, place, giver)
      say(`${name} has no admin client of its own in ${place.environment} any more.`)
      say(`Its key ${kid} is still registered on ${clientId}: remove it at Digdir if nobody else uses it.`)
      return 0
    } catch (error) {
      if (!isAppError(error, 'not-found')) throw error
      say(`${place.organisationNumber} has no admin client of its own in ${place.environment}; nothing was changed.`)
      return 1
    } finally {
      await store.close()
    }
  },
}

export const credentialsList: AdminCommand = {
  name: 'credentials list',
  usage: 'credentials list',
  about: 'tells which organisations have an admin client of their own, without keys',
  async run({ args, say, config }) {
    if (args.length > 0) throw new UsageError('credentials list takes nothing more')
    const store = await openStore(config().databaseUrl)
    try {
      const all = await store.credentials()
      if (all.length === 0) say('No organisation has an admin client of its own.')
      for (const { organisationNumber, environment, clientId, kid, givenBy, testedAt } of all) {
        const tried = new Date(testedAt).toISOString()
        say(`${organisationNumber}  ${environment}  ${clientId}  kid ${kid}  given by ${givenBy}, tried ${tried}`)
      }
      return 0
    } finally {
      await store.close()
    }
  },
}
