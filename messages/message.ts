import type { z } from 'zod'
import type { ChannelFacts } from '../src/domain/belonging/set-channel.ts'
import type { Contact, ContactLink } from '../src/domain/contact/types.ts'
import type { Delivery } from '../src/domain/delivery/delivery.ts'
import type { Composed } from '../src/domain/delivery/message.ts'
import type { Reads } from '../src/domain/deps.ts'
import type { Link } from '../src/domain/login/types.ts'
import { AppError } from '../src/errors.ts'

/** What the words of messages are made of. */
export type MessageDeps = {
  store: Pick<
    Reads,
    | 'link'
    | 'person'
    | 'organisation'
    | 'organisationDetails'
    | 'registration'
    | 'contactById'
    | 'contactLink'
    | 'contactsOf'
    | 'invoicesOf'
    | 'order'
    | 'orderMail'
  >
  /** epoch ms */
  now(): number
  /** what links begin with, without a slash at the end; null: nobody can follow one */
  publicUrl: string | null
  serviceDeskMail: string
  /** what Slack says of a channel now; throws `slack-unavailable`, after which a later attempt asks again */
  channelFacts(channel: string): Promise<ChannelFacts | null>
  linkToken(link: Link): string
  contactLinkToken(link: ContactLink): string
  manageToken(contact: Contact): string
}

/**
 * One kind of message. `data` is what its row was written with; the words are of the moment it is sent. `compose`
 * throws when they can't be made now.
 */
export type MessageKind<T> = {
  kind: string
  data: z.ZodType<T>
  compose(deps: MessageDeps, delivery: Delivery, data: T): Promise<Composed>
}

/** A kind in the list of all, which asks nobody for the type of its data. */
export type AnyKind = { kind: string; compose(deps: MessageDeps, delivery: Delivery): Promise<Composed> }

/** Reads the data before it is composed; throws `internal` when this release can't, without showing it. */
export const asAnyKind = <T>({ kind, data, compose }: MessageKind<T>): AnyKind => ({
  kind,
  compose: async (deps, delivery) => {
    const read = data.safeParse(delivery.data)
    if (!read.success) throw new AppError('internal', `a delivery of kind ${kind} holds what this release cannot read`)
    return compose(deps, delivery, read.data)
  },
})
