import { checkRecipient } from '../../src/domain/contact/check-recipient.ts'
import { type InvoiceFault, invoiceFaults, readInvoice } from '../../src/domain/contact/read-invoice.ts'
import { removeInvoice, saveInvoice } from '../../src/domain/contact/save-invoice.ts'
import { settlementYear, THRESHOLD, thresholdPercents } from '../../src/domain/contact/settlement-year.ts'
import type { ClientRef, Invoice, InvoiceOf } from '../../src/domain/contact/types.ts'
import { AppError, isAppError } from '../../src/errors.ts'
import { type Ask, empty, type Reply, route, type Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import { contactBrowser } from '../../views/contact/browser.ts'
import { invoiceEdit } from '../../views/contact/invoice-edit.ts'
import { type InvoiceRef, invoiceChoice, invoiceValue } from '../../views/contact/invoice-values.ts'
import { type InvoicesData, invoices } from '../../views/contact/invoices.ts'
import { sumOf } from '../../views/contact/logins.ts'
import type { Shown } from '../../views/kit/shown.ts'
import { refusedElsewhere } from '../client/acting.ts'
import { onTopOf } from '../client/doors.ts'
import { nothing, viewValues } from '../inputs.ts'
import { openForm, present } from '../present.ts'
import { putIfOpen } from './refresh-beneath.ts'

/** Invoice information of an organisation and its clients, and its logins against the threshold (digdir.md 6.6). */

/** As many clients as a menu holds (slack.md 1.3). */
const mostClients = 100

export const invoicesContent = async (
  ask: Ask<unknown>,
  { store, now }: Services,
  notice?: InvoicesData['notice'],
): Promise<Shown> => {
  const organisation = organisationOf(ask.viewer)
  const year = settlementYear(now())
  const [stored, counts, { rows }] = await Promise.all([
    store.invoicesOf(organisation.number),
    store.loginCounts(organisation.number, year.from, year.to),
    store.registrations({ organisationNumber: organisation.number, environment: 'prod', page: 0, size: mostClients }),
  ])
  const nearly = (THRESHOLD * thresholdPercents[0]) / 100
  return invoices.render(ask.t, {
    organisation,
    invoices: stored,
    clients: rows.map(({ client_id, client_name }) => ({
      environment: 'prod',
      clientId: client_id,
      name: client_name,
    })),
    logins: { year, counts },
    missing: stored.length === 0 && sumOf({ counts }) >= nearly,
    ...(notice && { notice }),
  })
}

/** Whose it is, of the organisation that the person acts for now: the reference's own number is compared and not used. */
const ofMine = async (ask: Ask<unknown>, { store }: Services, client: ClientRef | null): Promise<InvoiceOf> => {
  const organisationNumber = organisationOf(ask.viewer).number
  if (client !== null && !(await store.registration(organisationNumber, client.environment, client.clientId)))
    throw new AppError('not-found', 'no such client of this organisation', { environment: client.environment })
  return { organisationNumber, client }
}

const openEdit = (ask: Ask<unknown>, services: Services, ref: Pick<InvoiceRef, 'organisation' | 'client'>): Reply =>
  openForm(ask, async () => {
    const elsewhere = refusedElsewhere(ask, ref)
    if (elsewhere !== null) return elsewhere.view
    const organisation = organisationOf(ask.viewer)
    const of = await ofMine(ask, services, ref.client)
    const [invoice, registration] = await Promise.all([
      services.store.invoice(of),
      of.client === null
        ? null
        : services.store.registration(organisation.number, of.client.environment, of.client.clientId),
    ])
    return invoiceEdit.render(ask.t, {
      organisation: organisation.number,
      client: of.client,
      version: invoice?.version ?? null,
      name: registration?.client_name ?? organisation.name,
      invoice,
      number: organisation.number,
    })
  })

/** What the register said of the recipient, as faults of the form. */
const recipientFaults = ({ details }: AppError): InvoiceFault[] =>
  (details.fields ?? []).flatMap(({ reason }) => {
    const code = invoiceFaults.find((one) => one === reason)
    return code === undefined ? [] : [{ field: 'invoice_organisation_number', code }]
  })

/** The register was too slow for the answer, or is down: what it says when it does answer is shown where that was. */
const checkSaved = async (ask: Ask<unknown>, services: Services, invoice: Invoice): Promise<void> => {
  const checked = await checkRecipient(services, invoice)
  if (checked === null) return
  // whoever has closed it is told of what they have to do, and of nothing else
  if ('code' in checked) await ask.show(await invoicesContent(ask, services, { ruledOut: checked.code }))
  else if (ask.view !== null)
    await putIfOpen(ask, services, ask.view.id, async () => (await invoicesContent(ask, services, 'saved')).view)
}

const submitted = async (ask: Ask<unknown>, services: Services): Promise<Reply> => {
  const ref = invoiceEdit.metadata.read(ask.view?.metadata ?? '')
  if (ref === null) throw new AppError('stale-view', 'the form is of another version')
  const elsewhere = refusedElsewhere(ask, ref)
  if (elsewhere !== null) return onTopOf(ask, elsewhere)
  const values = invoiceEdit.read(ask.view?.values ?? {})
  const typed = readInvoice({
    organisationNumber: values.invoice_organisation_number,
    address: values.invoice_address,
    reference: values.invoice_reference,
    email: values.invoice_email,
  })
  if (!typed.ok) return { now: { kind: 'errors', errors: invoiceEdit.errors(ask.t, typed.faults) } }
  const of = await ofMine(ask, services, ref.client)
  const asked = { of, content: typed.content, expected: ref.version, once: ask.once }
  let saved: Invoice
  try {
    saved = await saveInvoice(services, ask.viewer.user, asked)
  } catch (error) {
    if (isAppError(error, 'bad-input'))
      return { now: { kind: 'errors', errors: invoiceEdit.errors(ask.t, recipientFaults(error)) } }
    if (!isAppError(error, 'changed-meanwhile')) throw error
    // on top of the form, which keeps what was typed
    return onTopOf(ask, await invoicesContent(ask, services, 'meanwhile'))
  }
  return {
    now: { kind: 'update', view: (await invoicesContent(ask, services, 'saved')).view },
    ...(saved.invoiceName === null && { later: () => checkSaved(ask, services, saved) }),
  }
}

const remove = async (
  ask: Ask<unknown>,
  services: Services,
  invoice: Invoice | null,
  { version }: InvoiceRef,
): Promise<'removed' | 'meanwhile'> => {
  // gone already: a second click
  if (invoice === null) return 'removed'
  if (invoice.version !== version) return 'meanwhile'
  try {
    await removeInvoice(services, ask.viewer.user, { invoice, once: ask.once })
    return 'removed'
  } catch (error) {
    if (!isAppError(error, 'changed-meanwhile')) throw error
    return 'meanwhile'
  }
}

const removed = (ask: Ask<unknown>, services: Services, ref: InvoiceRef): Reply => ({
  now: empty,
  later: async () => {
    const elsewhere = refusedElsewhere(ask, ref)
    if (elsewhere !== null) return void (await ask.show(elsewhere))
    const invoice = await services.store.invoice(await ofMine(ask, services, ref.client))
    const notice = await remove(ask, services, invoice, ref)
    await ask.show(await invoicesContent(ask, services, notice))
  },
})

export const routes = [
  route({
    kind: 'command',
    id: 'contacts invoice',
    may: 'contact.read',
    effect: 'read',
    input: nothing,
    run: async (ask, services) => present(ask, () => invoicesContent(ask, services)),
  }),
  route({
    kind: 'action',
    id: contactBrowser.actions.invoice,
    may: 'contact.read',
    effect: 'read',
    input: nothing,
    run: async (ask, services) => present(ask, () => invoicesContent(ask, services)),
  }),
  route({
    kind: 'action',
    id: invoices.actions.edit,
    may: 'invoice.change',
    effect: 'read',
    input: invoiceValue.input,
    run: async (ask, services) => openEdit(ask, services, ask.input),
  }),
  route({
    kind: 'action',
    id: invoices.actions.forClient,
    may: 'invoice.change',
    effect: 'read',
    input: invoiceChoice.input,
    run: async (ask, services) => {
      const { organisation, ...client } = ask.input
      return openEdit(ask, services, { organisation, client })
    },
  }),
  route({
    kind: 'action',
    id: invoices.actions.remove,
    may: 'invoice.change',
    effect: 'change',
    input: invoiceValue.input,
    run: async (ask, services) => removed(ask, services, ask.input),
  }),
  route({
    kind: 'submit',
    id: invoiceEdit.id,
    may: 'invoice.change',
    effect: 'change',
    input: viewValues,
    run: submitted,
  }),
]
