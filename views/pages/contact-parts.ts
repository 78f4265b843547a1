import { html } from 'hono/html'
import type { Environment } from '../../src/domain/client/types.ts'
import { showPhone } from '../../src/domain/contact/show-phone.ts'
import type { Contact } from '../../src/domain/contact/types.ts'
import type { Text } from '../../src/text/index.ts'
import { oneLine } from '../kit/one-line.ts'
import { type Html, pairs } from './layout.ts'

/** Where the forms and links of a contact's pages lead. */
export type ContactLinks = Record<'page' | 'preferences' | 'handOver' | 'leave' | 'newLink' | 'stop', string>

/** A contact as its own pages show it. */
export type ContactShown = {
  contact: Contact
  organisation: { number: string; name: string | null }
  /** of a contact for chosen clients */
  clients: readonly { name: string; environment: Environment }[]
  /** a person's name, or by which way without one it came */
  registeredBy: { name: string } | 'import' | 'page'
  links: ContactLinks
  serviceDesk: string
}

/** How an organisation is called in a sentence. */
export const organisationName = ({ organisation }: Pick<ContactShown, 'organisation'>): string =>
  oneLine(organisation.name ?? organisation.number)

const appliesTo = (t: Text, { contact, clients }: ContactShown): string | string[] => {
  const { scopes, client } = t.contact.page
  if (contact.scope !== 'clients') return scopes[contact.scope]
  return clients.map(({ name, environment }) =>
    client({ name: oneLine(name), environment: t.common.environments[environment] }),
  )
}

const status = (t: Text, { verifiedAt, confirmedAt, bounce }: Contact): string[] => {
  const { confirmed, unconfirmed, bounced } = t.contact.page.status
  // a colleague may have said that it is right; the person themself is the one this page speaks to
  const at = verifiedAt === null ? null : Math.max(verifiedAt, confirmedAt ?? verifiedAt)
  return [
    at === null ? unconfirmed : confirmed({ on: t.format.date(at) }),
    ...(bounce === null ? [] : [bounced({ on: t.format.date(bounce.at) })]),
  ]
}

/** All that is registered of a contact, for the person it is about (GDPR article 15). */
export const contactDetails = (t: Text, shown: ContactShown): Html => {
  const { labels, kinds, registeredBy } = t.contact.page
  const { contact, organisation } = shown
  const by = shown.registeredBy
  return pairs([
    {
      label: labels.organisation,
      value:
        organisation.name === null ? organisation.number : `${oneLine(organisation.name)} (${organisation.number})`,
    },
    { label: labels.name, value: oneLine(contact.name) },
    { label: labels.email, value: oneLine(contact.email) },
    ...(contact.phone === null ? [] : [{ label: labels.phone, value: oneLine(showPhone(contact.phone)) }]),
    { label: labels.kind, value: kinds[contact.kind] },
    { label: labels.appliesTo, value: appliesTo(t, shown) },
    { label: labels.registeredBy, value: typeof by === 'string' ? registeredBy[by] : oneLine(by.name) },
    { label: labels.since, value: t.format.date(contact.createdAt) },
    { label: labels.status, value: status(t, contact) },
  ])
}

/** The way back to a contact's page. */
export const backToContact = (t: Text, { links }: Pick<ContactShown, 'links'>): Html =>
  html`<p><a href="${links.page}">${t.contact.page.back}</a></p>`
