import { addressLink } from './address-link.ts'
import { type AnyKind, asAnyKind } from './message.ts'

/** Every kind of message, by the name that rows have it under. */
export const messageKinds: readonly AnyKind[] = [asAnyKind(addressLink)]
