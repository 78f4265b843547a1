import type { KnownBlock } from '@slack/types'
import type { ContactWarning } from '../../src/domain/contact/read-contact.ts'
import type { Contact } from '../../src/domain/contact/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, exact, section } from '../kit/blocks.ts'
import { mrkdwn, person, stacked } from '../kit/mrkdwn.ts'
import { type Shown, shown } from '../kit/shown.ts'
import { type Beneath, beneathRef } from './beneath.ts'
import { seenRef } from './seen.ts'
import { allContacts, contactsRef, contactValue } from './values.ts'

const id = 'contact-saved'
const actions = {
  mirrored: 'contact-saved.mirrored',
  show: 'contact-saved.show',
  list: 'contact-saved.list',
  portal: 'contact-saved.portal',
} as const

/** What became of the address: a mail went out, none can be sent, or it is the one that was there. */
export type Verification = 'sent' | 'off' | 'same'

export type ContactSavedData = {
  contact: Contact
  /** it was not there before */
  added: boolean
  warnings: readonly ContactWarning[]
  verification: Verification
  /** what to paste in the portal, and where that is */
  portal: { text: string; url: string }
  /** a client in production lies beneath and waits */
  needed: boolean
  beneath: Beneath
}

const warningLines = (t: Text, warnings: readonly ContactWarning[]): KnownBlock[] => {
  if (warnings.length === 0) return []
  const words = t.contact.form
  const lines = warnings.map((one) => mrkdwn`• ${words.warnings[one]}`)
  return [section(stacked([mrkdwn`:eyes: *${words.look}*`, ...lines]))]
}

const portalLines = (t: Text, { contact, portal }: ContactSavedData): KnownBlock[] => {
  const words = t.contact.form.saved
  const { mirrored } = contact
  if (mirrored?.current)
    return [context(mrkdwn`${words.mirrored} ${person(mirrored.by.userId)}, ${t.format.dateTime(mirrored.at)}`)]
  return [section(words.portal), exact(portal.text)]
}

/** A contact was saved: what to look at again, what goes out, and what is left to do in Digdir's portal. */
const render = (t: Text, data: ContactSavedData): Shown => {
  const { contact, added, needed } = data
  const words = t.contact.form.saved
  const title = needed ? t.contact.form.needed.saved : added ? words.added : words.edited
  const verification = { sent: words.verifying, off: words.mailOff, same: words.same }[data.verification]
  const value = contactValue.write({ contact: contact.id })
  return shown({
    id,
    title,
    environment: null,
    close: t.common.close,
    metadata: beneathRef(data.beneath),
    summary: words.body({ name: cut(contact.name, 150), id: contact.id }),
    blocks: [
      section(mrkdwn`:white_check_mark: ${words.body({ name: cut(contact.name, 150), id: contact.id })}`),
      ...(needed ? [section(mrkdwn`*${t.contact.form.needed.on}*`)] : []),
      ...warningLines(t, data.warnings),
      context(verification),
      ...portalLines(t, data),
      ...actionRow(
        // the browser opens it by itself; Slack tells of the click all the same
        button({ id: actions.portal, text: words.open, url: data.portal.url }),
        contact.mirrored?.current
          ? null
          : button({ id: actions.mirrored, text: words.mirror, value: seenRef(contact) }),
        button({ id: actions.show, text: words.show, value }),
        needed ? null : button({ id: actions.list, text: words.list, value: contactsRef(allContacts) }),
      ),
    ],
  })
}

export const contactSaved = { id, actions, render }
