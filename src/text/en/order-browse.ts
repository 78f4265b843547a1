import { formatsFor, pluralsFor } from '../format.ts'
import type { orderBrowse as nb } from '../nb/order-browse.ts'

const plural = pluralsFor('en')
const { number, date, time } = formatsFor('en')

const orders = (count: number) => `${number(count)} ${plural(count, { one: 'order', other: 'orders' })}`

/** Words of the list of orders, the browser, and the orders on Home. */
export const orderBrowse: typeof nb = {
  title: 'Test access',
  intro: 'Orders of access to read from the Register of Beneficial Owners at the Brønnøysund Register Centre.',
  submit: 'Search',
  form: {
    whose: {
      label: 'Whose',
      options: {
        mine: { label: 'Mine' },
        organisation: { label: 'My organisation’s' },
        all: { label: 'All organisations’' },
      },
    },
    state: {
      label: 'How far they came',
      options: {
        open: { label: 'Not finished' },
        ended: { label: 'Finished, refused and cancelled' },
        all: { label: 'All' },
      },
    },
    turn: {
      label: 'Whom they wait for',
      options: {
        any: { label: 'Anybody' },
        orderer: { label: 'Whoever ordered' },
        brreg: { label: 'The Brønnøysund Register Centre' },
        customer: { label: 'The customer' },
      },
    },
    search: { label: 'Search', placeholder: 'ORD number, name or organisation number' },
  },
  count: ({ count }) => orders(count),
  filters: {
    whose: { mine: 'mine', organisation: 'my organisation’s', all: 'all organisations’' },
    state: { open: 'not finished', ended: 'finished, refused and cancelled', all: 'finished or not' },
    turn: {
      orderer: 'waiting for whoever ordered',
      brreg: 'waiting for the Brønnøysund Register Centre',
      customer: 'waiting for the customer',
    },
    text: ({ text }) => `search: “${text}”`,
  },
  none: 'You have no orders yet.',
  noneMatching: 'No orders match this. Choose something else above, or search for something else.',
  row: {
    turn: ({ turn }) => `now: ${turn}`,
    since: ({ at }) => `since ${date(at)}`,
    customer: ({ name }) => `customer: ${name}`,
  },
  show: 'Show',
  list: 'All orders',
  new: 'New order',
  code: 'I have a code',
  consents: 'Who sees our answer',
  export: 'Download as CSV',
  exported: {
    title: 'Download orders',
    organisation: ({ organisation }) =>
      `The orders of ${organisation} are on a page where you can download them as CSV.`,
    all: 'The orders of all organisations are on a page where you can download them as CSV.',
    personal: 'The file holds companies, states and who ordered, but no mails, phone numbers or notes.',
    until: ({ at }) => `The link is for you only, and works until ${time(at)}.`,
    open: 'Open the page',
    off: 'Portvakt has no web address (PUBLIC_URL), so the file can’t be downloaded from here. Whoever runs Portvakt can export it.',
  },
  home: {
    heading: 'Test access',
    none: 'No orders are under way.',
    open: ({ count }) => `${orders(count)} under way`,
    yours: ({ count }) => `${number(count)} ${plural(count, { one: 'waits', other: 'wait' })} for you`,
    show: 'See the orders',
    new: 'Order test access',
    code: 'I have a code',
  },
}
