import type { AnyKind } from './change-kind.ts'
import { addKey } from './client/add-key.ts'
import { createClient } from './client/create-client.ts'
import { deactivateClient } from './client/deactivate-client.ts'
import { newSecret } from './client/new-secret.ts'
import { removeKey } from './client/remove-key.ts'

/** Every kind of change that can be carried out (design 1.4). */
export const kinds = [createClient, addKey, removeKey, deactivateClient, newSecret] as unknown as readonly AnyKind[]
