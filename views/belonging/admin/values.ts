import { z } from 'zod'
import type { MembershipStanding } from '../../../src/domain/belonging/change-membership.ts'
import type { SlackUser } from '../../../src/domain/belonging/types.ts'
import { cut } from '../../../src/text/format.ts'
import { buttonValueOf, metadataOf } from '../../kit/metadata.ts'

/**
 * What the buttons and forms of the administration carry. None of it proves anything: who may is asked of the
 * organisation at every click.
 */

/** The longest search that is carried on; more words find nothing anyway. */
const longestSearch = 200

const number = z.string().regex(/^[0-9]{9}$/)
const page = z.number().int().min(0)
const text = z.string().nullable()
const user = z.strictObject({
  teamId: z.string().regex(/^[TE][A-Z0-9]+$/),
  userId: z.string().regex(/^[UW][A-Z0-9]+$/),
}) satisfies z.ZodType<SlackUser>
const standing = z
  .strictObject({ state: z.enum(['assigned', 'removed']), admin: z.boolean(), until: z.number().int().nullable() })
  .nullable() satisfies z.ZodType<MembershipStanding>

const searched = (typed: string | null): string | null => (typed === null ? null : cut(typed, longestSearch))

/** A page of the organisations. */
export type OrganisationsRef = { text: string | null; page: number }
export const organisationsValue = buttonValueOf<OrganisationsRef>(z.strictObject({ text, page }))
export const organisationsRef = (ref: OrganisationsRef): string =>
  organisationsValue.write({ text: searched(ref.text), page: ref.page })

/** One organisation. */
export type OrganisationRef = { number: string }
export const organisationValue = buttonValueOf<OrganisationRef>(z.strictObject({ number }))

/** A page of an organisation's people. */
export type PeopleRef = { number: string; text: string | null; page: number }
export const peopleValue = buttonValueOf<PeopleRef>(z.strictObject({ number, text, page }))
export const peopleRef = (ref: PeopleRef): string =>
  peopleValue.write({ number: ref.number, text: searched(ref.text), page: ref.page })

/** Somebody, as one of an organisation's people. */
export type PersonRef = { number: string; user: SlackUser }
export const personValue = buttonValueOf<PersonRef>(z.strictObject({ number, user }))

/** The same, with how they stood when the button was drawn: another by now is not what was agreed to. */
export type StandingRef = PersonRef & { before: MembershipStanding }
export const standingValue = buttonValueOf<StandingRef>(z.strictObject({ number, user, before: standing }))

/** Somebody alone. */
export const userValue = buttonValueOf<{ user: SlackUser }>(z.strictObject({ user }))

/** A change that can be undone. */
export const undoValue = buttonValueOf<{ change: string }>(z.strictObject({ change: z.string().min(1).max(100) }))

/** Why the register's answer is told on the form. */
export const registerNotes = ['bankrupt', 'winding-up', 'unverified', 'synthetic'] as const
export type RegisterNote = (typeof registerNotes)[number]

const digest = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * An organisation that is edited: `before` is the digest of what the operator saw (null: it was not there), `shown`
 * the digest of what they were told it would lead to.
 */
export type EditRef = {
  number: string
  before: string | null
  shown: string | null
  note: RegisterNote | null
}
export const editMetadata = metadataOf<EditRef>(
  z.strictObject({
    number,
    before: digest.nullable(),
    shown: digest.nullable(),
    note: z.enum(registerNotes).nullable(),
  }),
)

/** Somebody who is assigned by name: `shown` as above. */
export type AssignRef = { number: string; shown: string | null }
export const assignMetadata = metadataOf<AssignRef>(z.strictObject({ number, shown: digest.nullable() }))
