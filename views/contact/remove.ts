import type { KnownBlock, ModalView } from '@slack/types'
import { z } from 'zod'
import type { SlackUser } from '../../src/domain/belonging/types.ts'
import type { Contact } from '../../src/domain/contact/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { context, section } from '../kit/blocks.ts'
import { metadataOf } from '../kit/metadata.ts'
import { modal } from '../kit/modal.ts'
import { mrkdwn, person, stacked, type Words } from '../kit/mrkdwn.ts'
import { type Beneath, beneathSchema } from './beneath.ts'
import { scopeWords } from './state-words.ts'

const id = 'contact-remove'

/** `last`: the person was told that production has nobody after this. */
export type ContactRemovePlace = {
  organisation: string
  contact: string
  version: number
  last: boolean
  beneath: Beneath
}
const metadata = metadataOf<ContactRemovePlace>(
  z.strictObject({
    organisation: z.string().min(1).max(20),
    contact: z.string().min(1).max(40),
    version: z.number().int(),
    last: z.boolean(),
    beneath: beneathSchema,
  }),
)

export type ContactRemoveData = {
  contact: Contact
  /** how many there are without it */
  left: number
  /** what keeps production from having nobody: null where others remain */
  last: { may: boolean; admins: readonly SlackUser[] } | null
  beneath: Beneath
}

/** More of them than these nobody asks. */
const mostNamed = 10

const lastLines = (t: Text, { last }: ContactRemoveData): KnownBlock[] => {
  if (last === null) return []
  const words = t.contact.browse.remove
  const cost = section(mrkdwn`:rotating_light: *${words.last}*`)
  if (last.may) return [cost]
  const admins: Words =
    last.admins.length === 0
      ? words.noAdmins
      : {
          mrkdwn: `${mrkdwn`*${words.admins}:* `.mrkdwn}${last.admins
            .slice(0, mostNamed)
            .map(({ userId }) => person(userId).mrkdwn)
            .join(', ')}`,
        }
  return [cost, section(stacked([words.notLast, admins]))]
}

/** Asks before a contact is removed, and says what it leads to. Whoever may not remove the last one sees who may. */
const render = (t: Text, data: ContactRemoveData): ModalView => {
  const { contact, left, last, beneath } = data
  const words = t.contact.browse.remove
  const { organisationNumber: organisation, version, name, email } = contact
  return modal({
    id,
    title: words.title,
    environment: null,
    close: t.common.cancel,
    ...((last === null || last.may) && { submit: words.submit }),
    metadata: metadata.write({ organisation, contact: contact.id, version, last: last !== null, beneath }),
    blocks: [
      section(mrkdwn`:warning: *${words.body({ name: cut(name, 150), email })}*`),
      section(stacked([words.scope({ scope: scopeWords(t, contact) }), words.left({ count: left })])),
      ...lastLines(t, data),
      ...(contact.mirrored === null ? [] : [context(words.portal)]),
    ],
  })
}

export const contactRemove = { id, actions: {}, metadata, render }
