import type { AnyKind } from '../change-kind.ts'
import { addKey } from './add-key.ts'
import { createClient } from './create-client.ts'
import { deactivateClient } from './deactivate-client.ts'
import { newSecret } from './new-secret.ts'
import { removeKey } from './remove-key.ts'
import { setOwners } from './set-owners.ts'

/** Every kind of change of a client, for `applyChange`. */
export const clientKinds: readonly AnyKind[] = [createClient, addKey, removeKey, deactivateClient, newSecret, setOwners]
