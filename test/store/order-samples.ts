import type { Store } from '../../src/domain/deps.ts'
import type { NewOrder, OrderPatch } from '../../src/domain/order/store.ts'
import type {
  DirectContent,
  ExistingContent,
  FictionalContent,
  Order,
  OrderFacts,
  OrderMail,
} from '../../src/domain/order/types.ts'
import { effect, org, user } from './samples.ts'

/** Companies with numbers that pass the check; nobody's. */
export const supplier = { number: org, name: 'Ærlig Øl & Åre AS', verified: true }
export const customer = { number: '310000019', name: 'Čáhci Servodat SA', verified: false }

const contactOf = (name: string, email: string) => ({ name, email, phone: '+4740000000' })
const kari = contactOf('Kari Nordmann', 'kari@etat.no')

export const direct = (over: Partial<DirectContent> = {}): DirectContent => ({
  kind: 'direct',
  organisation: supplier,
  testContact: kari,
  productionContact: contactOf('Ola Nordmann', 'ola@etat.no'),
  legalBasis: { basis: 'rapporteringspliktig', letter: 'd', text: null },
  remark: 'Vi trenger bare test.',
  ...over,
})

export const fictional = (over: Partial<FictionalContent> = {}): FictionalContent => ({
  kind: 'fictional',
  supplier,
  supplierContact: kari,
  remark: '',
  ...over,
})

export const existing = (over: Partial<ExistingContent> = {}): ExistingContent => ({
  kind: 'existing',
  supplier,
  supplierContact: kari,
  customer,
  customerContact: contactOf('Máret', 'maret@kunde.no'),
  remark: '',
  ...over,
})

export const noFacts: OrderFacts = {
  acknowledged: null,
  scope: null,
  granted: {},
  fictionalUnit: null,
  proof: null,
  production: 'none',
  clientId: null,
  refusedWith: null,
  tokenAt: {},
}

/** Everything that can become known. */
export const allFacts: OrderFacts = {
  acknowledged: { by: user, at: 3, companies: [{ number: org, name: 'Ærlig Øl & Åre AS' }] },
  scope: 'media',
  granted: { test: 4, prod: 5 },
  fictionalUnit: { number: '310000027', name: 'FALSK TIGER AS' },
  proof: {
    how: 'said',
    confirmedOn: '2026-12-31',
    scope: null,
    environments: ['test'],
    orderId: 'ORD-7',
    by: user,
    at: 6,
  },
  production: 'revoked',
  clientId: 'c1',
  refusedWith: 'MP-251',
  tokenAt: { test: 7 },
}

export const anOrder = (over: Partial<NewOrder> = {}): NewOrder => {
  const { content = fictional() } = over
  return {
    organisationNumber: org,
    kind: content.kind,
    state: 'draft',
    turn: 'orderer',
    facts: noFacts,
    orderer: user,
    ordererEmail: 'kari@etat.no',
    language: 'nb',
    ...over,
    content,
  }
}

export const line = { event: 'draft', actor: 'person:T01:U01', note: 'Kari skrev' }

export const addOrder = (store: Store, over: Partial<NewOrder> = {}): Promise<Order> =>
  effect(store, (tx) => tx.addOrder(anOrder(over), line))

/** Moves the order as it was read; the next word of its history is `send` where none is given. */
export const moveOrder = (
  store: Store,
  { id, version }: Pick<Order, 'id' | 'version'>,
  patch: OrderPatch,
  event: typeof line | null = { ...line, event: 'send' },
): Promise<Order | null> => effect(store, (tx) => tx.moveOrder(id, version, patch, event))

export const aMail = (over: Partial<OrderMail> = {}): Omit<OrderMail, 'createdAt'> => ({
  id: 'm1',
  orderId: 'ORD-1',
  purpose: 'order',
  subject: 'Bestilling',
  text: 'Hei,\n\nKari Nordmann\n',
  to: 'opendata@brreg.example',
  replyTo: 'kari@etat.no',
  follows: null,
  ...over,
})

export const addMail = (store: Store, over: Partial<OrderMail> = {}): Promise<void> =>
  effect(store, (tx) => tx.addOrderMail(aMail(over)))

export const idsOf = (orders: readonly { id: string }[]): string[] => orders.map(({ id }) => id)
