import type { Contact } from '../../src/domain/contact/types.ts'
import type { Text } from '../../src/text/index.ts'
import type { Told } from './told.ts'
import { toldDoors } from './told-doors.ts'
import { type ToldTo, toldClosing, toldName } from './told-shared.ts'

export type ToldBouncedData = ToldTo & { about: Contact; bounce: NonNullable<Contact['bounce']> }

/** Asks an organisation's other contacts to mend an address that mail comes back from. */
export const toldBounced = (t: Text, data: ToldBouncedData): Told => {
  const { about, bounce, organisation } = data
  const words = t.contact.mail.bounced
  const name = toldName(about)
  const reason = t.contact.browse.bounceReasons[bounce.reason]
  return {
    subject: words.subject({ name }),
    heading: words.subject({ name }),
    paragraphs: [
      words.what({ name, organisation: organisation.name, you: data.reader === 'contact' }),
      {
        facts: [
          { label: words.facts.who, value: name === about.id ? name : `${name} (${about.id})` },
          // all who are in a channel read it; whoever belongs there finds the address behind the button
          ...(data.reader === 'channel' ? [] : [{ label: words.facts.email, value: about.email }]),
          { label: words.facts.at, value: t.format.dateTime(bounce.at) },
          {
            label: words.facts.reason,
            value: bounce.code === null ? reason : words.coded({ reason, code: bounce.code }),
          },
        ],
      },
      words.cost,
      { what: words.edit, command: `/contacts edit ${about.id}` },
      { what: words.remove, command: `/contacts remove ${about.id}` },
    ],
    button: null,
    closing: toldClosing(t, data),
    doors: [toldDoors.contact(t, { organisation: organisation.number, contact: about.id })],
  }
}
