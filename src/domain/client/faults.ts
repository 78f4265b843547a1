import type { ClientDraft } from './draft.ts'
import { keyReasons } from './public-key.ts'
import { uriReasons } from './uri-rules.ts'

/** Everything that can be wrong with a draft; the texts are keyed by it. */
export const faultReasons = [
  'required',
  ...uriReasons,
  'too-many',
  'control-character',
  'type-not-offered',
  'application-not-for-type',
  'auth-not-for-application',
  'uri-duplicate',
  'logout-other-domain',
  'scope-none',
  'scope-openid-missing',
  'scope-malformed',
  'scope-not-for-type',
  'scope-not-offered',
  'number-malformed',
  'number-too-small',
  'number-too-large',
  'refresh-below-access',
  'authorization-below-refresh',
  'pkce-needed',
  'choice-unknown',
  'key-not-for-method',
  ...keyReasons,
] as const
export type FaultReason = (typeof faultReasons)[number]

/**
 * One thing wrong at one field. `value` is the very URI or scope, never a key; `limit` the number that was passed;
 * `line` counts from 1 in fields of many lines.
 */
export type Fault = { field: keyof ClientDraft; reason: FaultReason; value?: string; limit?: number; line?: number }
