import type { ErrorCode, ErrorDetails } from '../errors.ts'
import { holdsPrivateKey } from './client/private-key.ts'

/** Why a change failed, as far as it is stored with it: names, codes and ids, and of a reason what quotes nobody. */
export type KeptFailure = { code: ErrorCode; correlationId: string | null } & Pick<
  ErrorDetails,
  'mpCode' | 'fields' | 'retryAfter'
>

/** So many fields, and so much of a reason, as anybody is shown. */
const mostFields = 15
const longestReason = 300

/** What an answer may quote of what was sent: addresses, what stands in quotes or brackets, numbers, long strings. */
const quoted = [
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s,;"'«»)\]]+/gi,
  /[^\s@,;"'(<[]+@[^\s@,;"')>\]]+/g,
  /"[^"]*"|(?<!\w)'[^']*'(?!\w)|«[^»]*»|“[^”]*”|`[^`]*`|\[[^\]]*\]/g,
  /\d[\d ]{7,}\d/g,
  /[^\s…]{40,}/g,
]

/** A name of the API's, such as `redirect_uris[0]`; the empty one is what was said of no field in particular. */
const fieldKept = (field: string): string => (/^[\w.[\]-]{0,60}$/.test(field) ? field : '…')

const reasonKept = (reason: string): string => {
  if (holdsPrivateKey(reason)) return '…'
  return quoted.reduce((text, pattern) => text.replace(pattern, '…'), reason).slice(0, longestReason)
}

/**
 * What is stored of a failure, so that whoever looks a second time is told the same. A field's name and why it was
 * refused, and nothing that was typed: values are taken out of what other systems say.
 */
export const keptFailure = (
  code: ErrorCode,
  { correlationId, mpCode, fields, retryAfter }: ErrorDetails,
): KeptFailure => ({
  code,
  correlationId: correlationId ?? null,
  ...(mpCode !== undefined && { mpCode }),
  ...(fields !== undefined &&
    fields.length > 0 && {
      fields: fields
        .slice(0, mostFields)
        .map(({ field, reason }) => ({ field: fieldKept(field), reason: reasonKept(reason) })),
    }),
  ...(retryAfter !== undefined && { retryAfter }),
})

/** The same as an error's details, for the words. */
export const detailsKept = ({ code: _, correlationId, ...rest }: KeptFailure): ErrorDetails => ({
  ...rest,
  ...(correlationId !== null && { correlationId }),
})
