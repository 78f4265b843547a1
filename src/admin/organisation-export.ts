import type { AuditEntry } from '../domain/audit/types.ts'
import type { PersonEntry } from '../domain/belonging/store.ts'
import { environments } from '../domain/client/types.ts'
import { settlementYear } from '../domain/contact/settlement-year.ts'
import type { Deps, Kept } from '../domain/deps.ts'
import { openStore } from '../store/open.ts'
import { type AdminCommand, UsageError } from './command.ts'
import { importedOrganisation, readOrganisationOption } from './person-options.ts'

type Needs = Pick<Deps, 'store' | 'now'>

const pageSize = 500

/** Every page of a list, one after the other. */
const allOf = async <T>(page: (at: number) => Promise<{ rows: T[] }>): Promise<T[]> => {
  const all: T[] = []
  for (let at = 0; ; at += 1) {
    const { rows } = await page(at)
    all.push(...rows)
    if (rows.length < pageSize) return all
  }
}

const personRow = ({ user, name, email, kind, membership, clearedUntil }: PersonEntry) => ({
  ...user,
  name,
  email,
  kind,
  membership,
  clearedUntil,
})

/** Of each environment, clients by name, with their owners; what else there is of them stands in Digdir's portal. */
const clientsOf = async ({ store }: Needs, organisationNumber: string) => {
  const lists = environments.map(async (environment) => {
    const rows = await allOf((page) =>
      store.registrations({ organisationNumber, environment, inactive: true, page, size: pageSize }),
    )
    const of = rows.map(async ({ client_id, client_name, integration_type, active }) => ({
      environment,
      clientId: client_id,
      name: client_name,
      integrationType: integration_type,
      active,
      owners: await store.owners(organisationNumber, environment, client_id),
    }))
    return await Promise.all(of)
  })
  return (await Promise.all(lists)).flat()
}

/** Orders with their history and mails; of an order that was anonymised, what is left. */
const ordersOf = async ({ store }: Needs, organisationNumber: string) => {
  const orders = await allOf((page) => store.orders({ organisationNumber, page, size: pageSize }))
  const of = orders.map(async (order) => ({
    ...order,
    events: await store.orderEvents(order.id),
    mails: await store.orderMails(order.id),
  }))
  return await Promise.all(of)
}

/** More than anybody was sent in thirteen months; older ones are forgotten. */
const mostDeliveries = 1_000_000

/**
 * All that is stored of one organisation, for whoever asks what is kept of them (GDPR articles 15 and 20). Instants are
 * epoch ms. No hash, key or secret; the audit is exported by a command of its own. Throws what the store throws.
 */
export const organisationDocument = async (needs: Needs, number: string) => {
  const { store, now } = needs
  const details = await store.organisationDetails(number)
  const [people, contacts, invoices, logins, toldOfLogins, clients, orders, consents, deliveries] = await Promise.all([
    allOf((page) => store.peopleOf({ organisationNumber: number, page, size: pageSize })),
    store.contactsOf(number),
    store.invoicesOf(number),
    // months compare as text
    store.loginCounts(number, '0000-01', '9999-12'),
    store.thresholdNotices(number, settlementYear(now()).year),
    clientsOf(needs, number),
    ordersOf(needs, number),
    // to suppliers, as their customer
    store.consentsOf(number),
    store.deliveriesOf(number, mostDeliveries),
  ])
  return {
    exportedAt: now(),
    organisation: details,
    people: people.map(personRow),
    contacts,
    invoices,
    logins,
    toldOfLogins,
    clients,
    orders,
    consents,
    deliveries,
  }
}

const trace = (organisationNumber: string, values: Kept): AuditEntry => ({
  action: 'organisation.export',
  outcome: 'done',
  actor: { program: 'admin' },
  organisationNumber,
  environment: null,
  subject: `organisation:${organisationNumber}`,
  changeId: null,
  correlationId: null,
  values: { after: values },
})

export const organisationsExport: AdminCommand = {
  name: 'organisations export',
  usage: 'organisations export N',
  about:
    'writes all that is stored of one organisation to standard output, as one JSON document (npm run --silent admin -- …): people, contacts, invoice information, logins, clients by name, orders with their mails, and what was sent; its audit: audit export --organisation N',
  async run({ args, say, config }) {
    const [typed, ...more] = args
    if (typed === undefined || more.length > 0) throw new UsageError('name one organisation: organisations export N')
    const number = readOrganisationOption(typed)
    const store = await openStore(config().databaseUrl)
    try {
      await importedOrganisation(store, number)
      const document = await organisationDocument({ store, now: Date.now }, number)
      const { people, contacts, orders, deliveries } = document
      const counts = {
        people: people.length,
        contacts: contacts.length,
        orders: orders.length,
        deliveries: deliveries.length,
      }
      // before the first byte leaves
      await store.write({ audit: [trace(number, counts)] }, async () => null)
      say(JSON.stringify(document, null, 2))
      return 0
    } finally {
      await store.close()
    }
  },
}
