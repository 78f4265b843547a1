import type { OrderStep } from '../../domain/order/steps.ts'
import type { OrderKind, OrderState, OrderTurn, RegisterScope } from '../../domain/order/types.ts'

/** What the things of an order are called, wherever they stand. */
export const orderWords = {
  kinds: {
    direct: 'Direkte tilgang',
    fictional: 'Test med fiktiv kunde',
    existing: 'Test med eksisterende kunde',
  } satisfies Record<OrderKind, string>,
  states: {
    draft: 'Kladd, ikke sendt',
    'waiting-for-customer': 'Venter på at kunden får tilgang',
    sent: 'Sendt, venter på svar',
    'send-failed': 'E-posten kom ikke fram',
    'more-info': 'Brønnøysundregistrene vil vite mer',
    granted: 'Tilgangen er gitt',
    'ready-to-delegate': 'Klar til delegering',
    delegated: 'Delegert, mangler token',
    'in-use': 'Ferdig: token er utstedt',
    rejected: 'Avslått',
    withdrawn: 'Trukket tilbake',
    cancelled: 'Avbrutt før den ble sendt',
  } satisfies Record<OrderState, string>,
  /** who has to act, as the end of «nå:» */
  turns: {
    orderer: 'den som bestiller',
    brreg: 'Brønnøysundregistrene',
    customer: 'kunden',
    nobody: 'ingen, bestillingen er over',
  } satisfies Record<OrderTurn, string>,
  steps: {
    write: 'Skriv og send bestillingen',
    customer: 'Kunden får sin egen tilgang',
    brreg: 'Brønnøysundregistrene svarer',
    delegate: 'Tilgangen delegeres i Altinns testmiljø (TT02)',
    token: 'Et token blir utstedt',
  } satisfies Record<OrderStep, string>,
  scopes: {
    offentlig: 'Offentlig myndighet',
    rapporteringspliktig: 'Rapporteringspliktig',
    'rapporteringspliktig.begrenset': 'Rapporteringspliktig, begrenset',
    media: 'Media',
    sivilsamfunnsorganisasjon: 'Sivilsamfunnsorganisasjon',
    hoeyereutdanningsinstitusjon: 'Høyere utdanningsinstitusjon',
  } satisfies Record<RegisterScope, string>,
  environments: { test: 'Test', prod: 'Produksjon' },
  /** a company without its name, after a purge */
  noName: 'navnet er slettet',
  order: ({ id }: { id: string }) => `Bestilling ${id}`,
}
