import { giveClearance } from '../../src/domain/belonging/clearance-kinds.ts'
import type { Change } from '../../src/domain/change.ts'
import { addKey } from '../../src/domain/client/add-key.ts'
import { createPayloadSchema } from '../../src/domain/client/create-payload.ts'
import {
  type GivenResult,
  giveCredential,
  givenResult,
  takeCredential,
} from '../../src/domain/client/credential-kinds.ts'
import { deactivateClient } from '../../src/domain/client/deactivate-client.ts'
import { newSecret, usesSecret } from '../../src/domain/client/new-secret.ts'
import { removeKey } from '../../src/domain/client/remove-key.ts'
import type { PublicKey } from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { oneLine } from '../kit/one-line.ts'
import { metadataLines } from './metadata-lines.ts'

/** One thing that a change says: plain text, one value or several. */
export type ChangeLine = { label: string; value: string | string[] }

/** What a change is, in words: nothing of it is left out but what no person can read. */
export type ChangeWords = { heading: string; lines: ChangeLine[]; warnings: string[] }

/** What the payload does not hold and people go by; left out where it isn't known. */
export type ChangeNames = {
  client?: string | undefined
  person?: string | undefined
  organisation?: string | undefined
}

type Described = Pick<Change, 'kind' | 'payload' | 'environment'>
type Part = Omit<ChangeWords, 'heading'>
type Kind = keyof Text['pages']['change']['headings']

/** A modulus in base64url, six bits a letter, in whole bytes. */
const bitsOf = ({ n }: PublicKey): number => Math.floor((n.replace(/=+$/, '').length * 6) / 8) * 8

const keyLine = (t: Text, key: PublicKey): ChangeLine => ({
  label: t.forms['key-add'].public_key.label,
  value: [t.pages.change.kid({ kid: key.kid }), t.pages.change.bits({ alg: key.alg, bits: bitsOf(key) })],
})

const clientLine = (t: Text, clientId: string, name: string | undefined): ChangeLine => ({
  label: t.pages.change.labels.client,
  value: name === undefined ? clientId : [oneLine(name), clientId],
})

const parts: Record<Kind, (t: Text, payload: unknown, names: ChangeNames) => Part> = {
  'client.create': (t, payload) => {
    const { metadata, key } = createPayloadSchema.parse(payload)
    const secret = usesSecret(metadata.token_endpoint_auth_method)
    return {
      lines: [...metadataLines(t, metadata), ...(key === null ? [] : [keyLine(t, key)])],
      warnings: secret ? [t.pages.change.newSecret] : [],
    }
  },
  'key.add': (t, payload, names) => {
    const { clientId, key } = addKey.payload.parse(payload)
    return { lines: [clientLine(t, clientId, names.client), keyLine(t, key)], warnings: [] }
  },
  'key.remove': (t, payload, names) => {
    const { clientId, kid } = removeKey.payload.parse(payload)
    const removed = { label: t.pages.change.labels.removedKey, value: t.pages.change.kid({ kid }) }
    return { lines: [clientLine(t, clientId, names.client), removed], warnings: [t.client.keys.confirm({ kid })] }
  },
  'client.deactivate': (t, payload) => {
    const { clientId, clientName } = deactivateClient.payload.parse(payload)
    const { stops, final } = t.client.deactivate
    return { lines: [clientLine(t, clientId, clientName)], warnings: [stops, final] }
  },
  'secret.new': (t, payload, names) => {
    const { clientId } = newSecret.payload.parse(payload)
    const stops = t.client.secret.stops({ name: oneLine(names.client ?? clientId) })
    return { lines: [clientLine(t, clientId, names.client)], warnings: [stops, t.client.secret.ready] }
  },
  // what is given is written on the page after the login
  'credential.give': (t) => ({ lines: [], warnings: [t.pages.credential.replaces] }),
  'credential.remove': (t, payload) => {
    const { clientId, kid } = takeCredential.payload.parse(payload)
    const words = t.pages.credential.take
    return {
      lines: [
        { label: words.client, value: clientId },
        { label: words.key, value: t.pages.change.kid({ kid }) },
      ],
      warnings: [words.warning],
    }
  },
  'clearance.give': (t, payload, names) => {
    const { user, organisationNumber } = giveClearance.payload.parse(payload)
    const { labels } = t.pages.change
    return {
      lines: [
        { label: labels.person, value: oneLine(names.person ?? user.userId) },
        {
          label: labels.organisation,
          value:
            names.organisation === undefined ? organisationNumber : [oneLine(names.organisation), organisationNumber],
        },
      ],
      warnings: [],
    }
  },
}

/** Without an environment, what production asks for (`policyIn`). */
const whereOf = (t: Text, environment: Described['environment']): string =>
  t.common.inEnvironment[environment ?? 'prod']

const isKnown = (kind: string): kind is Kind => Object.hasOwn(parts, kind)

/**
 * What a change that needs a login is, for whoever must say yes to it: the environment in the heading, and every value
 * that will be sent. Throws for a kind that has no words here, since nobody can say yes to what isn't shown.
 */
export const changeLines = (t: Text, change: Described, names: ChangeNames = {}): ChangeWords => {
  const { kind, environment } = change
  if (!isKnown(kind)) throw new TypeError(`no words for the kind ${kind}`)
  const heading = t.pages.change.headings[kind]({ where: whereOf(t, environment) })
  return { heading, ...parts[kind](t, change.payload, names) }
}

/** What was given, of an admin client that was given; null before that, and of every other kind. */
export const givenOf = ({ kind, result }: Pick<Change, 'kind' | 'result'>): GivenResult | null =>
  kind === giveCredential.name ? (givenResult.safeParse(result).data ?? null) : null

/** That it was done, as a heading. */
export const doneHeading = (t: Text, change: Described & Pick<Change, 'result'>): string => {
  const { kind, environment } = change
  if (!isKnown(kind)) throw new TypeError(`no words for the kind ${kind}`)
  const where = whereOf(t, givenOf(change)?.environment ?? environment)
  return t.pages.became.done.headings[kind]({ where })
}
