import type { Text } from '../../src/text/index.ts'
import { chosenName } from '../kit/chosen-name.ts'
import type { Told } from './told.ts'
import { toldDoors } from './told-doors.ts'
import { type ToldTo, toldClosing } from './told-shared.ts'

/** Tells an organisation's other contacts that one of them left by their own wish; `name` as it was typed. */
export const toldLeft = (t: Text, data: ToldTo & { name: string }): Told => {
  const words = t.contact.mail.left
  const who = { name: chosenName(data.name) ?? t.contact.mail.common.somebody, organisation: data.organisation.name }
  return {
    subject: words.subject(who),
    heading: words.subject(who),
    paragraphs: [
      words.what(who),
      { what: words.list, command: '/contacts list' },
      { what: words.add, command: '/contacts add' },
      words.portal,
    ],
    button: null,
    closing: toldClosing(t, data),
    doors: [toldDoors.to(t, 'contacts', { organisation: data.organisation.number })],
  }
}
