import { changeMembership, nameAdmin } from './belonging/change-membership.ts'
import { clearanceKinds } from './belonging/clearance-kinds.ts'
import { requestMembership } from './belonging/request-membership.ts'
import type { AnyKind } from './change-kind.ts'
import { clientKinds } from './client/client-kinds.ts'
import { credentialKinds } from './client/credential-kinds.ts'

/** Every kind of change that can be carried out (design 1.4), noun by noun. */
export const kinds: readonly AnyKind[] = [
  requestMembership,
  changeMembership,
  nameAdmin,
  ...clearanceKinds,
  ...clientKinds,
  ...credentialKinds,
]
