import { orderEvents } from './machine.ts'

/** Every word that a line of an order's history may have: what moves it, and what else was done with it. */
export const historyEvents = [
  ...orderEvents,
  'draft',
  'edit',
  'transfer',
  'code',
  'consent',
  'consent-withdrawn',
  'correct',
  'production-delegated',
  'production-in-use',
  'production-revoked',
] as const
export type HistoryEvent = (typeof historyEvents)[number]
