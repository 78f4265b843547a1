import { AppError } from '../../errors.ts'
import type { SlackUser } from '../belonging/types.ts'
import type { Deps } from '../deps.ts'
import { assertNotGuessingCodes, noteWrongCode } from '../login/attempts.ts'
import { confirmedOrderOf, proofOf } from './confirmed-for-customers.ts'
import { codeStates } from './make-code.ts'
import { codeHash, readCode } from './read-code.ts'
import type { CustomerProof, ExistingContent, Order, OrderUnit } from './types.ts'

type Needs = Pick<Deps, 'store' | 'vault' | 'now'>

/** A code that is good, and the supplier's order behind it. */
export type OpenCode = {
  code: string
  hash: string
  expiresAt: number
  order: Order
  content: ExistingContent
  /** what the customer's own order here proves; null: there is none that was confirmed */
  proof: CustomerProof | null
}

const find = async (deps: Needs, typed: string, customerNumber: string) => {
  const { store, vault, now } = deps
  const code = readCode(typed)
  if (code === null) return null
  const hash = codeHash(vault, code)
  const row = await store.orderCode(hash)
  if (row === null || row.usedAt !== null || row.expiresAt <= now() || row.customerNumber !== customerNumber)
    return null
  const order = await store.order(row.orderId)
  if (order === null || !codeStates.includes(order.state)) return null
  const { content } = order
  // the draft may have got another customer since
  if (content?.kind !== 'existing' || content.customer.number !== customerNumber) return null
  return { code, hash, expiresAt: row.expiresAt, order, content }
}

/**
 * The order behind a code, for somebody of its customer. Throws `code-invalid` for one that is wrong, another
 * organisation's, used, or over, which all look the same; `too-many-attempts` after ten such in ten minutes.
 */
export const openCode = async (
  deps: Needs,
  actor: SlackUser,
  { code, organisationNumber }: { code: string; organisationNumber: string },
): Promise<OpenCode> => {
  await assertNotGuessingCodes(deps, actor)
  const found = await find(deps, code, organisationNumber)
  if (found === null) {
    await noteWrongCode(deps, actor)
    throw new AppError('code-invalid', 'no such code')
  }
  const own = await confirmedOrderOf(deps, organisationNumber)
  return { ...found, proof: own && proofOf(own, { by: actor, at: deps.now() }) }
}

/** What a member of the customer sees before they agree. Nothing else of the supplier's order. */
export type CodeLook = {
  /** the code as it is written, to be handed on to `acceptCode` */
  code: string
  supplier: OrderUnit
  customer: OrderUnit
  /** what the supplier would see now of the customer's own order here; null: there is none that was confirmed */
  confirmed: Pick<CustomerProof, 'confirmedOn' | 'scope' | 'environments'> | null
  expiresAt: number
}

/** Looks at a code for a member of the organisation. Throws as `openCode`. */
export const lookAtCode = async (
  deps: Needs,
  actor: SlackUser,
  asked: { code: string; organisationNumber: string },
): Promise<CodeLook> => {
  const { code, content, proof, expiresAt } = await openCode(deps, actor, asked)
  const confirmed = proof && {
    confirmedOn: proof.confirmedOn,
    scope: proof.scope,
    environments: proof.environments,
  }
  return { code, supplier: content.supplier, customer: content.customer, confirmed, expiresAt }
}
