import { z } from 'zod'
import { type Environment, environments } from '../../src/domain/client/types.ts'
import { cut } from '../../src/text/format.ts'
import { buttonValueOf } from '../kit/metadata.ts'

const environment = z.enum(environments)

/** Which client a button is about. It proves nothing: who may is asked again at the click. */
export type ClientRef = { environment: Environment; client_id: string }
export const clientValue = buttonValueOf<ClientRef>(z.object({ environment, client_id: z.string().min(1) }))

/**
 * The number of the organisation that something was shown for. Nobody's right: it is compared with the one that the
 * person acts for now, and used for nothing else.
 */
export const organisationShown = z.string().min(1).max(20)

/**
 * Which client somebody was shown, of which organisation, as it then was: `base` is its version (`baseVersionOf`), left out where nothing is
 * to be compared with it.
 */
export type SeenRef = ClientRef & { organisation: string; base?: string | undefined }
const seen = z.object({
  environment,
  client_id: z.string().min(1),
  organisation: organisationShown,
  base: z.string().optional(),
})
export const seenValue = buttonValueOf<SeenRef>(seen)

/** Which key of which client. */
export type KeyRef = SeenRef & { kid: string }
export const keyValue = buttonValueOf<KeyRef>(seen.extend({ kid: z.string().min(1) }))

/** Which list: where, searched for what, inactive ones too, which page from 0. */
export type ListRef = { environment: Environment; text: string | null; inactive: boolean; page: number }
export const listValue = buttonValueOf<ListRef>(
  z.object({
    environment,
    text: z.string().nullable(),
    inactive: z.boolean(),
    page: z.number().int().min(0),
  }),
)

/** The longest search that is carried on; more words find nothing anyway. */
const longestSearch = 200

/** A list's reference as a button's value; a long search is cut, so that it always fits. */
export const listRef = ({ environment: where, text, inactive, page }: ListRef): string =>
  listValue.write({ environment: where, text: text === null ? null : cut(text, longestSearch), inactive, page })

/** The first page of an environment's clients. */
export const wholeList = (where: Environment): string =>
  listRef({ environment: where, text: null, inactive: false, page: 0 })

/** Which row of `changes`. */
export type ChangeRef = { change: string }
export const changeValue = buttonValueOf<ChangeRef>(z.object({ change: z.string().min(1) }))
