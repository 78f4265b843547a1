import type { KnownBlock } from '@slack/types'
import type { Environment } from '../../src/domain/client/types.ts'
import { showPhone } from '../../src/domain/contact/show-phone.ts'
import type { Contact } from '../../src/domain/contact/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, fields, section, sections } from '../kit/blocks.ts'
import { bold, inCode, mrkdwn, person, stacked, type Words } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { type Beneath, beneathRef } from './beneath.ts'
import { type Notice, noticeLine } from './rows.ts'
import { seenRef } from './seen.ts'
import { scopeWords } from './state-words.ts'
import { allContacts, contactsRef, contactValue } from './values.ts'

const id = 'contact-card'
const actions = {
  edit: 'contact-card.edit',
  confirm: 'contact-card.confirm',
  verify: 'contact-card.verify',
  mirrored: 'contact-card.mirrored',
  remove: 'contact-card.remove',
  list: 'contact-card.list',
} as const

/** More clients than these are counted. */
const mostClients = 15

export type ContactCardData = {
  contact: Contact
  /** of a contact for chosen clients, as they are called; their ids where that is not known */
  clients: readonly { environment: Environment; name: string }[]
  /** a link can be sent to the address */
  canVerify: boolean
  beneath: Beneath
  /** what was just done */
  notice?: Notice
}

/** Whoever owns the address has something to say with a link: that it is theirs, or that it works again. */
const canBeVerified = ({ verifiedAt, bounce }: Pick<Contact, 'verifiedAt' | 'bounce'>): boolean =>
  verifiedAt === null || bounce !== null

const states = (t: Text, { contact, canVerify }: ContactCardData): Words[] => {
  const words = t.contact.browse.card
  const { bounce, accountGoneAt, verifiedAt, confirmedAt, mirrored } = contact
  return [
    ...(bounce === null
      ? []
      : [
          mrkdwn`:warning: *${words.bounced({ at: bounce.at, reason: t.contact.browse.bounceReasons[bounce.reason] })}*`,
          ...(canVerify ? [words.worksAgain] : []),
        ]),
    ...(accountGoneAt === null ? [] : [mrkdwn`:warning: *${words.gone({ at: accountGoneAt })}*`]),
    verifiedAt === null
      ? mrkdwn`:hourglass_flowing_sand: ${words.unverified}`
      : mrkdwn`:white_check_mark: ${words.verified({ at: verifiedAt })}`,
    confirmedAt === null ? words.unconfirmed : words.confirmed({ at: confirmedAt }),
    mirrored === null
      ? words.unmirrored
      : mrkdwn`${(mirrored.current ? words.mirrored : words.outdated)({ at: mirrored.at })} ${person(mirrored.by.userId)}`,
  ]
}

const clientLines = (t: Text, { clients }: ContactCardData): KnownBlock[] => {
  if (clients.length === 0) return []
  const lines = clients
    .slice(0, mostClients)
    .map(({ environment, name }) => mrkdwn`• ${cut(name, 120)} (${t.common.environments[environment]})`)
  const more = clients.length > mostClients ? [t.common.more({ count: clients.length - mostClients })] : []
  return sections(stacked([bold(t.contact.browse.card.clients), ...lines, ...more]), 2)
}

const buttons = (t: Text, { contact, canVerify }: ContactCardData): KnownBlock[] => {
  const words = t.contact.browse.card
  const value = contactValue.write({ contact: contact.id })
  const bounced = contact.bounce !== null
  const one = (action: string, text: string) => button({ id: action, text, value })
  return actionRow(
    one(actions.edit, words.edit),
    button({ id: actions.confirm, text: words.confirm, value: seenRef(contact) }),
    canVerify && canBeVerified(contact) ? one(actions.verify, bounced ? words.verifyAgain : words.verify) : null,
    contact.mirrored?.current ? null : button({ id: actions.mirrored, text: words.mirror, value: seenRef(contact) }),
    button({ id: actions.list, text: t.contact.browse.list, value: contactsRef(allContacts) }),
    button({ id: actions.remove, text: words.remove, value, style: 'danger' }),
  )
}

/** One contact in full: what is known, how it stands with it, and what can be done. */
const render = (t: Text, data: ContactCardData): Shown => {
  const { contact } = data
  const words = t.contact.browse.card
  return shown({
    id,
    title: words.title,
    environment: null,
    close: t.common.close,
    summary: contact.name,
    metadata: beneathRef(data.beneath),
    blocks: [
      ...noticeLine(data.notice),
      section(mrkdwn`${bold(cut(contact.name, 150))} ${inCode(contact.id)}`),
      ...fields([
        { label: words.fields.email, value: contact.email },
        { label: words.fields.phone, value: contact.phone === null ? words.noPhone : showPhone(contact.phone) },
        { label: words.fields.kind, value: t.contact.browse.kinds[contact.kind] },
        { label: words.fields.language, value: t.contact.browse.languages[contact.language] },
        { label: words.fields.scope, value: scopeWords(t, contact) },
        { label: words.fields.slack, value: contact.user === null ? words.noSlack : person(contact.user.userId) },
      ]),
      ...clientLines(t, data),
      section(stacked([bold(words.states), ...states(t, data)])),
      ...buttons(t, data),
    ],
  })
}

export const contactCard = { id, actions, canBeVerified, render }
