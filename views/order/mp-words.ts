import type { Environment } from '../../src/domain/client/types.ts'
import type { OrderKind } from '../../src/domain/order/types.ts'
import type { Text } from '../../src/text/index.ts'

/** A refusal of Maskinporten to the orderer's own client. `mpCode` null, or a word that is none of its codes: it gave none. */
export type MpFacts = { mpCode: string | null; kind: OrderKind; environment: Environment }

/** What a refusal means, and who must do what about it (brreg.md 6). */
export const mpAdvice = (t: Text, { mpCode, ...about }: MpFacts): { what: string; who: string } => {
  const { refusals, uncoded, other } = t.order.outcome
  const known: Record<string, (of: typeof about) => { what: string; who: string }> = refusals
  if (mpCode === null || !mpCode.startsWith('MP-')) return uncoded
  return Object.hasOwn(known, mpCode) ? (known[mpCode]?.(about) ?? uncoded) : other({ code: mpCode })
}
