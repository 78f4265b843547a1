import type { ReadingAs } from '../../src/domain/contact/readers.ts'
import type { Text } from '../../src/text/index.ts'
import { chosenName } from '../kit/chosen-name.ts'
import type { MailPart } from '../kit/mail-parts.ts'
import type { Told } from './told.ts'
import { toldDoors } from './told-doors.ts'
import type { ToldTo } from './told-shared.ts'

export type ToldNobodyLeftData = Pick<ToldTo, 'organisation'> & {
  /** who was the last, as it was typed */
  name: string
  /** whether nobody is registered any more, or those who are can't be reached */
  how: 'left' | 'unreachable'
  reader: ReadingAs
}

/** Where whoever looks for somebody to talk to finds an organisation. */
const registerPage = (number: string): string => `https://virksomhet.brreg.no/nb/oppslag/enheter/${number}`

/** Whoever belongs there adds contacts; the service desk has to find somebody first. */
const nextSteps = (t: Text, { organisation, reader }: ToldNobodyLeftData): MailPart[] => {
  const { list, add } = t.contact.mail.nobodyLeft
  if (reader !== 'desk')
    return [
      { what: list, command: '/contacts list' },
      { what: add, command: '/contacts add' },
    ]
  const words = t.contact.told.desk
  return [
    words.alone({ organisation: organisation.name }),
    words.find,
    { link: { label: words.register, url: registerPage(organisation.number) } },
    { what: words.name, command: '/portvakt admin' },
    { what: words.import, command: 'npm run admin -- contacts import FILE.csv' },
  ]
}

/** Tells an organisation's admin, its channel or the service desk that no contact of it can be told of anything. */
export const toldNobodyLeft = (t: Text, data: ToldNobodyLeftData): Told => {
  const { organisation, how, reader } = data
  const words = t.contact.mail.nobodyLeft
  const named = { organisation: organisation.name }
  const closing = { admin: words.you, channel: t.contact.told.channel(named), desk: t.contact.told.desk.you }
  const door = reader === 'desk' ? 'organisation' : 'contacts'
  return {
    subject: words.subject[how](named),
    heading: words.subject[how](named),
    paragraphs: [
      words.what[how]({ name: chosenName(data.name) ?? t.contact.mail.common.somebody }),
      words.cost(named),
      ...nextSteps(t, data),
    ],
    button: null,
    closing: [closing[reader]],
    doors: [toldDoors.to(t, door, { organisation: organisation.number })],
  }
}
