import type { Contact } from '../../src/domain/contact/types.ts'
import type { Text } from '../../src/text/index.ts'
import { chosenName } from '../kit/chosen-name.ts'
import type { Told } from './told.ts'
import { type ToldClient, type ToldTo, toldFacts, toldScope } from './told-shared.ts'

const DAY = 86_400_000

/** Whose doing it was. Names are as they were typed, null where there is none. */
export type RegisteredBy =
  | { by: 'person'; name: string | null }
  | { by: 'list' }
  | { by: 'handed-over'; name: string | null }

export type ToldRegisteredData = ToldTo & {
  contact: Contact
  clients: readonly ToldClient[]
  registered: RegisteredBy
  /** epoch ms */
  link: { url: string; createdAt: number; expiresAt: number }
}

const whoDid = (t: Text, organisation: string, registered: RegisteredBy): string => {
  const words = t.contact.mail.registered.by
  if (registered.by === 'list') return words.list({ organisation })
  const name = chosenName(registered.name)
  if (registered.by === 'person')
    return name === null ? words.unnamed({ organisation }) : words.person({ name, organisation })
  return name === null ? words.handedOverUnnamed({ organisation }) : words.handedOver({ name, organisation })
}

/** The first that somebody hears of being a contact: all that the GDPR's article 14 asks for, and the one-time link. */
export const toldRegistered = (t: Text, data: ToldRegisteredData): Told => {
  const { contact, clients, organisation, serviceDesk, link } = data
  const words = t.contact.mail.registered
  const { privacy } = words
  const topics = contact.hears.map((topic) =>
    t.contact.mail.common.topic({ topic: t.contact.page.hears.topics[topic].label }),
  )
  return {
    subject: words.subject({ organisation: organisation.name }),
    heading: words.heading({ organisation: organisation.name }),
    paragraphs: [
      `${whoDid(t, organisation.name, data.registered)} ${words.why}`,
      words.hearsOf,
      { list: toldScope(t, contact, clients) },
      topics.length === 0 ? words.hearsNothing : words.hears({ topics: t.format.list(topics) }),
      words.page,
      words.valid({
        days: Math.round((link.expiresAt - link.createdAt) / DAY),
        until: t.format.dateTime(link.expiresAt),
      }),
    ],
    button: { label: words.button, url: link.url },
    closing: [
      words.wrong({ serviceDesk }),
      { heading: privacy.stored },
      toldFacts(t, contact, clients),
      { heading: privacy.heading },
      privacy.controller({ organisation: organisation.name, number: organisation.number }),
      privacy.purpose,
      privacy.recipients,
      privacy.kept,
      privacy.rights({ serviceDesk }),
      { link: privacy.complain },
    ],
  }
}
