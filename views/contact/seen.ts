import { z } from 'zod'
import type { Contact } from '../../src/domain/contact/types.ts'
import { payloadHash } from '../../src/domain/payload-hash.ts'
import { organisationShown } from '../client/values.ts'
import { buttonValueOf } from '../kit/metadata.ts'
import { contactId } from './values.ts'

/**
 * What somebody looked at when they say of contacts that they are right, or stand in the portal. By what the contacts
 * hold and not by their versions: that a mail went out, or that a colleague said the same, makes nobody look again.
 */

const seenLength = 32

/** Contacts as they stand, in few characters; their order is of no matter. */
export const digestOf = (contacts: readonly Contact[]): string =>
  payloadHash(
    contacts
      .map(({ id, name, email, phone, kind, language, scope, clients }) => {
        const of = clients.map(({ environment, clientId }) => `${environment} ${clientId}`).sort()
        return { id, name, email, phone, kind, language, scope, clients: of }
      })
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
  ).slice(0, seenLength)

const seen = z.string().length(seenLength)

/** One contact, as it was shown. */
export type SeenRef = { contact: string; seen: string }
export const seenValue = buttonValueOf<SeenRef>(z.strictObject({ contact: contactId, seen }))
export const seenRef = (contact: Contact): string => seenValue.write({ contact: contact.id, seen: digestOf([contact]) })

/** All contacts of an organisation, as they were when a part of them was shown. */
export type AllSeen = { organisation: string; all: readonly Contact[] }
export type AllSeenRef = { organisation: string; seen: string }
export const allSeenValue = buttonValueOf<AllSeenRef>(z.strictObject({ organisation: organisationShown, seen }))
export const allSeenRef = ({ organisation, all }: AllSeen): string =>
  allSeenValue.write({ organisation, seen: digestOf(all) })
