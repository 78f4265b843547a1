import type { Environment } from '../../src/domain/client/types.ts'
import { showPhone } from '../../src/domain/contact/show-phone.ts'
import type { Contact } from '../../src/domain/contact/types.ts'
import type { Text } from '../../src/text/index.ts'
import { chosenName } from '../kit/chosen-name.ts'
import type { MailPart } from '../kit/mail-parts.ts'

/** What all messages to a contact know of where they go. */
export type ToldTo = {
  organisation: { name: string; number: string }
  serviceDesk: string
  /** a contact, or everybody in the organisation's channel */
  reader: 'contact' | 'channel'
  /** the page where the reader sees and changes what is registered about them; null: nobody can follow a link */
  manageUrl: string | null
}

/** A client as it is named to who hears of it; `name` null: it is not there (yet). */
export type ToldClient = { environment: Environment; clientId: string; name: string | null }

const mostClients = 10

/** A name that somebody typed: where it looks like a link, the contact's number stands for it. */
export const toldName = ({ id, name }: Pick<Contact, 'id' | 'name'>): string => chosenName(name) ?? id

/** What a contact is told of, one thing an item. */
export const toldScope = (t: Text, { scope }: Pick<Contact, 'scope'>, clients: readonly ToldClient[]): string[] => {
  if (scope !== 'clients') return [t.contact.page.scopes[scope]]
  const named = clients
    .slice(0, mostClients)
    .map(({ name, clientId, environment }) =>
      t.contact.page.client({ name: chosenName(name) ?? clientId, environment: t.common.environments[environment] }),
    )
  const more = clients.length - named.length
  return more > 0 ? [...named, t.contact.mail.common.more({ count: more })] : named
}

/** All that is stored about a contact and can be read as words. */
export const toldFacts = (t: Text, contact: Contact, clients: readonly ToldClient[]): MailPart => {
  const { labels, kinds } = t.contact.page
  const words = t.contact.mail.common
  return {
    facts: [
      { label: labels.name, value: toldName(contact) },
      { label: words.email, value: contact.email },
      ...(contact.phone === null ? [] : [{ label: labels.phone, value: showPhone(contact.phone) }]),
      { label: labels.kind, value: kinds[contact.kind] },
      { label: words.language, value: words.languages[contact.language] },
      { label: labels.appliesTo, value: t.format.list(toldScope(t, contact, clients)) },
      { label: words.added, value: t.format.date(contact.createdAt) },
      { label: words.contactId, value: contact.id },
    ],
  }
}

/** How a message ends that asks for something in Slack: who has none, and the way to what is stored; or why here. */
export const toldClosing = (t: Text, { serviceDesk, manageUrl, reader, organisation }: ToldTo): MailPart[] =>
  reader === 'channel'
    ? [t.contact.told.channel({ organisation: organisation.name })]
    : [t.contact.mail.common.noSlack({ serviceDesk }), ...toldManage(t, manageUrl)]

export const toldManage = (t: Text, manageUrl: string | null): MailPart[] =>
  manageUrl === null ? [] : [{ link: { label: t.contact.mail.common.manage, url: manageUrl } }]
