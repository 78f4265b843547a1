import { z } from 'zod'
import { type ReadingAs, readingAs } from '../src/domain/contact/readers.ts'
import type { Contact } from '../src/domain/contact/types.ts'
import { textFor } from '../src/text/index.ts'
import { toldNobodyLeft } from '../views/contact/told-nobody-left.ts'
import { toPlace } from './contact-row.ts'
import type { MessageKind } from './message.ts'

const works = ({ bounce, accountGoneAt }: Contact): boolean => bounce === null && accountGoneAt === null

/** Tells an organisation's admin, its channel or the service desk that no contact can be reached; not once one can again. */
export const adminContactsEmpty: MessageKind<{ organisationNumber: string; as: ReadingAs; name: string }> = {
  kind: 'admin-contacts-empty',
  // rows of releases before there were others than admins say nothing of who reads them
  data: z.object({ organisationNumber: z.string(), as: z.enum(readingAs).default('admin'), name: z.string() }),
  async compose(deps, delivery, { organisationNumber, as, name }) {
    const { store } = deps
    const organisation = await store.organisationDetails(organisationNumber)
    if (organisation === null) return { suppress: 'organisation-gone' }
    const contacts = await store.contactsOf(organisationNumber)
    if (contacts.some(works)) return { suppress: 'mended-since' }
    const how = contacts.length === 0 ? 'left' : 'unreachable'
    const told = toldNobodyLeft(textFor(delivery.language), { organisation, name, how, reader: as })
    return await toPlace(deps, delivery, { organisation, as }, told)
  },
}
