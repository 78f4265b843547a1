import type { KnownBlock, StaticSelect } from '@slack/types'
import type { Organisation } from '../../src/domain/belonging/types.ts'
import type { InvoiceCode } from '../../src/domain/contact/read-invoice.ts'
import type { ClientRef, Invoice } from '../../src/domain/contact/types.ts'
import { cut } from '../../src/text/format.ts'
import type { Text } from '../../src/text/index.ts'
import { actions as actionRow, button, context, divider, plain, section } from '../kit/blocks.ts'
import { limits } from '../kit/limits.ts'
import { modal } from '../kit/modal.ts'
import { bold, inCode, mailLink, mrkdwn, named, person, stacked, type Words } from '../kit/mrkdwn.ts'
import { message, type Shown } from '../kit/shown.ts'
import { type InvoiceRef, invoiceChoice, invoiceValue } from './invoice-values.ts'
import { type LoginsData, loginBlocks } from './logins.ts'

const id = 'invoices'
const actions = {
  edit: 'invoices.edit',
  remove: 'invoices.remove',
  forClient: 'invoices.for-client',
} as const

/** A client that invoice information can be for. */
export type InvoiceClient = ClientRef & { name: string }

export type InvoicesData = {
  organisation: Pick<Organisation, 'number' | 'name'>
  /** the organisation's own first */
  invoices: readonly Invoice[]
  /** active ones in production */
  clients: readonly InvoiceClient[]
  logins: LoginsData
  /** invoice information is needed and not there */
  missing: boolean
  /** what was just done; or why the register, which answered later, does not take the recipient */
  notice?: 'saved' | 'removed' | 'meanwhile' | { ruledOut: InvoiceCode }
}

const refOf = ({ organisationNumber, client, version }: Invoice): string =>
  invoiceValue.write({ organisation: organisationNumber, client, version })

const whoChanged = (t: Text, updatedBy: string): Words => {
  const [kind, , userId] = updatedBy.split(':')
  return kind === 'person' && userId ? person(userId) : t.contact.invoice.byProgram
}

const nameOf = ({ client }: Invoice, { organisation, clients }: InvoicesData): string =>
  client === null
    ? organisation.name
    : (clients.find(({ clientId }) => clientId === client.clientId)?.name ?? client.clientId)

const invoiceBlocks = (t: Text, data: InvoicesData, invoice: Invoice): KnownBlock[] => {
  const words = t.contact.invoice
  const name = nameOf(invoice, data)
  const { invoiceOrganisationNumber, invoiceName } = invoice
  const recipient = mrkdwn`${invoiceName ?? words.unverified} ${inCode(invoiceOrganisationNumber)}`
  return [
    divider,
    section(bold(cut(invoice.client === null ? words.ofOrganisation({ name }) : words.ofClient({ name }), 300))),
    section(
      stacked([
        named(words.recipient, recipient),
        named(words.address, invoice.address),
        named(words.reference, invoice.reference),
        ...(invoice.email === null ? [] : [named(words.email, mailLink(invoice.email))]),
      ]),
    ),
    context(mrkdwn`${words.updated({ at: invoice.updatedAt })} ${whoChanged(t, invoice.updatedBy)}`),
    ...actionRow(
      button({ id: actions.edit, text: words.edit, value: refOf(invoice) }),
      button({
        id: actions.remove,
        text: words.remove,
        value: refOf(invoice),
        style: 'danger',
        confirm: { ...words.removeSure, danger: true },
      }),
    ),
  ]
}

/** Clients of which there is nothing yet; none when there are none. */
const clientMenu = (t: Text, { organisation, invoices, clients }: InvoicesData): StaticSelect | null => {
  const taken = new Set(invoices.map(({ client }) => client?.clientId))
  const free = clients.filter(({ clientId }) => !taken.has(clientId)).slice(0, limits.optionsPerGroup)
  if (free.length === 0) return null
  return {
    type: 'static_select',
    action_id: actions.forClient,
    placeholder: plain(t.contact.invoice.forClient, limits.placeholder),
    options: free.map(({ name, environment, clientId }) => ({
      text: plain(name, limits.optionText),
      value: invoiceChoice.write({ organisation: organisation.number, environment, clientId }),
    })),
  }
}

/** More than these do not fit beside the rest within Slack's 50 blocks. */
const most = 8

const noticed = (t: Text, notice: InvoicesData['notice']): KnownBlock[] => {
  if (notice === undefined) return []
  const words = t.contact.invoice
  if (typeof notice === 'object')
    return [section(mrkdwn`:warning: *${words.ruledOut({ why: words.faults[notice.ruledOut] })}*`)]
  const mark = notice === 'meanwhile' ? ':warning:' : ':white_check_mark:'
  return [section(mrkdwn`${{ mrkdwn: mark }} ${words[notice]}`)]
}

const blocksOf = (t: Text, data: InvoicesData, how: 'chart' | 'text'): KnownBlock[] => {
  const words = t.contact.invoice
  const { organisation, invoices, notice } = data
  const own = invoices.some(({ client }) => client === null)
  const add: InvoiceRef = { organisation: organisation.number, client: null, version: null }
  const menu = clientMenu(t, data)
  return [
    ...noticed(t, notice),
    section(words.intro),
    ...(data.missing ? [section(mrkdwn`:warning: *${words.logins.missing}*`)] : []),
    ...loginBlocks(t, data.logins, how),
    ...(invoices.length === 0 ? [divider, section(words.none)] : []),
    ...invoices.slice(0, most).flatMap((invoice) => invoiceBlocks(t, data, invoice)),
    divider,
    ...actionRow(
      own ? null : button({ id: actions.edit, text: words.add, value: invoiceValue.write(add), style: 'primary' }),
      menu,
    ),
    context(words.portal),
  ]
}

/** An organisation's invoice information, and its logins this settlement year against the threshold. */
const render = (t: Text, data: InvoicesData): Shown => {
  const { title } = t.contact.invoice
  return {
    view: modal({ id, title, environment: null, close: t.common.close, blocks: blocksOf(t, data, 'text') }),
    message: message({ title, environment: null, blocks: blocksOf(t, data, 'chart') }),
  }
}

export const invoices = { id, actions, render }
