import type { Contact } from '../../src/domain/contact/types.ts'
import type { Text } from '../../src/text/index.ts'
import type { Told } from './told.ts'
import { type ToldClient, type ToldTo, toldFacts } from './told-shared.ts'

export type ToldStillRightData = Omit<ToldTo, 'manageUrl'> & {
  contact: Contact
  clients: readonly ToldClient[]
  manageUrl: string
}

/** Asks twice a year whether what is registered is still right; one button answers. */
export const toldStillRight = (t: Text, { contact, clients, organisation, manageUrl }: ToldStillRightData): Told => {
  const words = t.contact.mail.stillRight
  return {
    subject: words.subject({ organisation: organisation.name }),
    heading: words.heading,
    paragraphs: [words.why({ organisation: organisation.name }), toldFacts(t, contact, clients), words.page],
    button: { label: words.button, url: manageUrl },
    closing: [words.otherwise],
  }
}
