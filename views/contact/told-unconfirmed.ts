import type { Contact } from '../../src/domain/contact/types.ts'
import type { Text } from '../../src/text/index.ts'
import type { Told } from './told.ts'
import { toldDoors } from './told-doors.ts'
import { type ToldTo, toldClosing, toldName } from './told-shared.ts'

const mostNamed = 10

/** Asks all who read an organisation's channel to look at contacts whom nobody has confirmed for half a year. */
export const toldUnconfirmed = (t: Text, data: ToldTo & { contacts: readonly Contact[] }): Told => {
  const { contacts, organisation } = data
  const words = t.contact.told.unconfirmed
  const count = contacts.length
  const named = contacts.slice(0, mostNamed).map((contact) => {
    const name = toldName(contact)
    return name === contact.id ? name : `${name} (${contact.id})`
  })
  const subject = words.subject({ organisation: organisation.name, count })
  return {
    subject,
    heading: subject,
    paragraphs: [
      words.what({ count }),
      { list: count > mostNamed ? [...named, words.more({ count: count - mostNamed })] : named },
      words.why,
      { what: words.confirm, command: '/contacts confirm' },
    ],
    button: null,
    closing: [words.mailed, ...toldClosing(t, data)],
    doors: [toldDoors.to(t, 'confirm', { organisation: organisation.number })],
  }
}
