import type { ContactReads, ContactWrites } from '../domain/contact/store.ts'
import { reachFacts } from './contacts-reach.ts'
import { contactRows } from './contacts-read.ts'
import { searchContacts } from './contacts-search.ts'
import { contactTraceReads, contactTraceWrites } from './contacts-traces.ts'
import { contactRowWrites } from './contacts-write.ts'
import type { Ground, Tx } from './engine.ts'
import { invoiceReads, invoiceWrites } from './invoices.ts'
import { loginCountReads, loginCountWrites } from './login-counts.ts'

/** Questions about who is told, invoice information, and logins that count. */
export const contactReads = (ground: Ground): ContactReads => ({
  ...contactRows(ground),
  contacts: searchContacts(ground),
  reachFacts: reachFacts(ground),
  ...contactTraceReads(ground),
  ...invoiceReads(ground),
  ...loginCountReads(ground),
})

/** Effects on the same. */
export const contactWrites = (tx: Tx): ContactWrites => ({
  ...contactRowWrites(tx),
  ...contactTraceWrites(tx),
  ...invoiceWrites(tx),
  ...loginCountWrites(tx),
})
