import type { Compose } from '../src/domain/delivery/message.ts'
import { AppError } from '../src/errors.ts'
import type { AnyKind, MessageDeps } from './message.ts'

/**
 * Joins rows to the words of their kind. What it gives throws `internal` for a kind that it does not know: a newer
 * instance may have written the row, and may send it.
 */
export const composeBy = (kinds: readonly AnyKind[], deps: MessageDeps): Compose => {
  const byName = new Map(kinds.map((one) => [one.kind, one]))
  return async (delivery) => {
    const kind = byName.get(delivery.kind)
    if (kind === undefined) throw new AppError('internal', `no kind of message is called ${delivery.kind}`)
    return kind.compose(deps, delivery)
  }
}
