import type { Contact } from '../../src/domain/contact/types.ts'
import type { Text } from '../../src/text/index.ts'
import type { Told } from './told.ts'
import { toldDoors } from './told-doors.ts'
import { type ToldTo, toldClosing, toldName } from './told-shared.ts'

/** Asks the others about a contact whose Slack account was deactivated (`goneAt`, epoch ms). */
export const toldAccountGone = (t: Text, data: ToldTo & { about: Contact; goneAt: number }): Told => {
  const { about, goneAt, organisation } = data
  const words = t.contact.mail.accountGone
  const who = { name: toldName(about), organisation: organisation.name }
  return {
    subject: words.subject(who),
    heading: words.subject(who),
    paragraphs: [
      words.what({ ...who, on: t.format.date(goneAt), you: data.reader === 'contact' }),
      ...(data.reader === 'channel' ? [words.stillThere] : [words.still({ email: about.email })]),
      { what: words.remove, command: `/contacts remove ${about.id}` },
      { what: words.edit, command: `/contacts edit ${about.id}` },
      { what: words.confirm, command: '/contacts confirm' },
    ],
    button: null,
    closing: toldClosing(t, data),
    doors: [toldDoors.contact(t, { organisation: organisation.number, contact: about.id })],
  }
}
