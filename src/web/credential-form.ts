import { z } from 'zod'
import {
  type CredentialData,
  type CredentialFaults,
  type CredentialTyped,
  credentialPage,
  keyFaultAt,
} from '../../views/pages/credential.ts'
import { giveCredential } from '../domain/client/credential-kinds.ts'
import { type TriedForStore, tryForStore } from '../domain/client/credentials.ts'
import { type CredentialKey, readCredentialKey } from '../domain/client/credentials-key.ts'
import { looksLikeClientId } from '../domain/client/find-registration.ts'
import { holdsPrivateKey } from '../domain/client/private-key.ts'
import { environments } from '../domain/client/types.ts'
import { countTry } from '../domain/login/attempts.ts'
import { assertProved } from '../domain/login/carry-out.ts'
import type { LoginFound } from '../domain/login/finish-login.ts'
import { may } from '../domain/may.ts'
import { AppError, isAppError } from '../errors.ts'
import { changeShown } from './change-shown.ts'
import type { WebContext, WebDeps } from './deps.ts'
import { logOutForm, proofOf } from './login-in-browser.ts'
import { textOf } from './text-of.ts'

/** The form behind the login of an organisation's admin who gives it an admin client of its own (design section 4). */

/** What is sent twice, or as a file, is as if it was not sent. */
const formSchema = z.object({
  environment: z.enum(environments).nullable().catch(null),
  client_id: z.string().trim().catch(''),
  kid: z.string().trim().catch(''),
  private_key: z.string().catch(''),
})

/** A login whose page is this form. */
export const wantsCredential = ({ change }: Pick<LoginFound, 'change'>): boolean => change.kind === giveCredential.name

/** Nobody sees or sends the form who may not by now; all is asked again when it is carried out. */
const assertMay = async (deps: WebDeps, { change, who }: LoginFound): Promise<void> => {
  const belonging = await deps.belonging(who)
  const { organisationNumber } = change
  if (may(belonging, giveCredential.action, { organisationNumber }).ok) return
  const acts = belonging.as === 'member' && belonging.others.some(({ number }) => number === organisationNumber)
  throw new AppError(acts ? 'other-organisation' : 'not-allowed', 'may not manage the admin client')
}

type Again = Pick<CredentialData, 'typed' | 'faults' | 'unavailable'>

const shownForm = async (c: WebContext, deps: WebDeps, found: LoginFound, again: Again = {}) => {
  const { change, login } = found
  const at = change.organisationNumber
  const [shown, test, prod, logOut] = await Promise.all([
    changeShown(deps, found),
    deps.store.credential(at, 'test'),
    deps.store.credential(at, 'prod'),
    logOutForm(c, deps, found),
  ])
  const page = credentialPage(textOf(c, deps), {
    shown,
    proof: proofOf(c, deps, 'carry out', login.id),
    until: Math.min(login.expiresAt, change.expiresAt),
    own: { test, prod },
    logOut,
    ...again,
  })
  return c.html(page, again.unavailable ? 503 : again.faults === undefined ? 200 : 422)
}

/** The form as it is opened. Throws `not-allowed`, `other-organisation`, `slack-unavailable`. */
export const credentialForm = async (c: WebContext, deps: WebDeps, found: LoginFound) => {
  await assertMay(deps, found)
  return shownForm(c, deps, found)
}

type Sent = { typed: CredentialTyped; faults: CredentialFaults; key: CredentialKey | null }

/** What was typed, as much as a field has room for; a key that was pasted into the wrong one never comes back either. */
const sentBack = (typed: string): string => (holdsPrivateKey(typed) ? '' : typed.slice(0, 255))

const readForm = async (c: WebContext): Promise<Sent> => {
  const { environment, client_id: clientId, kid, private_key: pasted } = formSchema.parse(await c.req.parseBody())
  const read = pasted.trim() === '' ? null : readCredentialKey(pasted, kid === '' ? undefined : kid)
  return {
    typed: { environment, clientId: sentBack(clientId), kid: sentBack(kid) },
    faults: {
      ...(environment === null && { environment: true as const }),
      ...(!looksLikeClientId(clientId) && {
        clientId: { is: clientId === '' ? ('missing' as const) : ('form' as const) },
      }),
      ...(read === null ? { key: 'missing' as const } : read.ok ? {} : keyFaultAt(read.fault)),
    },
    key: read?.ok ? read.key : null,
  }
}

/** What Maskinporten said of the client; each is mended at the client's id, or by another client. */
const refusedAs = ({ details }: AppError): CredentialFaults => {
  const fields = details.fields ?? []
  const owner = fields.find(({ field }) => field === 'organisation_number')
  if (owner !== undefined) return { clientId: { is: 'organisation', number: owner.reason } }
  const scopes = fields.filter(({ field }) => field === 'scope').map(({ reason }) => reason)
  if (scopes.length > 0) return { clientId: { is: 'scope', scopes } }
  const ids = [details.mpCode, details.correlationId].filter((one) => one !== undefined)
  return { clientId: { is: 'refused', ids } }
}

/** What was sent, tried at Maskinporten and ready to be stored; or the answer that says what must be mended. */
export const credentialSent = async (
  c: WebContext,
  deps: WebDeps,
  found: LoginFound,
): Promise<{ tried: TriedForStore } | { answer: Response }> => {
  assertProved(deps, found)
  await assertMay(deps, found)
  const { typed, faults, key } = await readForm(c)
  const { environment, clientId } = typed
  if (environment === null || key === null || Object.keys(faults).length > 0) {
    return { answer: await shownForm(c, deps, found, { typed, faults }) }
  }
  const { organisationNumber } = found.change
  await countTry(deps, 'admin client', found.change.id)
  try {
    return { tried: await tryForStore(deps, { organisationNumber, environment, clientId, key }) }
  } catch (error) {
    if (isAppError(error, 'credential-refused')) {
      return { answer: await shownForm(c, deps, found, { typed, faults: refusedAs(error) }) }
    }
    if (!isAppError(error, 'maskinporten-unavailable')) throw error
    return { answer: await shownForm(c, deps, found, { typed, unavailable: true }) }
  }
}
