import type { KnownBlock, ModalView } from '@slack/types'
import { z } from 'zod'
import { languages } from '../../src/domain/belonging/types.ts'
import type {
  ContactFault,
  ContactFaultCode,
  ContactField,
  TypedContact,
} from '../../src/domain/contact/read-contact.ts'
import { foldedAddress } from '../../src/domain/contact/read-email.ts'
import { showPhone } from '../../src/domain/contact/show-phone.ts'
import { type Contact, contactKinds } from '../../src/domain/contact/types.ts'
import { payloadHash } from '../../src/domain/payload-hash.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { context, section } from '../kit/blocks.ts'
import { defineForm, type ViewValues } from '../kit/form.ts'
import { metadataOf } from '../kit/metadata.ts'
import { modal } from '../kit/modal.ts'
import { mrkdwn, stacked } from '../kit/mrkdwn.ts'
import { appliesToGroups, appliesToNames, type ClientChoice, mostListed, withGroups } from './applies-to.ts'
import { type Beneath, beneathSchema } from './beneath.ts'
import { scopeWords } from './state-words.ts'

const id = 'contact-edit'

/** Plain texts, since Slack's field for addresses refuses pasted markup before the bot can take it off. */
const form = defineForm({
  id,
  fields: {
    name: { kind: 'text', max: 300 },
    email: { kind: 'text', max: 600 },
    phone: { kind: 'text', max: 100, optional: true },
    kind: { kind: 'radio', values: contactKinds },
    language: { kind: 'radio', values: languages },
    applies_to: { kind: 'external-multi-select' },
  },
})

/**
 * What a form is about: `contact` with the version that was seen; null: a new one. `needed`: a client in production
 * lies beneath and waits for it. `sure`: the digest of the address about which it was
 * said that its owner had left. `unheard`: an
 * admin was told that nobody hears of production after this.
 */
export type ContactEditPlace = {
  organisation: string
  contact: { id: string; version: number } | null
  needed: boolean
  sure: string | null
  unheard: boolean
  beneath: Beneath
}
const metadata = metadataOf<ContactEditPlace>(
  z.strictObject({
    organisation: z.string().min(1).max(20),
    contact: z.strictObject({ id: z.string().min(1).max(40), version: z.number().int() }).nullable(),
    needed: z.boolean(),
    sure: z.string().length(64).nullable(),
    unheard: z.boolean(),
    beneath: beneathSchema,
  }),
)

/** What stands in the fields. */
export type ContactValues = {
  name: string
  email: string
  phone: string
  kind: (typeof contactKinds)[number] | null
  language: (typeof languages)[number] | null
  applies_to: string[]
}

export type ContactEditData = {
  place: ContactEditPlace
  values: ContactValues
  /** active ones, of both environments; of more than `mostListed` those that are chosen are enough */
  clients: readonly ClientChoice[]
  /** how many there are */
  clientCount: number
  /** the organisation by name, where the person may act for others too and has to see it */
  acting?: string | undefined
  /** epoch ms: when whoever has the address asked not to be a contact any more */
  leftAt?: number
  /** somebody else saved another meanwhile */
  meanwhile?: Contact
}

/** What stands in the fields for a contact that is there. */
const valuesOf = (contact: Contact): ContactValues => ({
  name: contact.name,
  email: contact.email,
  phone: contact.phone === null ? '' : showPhone(contact.phone),
  kind: contact.kind,
  language: contact.language,
  applies_to: contact.scope === 'clients' ? contact.clients.map(({ clientId }) => clientId) : [contact.scope],
})

/** Which address it is, without saying so where the form belongs. */
const addressDigest = (email: string): string => payloadHash({ email: foldedAddress(email) })

const meanwhileLines = (t: Text, now: Contact): KnownBlock[] => {
  const words = t.contact.form.meanwhile
  const { name, email, phone } = now
  const standing = [cut(name, 150), email, ...(phone === null ? [] : [showPhone(phone)])].join(' · ')
  return [
    section(mrkdwn`:warning: *${words.what}*`),
    section(
      stacked([
        words.now,
        standing,
        [t.contact.browse.kinds[now.kind], t.contact.browse.languages[now.language], scopeWords(t, now)].join(' · '),
      ]),
    ),
    context(words.next),
  ]
}

const notes = (t: Text, { place, acting, leftAt, meanwhile }: ContactEditData): KnownBlock[] => {
  const words = t.contact.form
  return [
    ...(place.needed ? [section(mrkdwn`:warning: *${words.needed.what}*`), section(words.needed.next)] : []),
    ...(meanwhile === undefined ? [] : meanwhileLines(t, meanwhile)),
    ...(leftAt === undefined
      ? []
      : [section(mrkdwn`:warning: *${words.left.what({ at: leftAt })}*`), section(words.left.next)]),
    ...(place.unheard
      ? [section(mrkdwn`:rotating_light: *${t.contact.browse.remove.last}*`), section(words.unheard)]
      : []),
    context(words.intro, ...(acting === undefined ? [] : [t.client.actingFor({ organisation: cut(acting, 250) })])),
  ]
}

/** A contact, new or old. What comes back has the same fields, so that nothing typed is ever lost. */
const render = (t: Text, data: ContactEditData): ModalView => {
  const { place, values, clients, clientCount, leftAt } = data
  const words = t.contact.form
  const { title, submit } = place.contact === null ? words.add : words.edit
  const names = appliesToNames(t, clients)
  // what is no client any more can't stand there
  const applies_to = values.applies_to.filter((one) => names[one] !== undefined)
  const inputs = form.render({ t: words.fields, values: { ...values, applies_to }, names: { applies_to: names } })
  const listed = clientCount <= mostListed
  return modal({
    id,
    title,
    environment: null,
    close: t.common.cancel,
    submit: leftAt === undefined ? submit : words.left.submit,
    metadata: metadata.write(place),
    blocks: [
      ...notes(t, data),
      ...inputs.map((input) =>
        listed && input.block_id === 'applies_to' ? withGroups(input, appliesToGroups(t, clients), applies_to) : input,
      ),
    ],
  })
}

const read = (state: ViewValues): ContactValues => form.read(state)

/** The same as the domain reads it. */
const typed = (values: ContactValues): TypedContact => ({
  name: values.name,
  email: values.email,
  phone: values.phone,
  kind: values.kind ?? '',
  language: values.language ?? '',
  appliesTo: values.applies_to,
})

/** Why a field can't be used, in words. */
export const faultWords = (t: Text, { field, code }: ContactFault): string => {
  const words = t.contact.form.faults
  const ofField: Partial<Record<ContactFaultCode, string>> = words[field]
  return ofField[code] ?? words.other
}

const errors = (t: Text, faults: readonly ContactFault[]): Record<string, string> =>
  form.errors(faults.map((fault) => ({ field: fault.field satisfies ContactField, message: faultWords(t, fault) })))

/** Nobody would hear of production after this, which an admin alone may bring about. */
const last = (t: Text): Record<string, string> => {
  const { what, next } = t.errors['last-contact']({ serviceDesk: '' })
  return form.errors([{ field: 'applies_to', message: `${what} ${next}` }])
}

/** Another contact has the address already. */
const duplicate = (t: Text, other: string): Record<string, string> =>
  form.errors([{ field: 'email', message: t.contact.form.duplicate({ id: other }) }])

/** What suggestions of what it applies to are asked for by. */
const appliesTo = form.actionId('applies_to')

export const contactEdit = {
  id,
  actions: {},
  appliesTo,
  metadata,
  render,
  valuesOf,
  addressDigest,
  read,
  typed,
  errors,
  duplicate,
  last,
}
