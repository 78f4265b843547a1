import { html } from 'hono/html'
import type { CredentialKeyFault } from '../../src/domain/client/credentials-key.ts'
import { type Environment, environments } from '../../src/domain/client/types.ts'
import type { Text } from '../../src/text/index.ts'
import { oneLine } from '../kit/one-line.ts'
import { type ChangeShown, changePart, type LogOutForm, logOutPart } from './change-part.ts'
import { radioField, secretField, summaryOf, textField } from './form-parts.ts'
import { type Html, note, page, pairs } from './layout.ts'

type Words = Text['pages']['credential']['faults']

/** What was typed, as it was typed; the key never comes back. */
export type CredentialTyped = { environment: Environment | null; clientId: string; kid: string }

/** What is wrong with each field. Of `clientId` also what Maskinporten told of the client. */
export type CredentialFaults = {
  environment?: true
  clientId?:
    | { is: 'missing' | 'form' }
    | { is: 'refused'; ids: readonly string[] }
    | { is: 'organisation'; number: string }
    | { is: 'scope'; scopes: readonly string[] }
  kid?: keyof Words['kid']
  key?: keyof Words['key']
}

/** A fault of the key's, by the field where it is mended. */
export const keyFaultAt = (fault: CredentialKeyFault): Pick<CredentialFaults, 'kid' | 'key'> =>
  fault === 'no-kid' || fault === 'bad-kid' || fault === 'other-kid' ? { kid: fault } : { key: fault }

export type CredentialData = {
  shown: ChangeShown
  proof: string
  /** epoch ms: the end of the login, or of the change */
  until: number
  /** those that the organisation has now */
  own: Record<Environment, { clientId: string; kid: string } | null>
  logOut: LogOutForm
  typed?: CredentialTyped
  faults?: CredentialFaults
  /** Maskinporten gave no answer: nothing is wrong with what was typed */
  unavailable?: boolean
}

const ids = { environment: 'environment', clientId: 'client-id', kid: 'kid', key: 'private-key' } as const

const clientIdWrong = (t: Text, fault: NonNullable<CredentialFaults['clientId']>): string => {
  const words = t.pages.credential.faults.clientId
  switch (fault.is) {
    case 'refused': {
      const code = fault.ids.length === 0 ? '' : ` (${fault.ids.map(oneLine).join(', ')})`
      return words.refused({ code })
    }
    case 'organisation':
      return words.organisation({ number: oneLine(fault.number) })
    case 'scope':
      return words.scope({ scopes: t.format.list(fault.scopes.map(oneLine)) })
    default:
      return words[fault.is]
  }
}

type Wrongs = Record<keyof typeof ids, string | undefined>

const wrongsOf = (t: Text, { faults = {}, typed }: CredentialData): Wrongs => {
  const words = t.pages.credential
  const { environment, clientId, kid, key } = faults
  return {
    environment: environment && words.faults.environment,
    clientId: clientId && clientIdWrong(t, clientId),
    kid: kid && words.faults.kid[kid],
    // whatever was wrong, the key has to be pasted anew
    key: key === undefined ? typed && words.keyAgain : words.faults.key[key],
  }
}

const standing = (t: Text, own: CredentialData['own']): Html => {
  const words = t.pages.credential
  return html`<h2>${words.now}</h2>
${pairs(
  environments.map((environment) => {
    const credential = own[environment]
    return {
      label: t.common.environmentNames[environment],
      value: credential === null ? words.none : words.own(credential),
    }
  }),
)}`
}

const form = (t: Text, data: CredentialData, wrongs: Wrongs): Html => {
  const words = t.pages.credential
  const { environment = null, clientId = '', kid = '' } = data.typed ?? {}
  const options = environments.map((value) => ({ value, label: t.common.environmentNames[value] }))
  return html`<form method="post" novalidate>
<input type="hidden" name="proof" value="${data.proof}">
${radioField({
  id: ids.environment,
  name: 'environment',
  label: words.environment,
  options,
  chosen: environment,
  wrong: wrongs.environment,
})}
${textField({
  id: ids.clientId,
  name: 'client_id',
  label: words.clientId,
  hint: words.clientIdHint,
  typed: clientId,
  words: false,
  wrong: wrongs.clientId,
})}
${secretField({ id: ids.key, name: 'private_key', label: words.key, hint: words.keyHint, wrong: wrongs.key })}
${textField({
  id: ids.kid,
  name: 'kid',
  label: words.kid,
  hint: words.kidHint,
  typed: kid,
  words: false,
  wrong: wrongs.kid,
})}
<button type="submit">${words.submit}</button>
</form>`
}

/** What went wrong, first: a system that did not answer, or what must be mended and where. */
const problem = (t: Text, data: CredentialData, wrongs: Wrongs): Html => {
  if (data.unavailable) return note('bad', [t.pages.credential.unavailable, t.pages.credential.keyAgain])
  if (data.faults === undefined) return html``
  const order = [ids.environment, ids.clientId, ids.key, ids.kid]
  const byId = new Map<string, string | undefined>(
    (Object.keys(ids) as (keyof typeof ids)[]).map((name) => [ids[name], wrongs[name]]),
  )
  return summaryOf(
    t.pages.credential.wrong,
    order.map((id) => ({ id, wrong: byId.get(id) })),
  )
}

/**
 * After the login of an organisation's admin: the form of an admin client of the organisation's own. What was typed wrong
 * comes back with what is wrong with it, all but the key.
 */
export const credentialPage = (t: Text, data: CredentialData): Html => {
  const words = t.pages.credential
  const { shown, until, logOut } = data
  const wrongs = wrongsOf(t, data)
  return page(t, {
    state: data.faults !== undefined || data.unavailable ? t.pages.problem.state : words.state,
    heading: words.heading,
    step: words.step,
    serviceDesk: shown.serviceDesk,
    body: html`${problem(t, data, wrongs)}<p>${words.intro}</p>
${form(t, data, wrongs)}
<p>${t.pages.carryOut.until({ at: t.format.dateTime(until) })}</p>
<p>${t.pages.carryOut.notNow}</p>
${standing(t, data.own)}
<p>${words.replaces}</p>
${changePart(t, shown, { warn: false })}
${logOutPart(t, logOut)}`,
  })
}
