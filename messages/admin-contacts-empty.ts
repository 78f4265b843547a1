import { z } from 'zod'
import type { Contact } from '../src/domain/contact/types.ts'
import { textFor } from '../src/text/index.ts'
import { toldInSlack } from '../views/contact/told.ts'
import { toldNobodyLeft } from '../views/contact/told-nobody-left.ts'
import { toldByMail } from '../views/mail/told.ts'
import type { MessageKind } from './message.ts'

const works = ({ bounce, accountGoneAt }: Contact): boolean => bounce === null && accountGoneAt === null

/** Tells an organisation's admin that no contact of it can be reached; not once one can again. */
export const adminContactsEmpty: MessageKind<{ organisationNumber: string; name: string }> = {
  kind: 'admin-contacts-empty',
  data: z.object({ organisationNumber: z.string(), name: z.string() }),
  async compose({ store, serviceDeskMail }, { channel, language }, { organisationNumber, name }) {
    const organisation = await store.organisation(organisationNumber)
    if (organisation === null) return { suppress: 'organisation-gone' }
    const contacts = await store.contactsOf(organisationNumber)
    if (contacts.some(works)) return { suppress: 'mended-since' }
    const t = textFor(language)
    const told = toldNobodyLeft(t, { organisation, name, how: contacts.length === 0 ? 'left' : 'unreachable' })
    if (channel === 'slack') return { slack: toldInSlack(told) }
    const facts = { organisation: organisation.name, serviceDesk: serviceDeskMail, toContact: false }
    return { mail: toldByMail(t, told, facts) }
  },
}
