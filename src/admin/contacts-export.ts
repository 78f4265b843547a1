import { parseArgs } from 'node:util'
import type { AuditEntry } from '../domain/audit/types.ts'
import { contactsCsv } from '../domain/contact/contacts-csv.ts'
import type { Contact } from '../domain/contact/types.ts'
import type { Deps } from '../domain/deps.ts'
import { openStore } from '../store/open.ts'
import type { AdminCommand } from './command.ts'
import { importedOrganisation, readOrganisationOption } from './person-options.ts'

type Needs = Pick<Deps, 'store' | 'now'>

const trace = (organisationNumber: string | null, contacts: number): AuditEntry => ({
  action: 'contacts.export',
  outcome: 'done',
  actor: { program: 'admin' },
  organisationNumber,
  environment: null,
  subject: organisationNumber === null ? null : `organisation:${organisationNumber}`,
  changeId: null,
  correlationId: null,
  values: { after: { contacts } },
})

const contactsIn = async ({ store, now }: Needs, organisationNumber: string | null): Promise<Contact[]> => {
  if (organisationNumber !== null) return await store.contactsOf(organisationNumber)
  const all: Contact[] = []
  for (const { organisation, facts } of await store.reachFacts({ since: now() }))
    if (facts.contacts > 0) all.push(...(await store.contactsOf(organisation.number)))
  return all
}

/**
 * Contacts as `contacts import` takes them back, of one organisation or all (null), by organisation number and name. The
 * export is audited before anything leaves. Throws what the store throws.
 */
export const exportContacts = async (needs: Needs, organisationNumber: string | null): Promise<string> => {
  const contacts = await contactsIn(needs, organisationNumber)
  await needs.store.write({ audit: [trace(organisationNumber, contacts.length)] }, async () => null)
  return contactsCsv(contacts)
}

export const contactsExport: AdminCommand = {
  name: 'contacts export',
  usage: 'contacts export [--organisation N]',
  about:
    'writes the notification contacts to standard output, as contacts import takes them (npm run --silent admin -- …); the export is audited',
  async run({ args, say, config }) {
    const { values } = parseArgs({ args, options: { organisation: { type: 'string' } } })
    const number = values.organisation === undefined ? null : readOrganisationOption(values.organisation)
    const store = await openStore(config().databaseUrl)
    try {
      if (number !== null) await importedOrganisation(store, number)
      // `say` ends the last line itself
      say((await exportContacts({ store, now: Date.now }, number)).replace(/\r\n$/, ''))
      return 0
    } finally {
      await store.close()
    }
  },
}
