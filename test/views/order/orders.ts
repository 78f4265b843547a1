import type { RegisterUnit } from '../../../src/domain/belonging/register-unit.ts'
import { turnOf } from '../../../src/domain/order/machine.ts'
import type {
  DirectContent,
  ExistingContent,
  FictionalContent,
  Order,
  OrderContent,
  OrderFacts,
  OrderKind,
  OrderState,
} from '../../../src/domain/order/types.ts'
import { nasty } from '../nasty.ts'

export const now = Date.parse('2026-11-24T13:32:00Z')
export const kari = { teamId: 'T0', userId: 'U0KARI' }

const supplier = { number: '999900028', name: 'EKSEMPEL SYSTEMLEVERANDØR AS', verified: true }
const customer = { number: '310000019', name: 'KYSTVERDI KOMMUNE', verified: true }
const vigdis = { name: 'Vigdis Tangen', email: 'vigdis@eksempel.example', phone: '+4740000000' }
const fjellvag = { name: 'Kari Fjellvåg', email: 'kari.fjellvag@kystverdi.example', phone: '+4722000000' }

const direct: DirectContent = {
  kind: 'direct',
  organisation: customer,
  testContact: fjellvag,
  productionContact: fjellvag,
  legalBasis: { basis: 'rapporteringspliktig', letter: 'a', text: null },
  remark: '',
}
const fictional: FictionalContent = {
  kind: 'fictional',
  supplier,
  supplierContact: vigdis,
  remark: 'Vi starter i uke 50.',
}
const existing: ExistingContent = {
  kind: 'existing',
  supplier,
  supplierContact: vigdis,
  customer,
  customerContact: fjellvag,
  remark: '',
}
export const contents = { direct, fictional, existing }

const worst = { number: '999999999', name: nasty.name.slice(0, 180), verified: false }
const worstContact = { name: nasty.name.slice(0, 120), email: `a@${'b'.repeat(200)}.example`, phone: '+4740000000' }
/** Every text as long and as hostile as the rules let it be. */
export const worstContents: Record<OrderKind, OrderContent> = {
  direct: {
    kind: 'direct',
    organisation: worst,
    testContact: worstContact,
    productionContact: worstContact,
    legalBasis: { basis: 'other', letter: null, text: nasty.long.slice(0, 500) },
    remark: nasty.long.slice(0, 1000),
  },
  fictional: { kind: 'fictional', supplier: worst, supplierContact: worstContact, remark: nasty.long.slice(0, 1000) },
  existing: {
    kind: 'existing',
    supplier: worst,
    supplierContact: worstContact,
    customer: { ...worst, number: '888888888' },
    customerContact: worstContact,
    remark: nasty.long.slice(0, 1000),
  },
}

const noFacts: OrderFacts = {
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

export const proof: NonNullable<OrderFacts['proof']> = {
  how: 'said',
  confirmedOn: '2026-11-12',
  scope: 'rapporteringspliktig',
  environments: ['test', 'prod'],
  orderId: null,
  by: kari,
  at: now,
}

const delivered: readonly OrderState[] = ['ready-to-delegate', 'delegated', 'in-use']

/** What is known of an order by then. */
const factsOf = (kind: OrderKind, state: OrderState): OrderFacts => {
  const token = state === 'in-use' ? { tokenAt: { test: now }, clientId: '7d0c0b1e-5a55-4f2f-9a77-0f4f3f1a2b3c' } : {}
  if (kind === 'direct') {
    const given = state === 'granted' || state === 'in-use'
    return given ? { ...noFacts, scope: 'rapporteringspliktig', granted: { test: now, prod: now }, ...token } : noFacts
  }
  const begun = state !== 'draft' && state !== 'waiting-for-customer' && state !== 'cancelled'
  const facts = { ...noFacts, ...token, ...(kind === 'existing' && begun ? { proof } : {}) }
  if (!delivered.includes(state)) return facts
  const fictionalUnit = { number: '313513408', name: 'FALSK ØDE TIGER AS' }
  return { ...facts, scope: 'rapporteringspliktig', fictionalUnit: kind === 'fictional' ? fictionalUnit : null }
}

/** An order as it is in a state. */
export const order = <K extends OrderKind>(
  kind: K,
  state: OrderState = 'draft',
  over: Partial<Order> = {},
): Order & { kind: K; content: Extract<OrderContent, { kind: K }> } =>
  ({
    id: 'ORD-12',
    organisationNumber: kind === 'direct' ? customer.number : supplier.number,
    content: contents[kind],
    kind,
    state,
    turn: turnOf(kind, state),
    facts: factsOf(kind, state),
    orderer: kari,
    ordererEmail: 'kari.fjellvag@kystverdi.example',
    language: 'nb',
    since: now,
    reminders: 0,
    version: 3,
    createdAt: now,
    updatedAt: now,
    ...over,
  }) as Order & { kind: K; content: Extract<OrderContent, { kind: K }> }

export const unit = (over: Partial<RegisterUnit> = {}): RegisterUnit => ({
  number: customer.number,
  name: customer.name,
  form: 'KOMM',
  formText: 'Kommune',
  municipality: 'Bodø',
  county: 'Nordland',
  state: 'live',
  parent: null,
  kind: 'main',
  ...over,
})
export const units = [unit(), unit({ number: supplier.number, name: supplier.name, formText: 'Aksjeselskap' })]
export const worstUnits = [
  unit({ number: worst.number, name: nasty.name, formText: nasty.name, municipality: nasty.name, state: 'bankrupt' }),
  unit({ number: '888888888', name: nasty.name, state: 'winding-up', municipality: null, county: null }),
]
