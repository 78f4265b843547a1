import { z } from 'zod'
import { environments } from '../domain/client/types.ts'
import {
  basisLetters,
  legalBases,
  type OrderContent,
  type OrderFacts,
  productionStates,
  registerScopes,
} from '../domain/order/types.ts'

const contact = z.object({ name: z.string(), email: z.string(), phone: z.string() })
const unit = z.object({ number: z.string(), name: z.string(), verified: z.boolean() })
const user = z.object({ teamId: z.string(), userId: z.string() })
const scope = z.enum(registerScopes).nullable()
const instants = z.partialRecord(z.enum(environments), z.number())

/** `orders.content`. */
export const contentSchema: z.ZodType<OrderContent> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('direct'),
    organisation: unit,
    testContact: contact,
    productionContact: contact,
    legalBasis: z.object({
      basis: z.enum(legalBases),
      letter: z.enum(basisLetters).nullable(),
      text: z.string().nullable(),
    }),
    remark: z.string(),
  }),
  z.object({ kind: z.literal('fictional'), supplier: unit, supplierContact: contact, remark: z.string() }),
  z.object({
    kind: z.literal('existing'),
    supplier: unit,
    supplierContact: contact,
    customer: unit,
    customerContact: contact,
    remark: z.string(),
  }),
])

/** `orders.facts`. */
export const factsSchema: z.ZodType<OrderFacts> = z.object({
  acknowledged: z
    .object({ by: user, at: z.number(), companies: z.array(z.object({ number: z.string(), name: z.string() })) })
    .nullable(),
  scope,
  granted: instants,
  fictionalUnit: z.object({ number: z.string(), name: z.string() }).nullable(),
  proof: z
    .object({
      how: z.enum(['customer', 'said']),
      confirmedOn: z.string(),
      scope,
      environments: z.array(z.enum(environments)),
      orderId: z.string().nullable(),
      by: user,
      at: z.number(),
    })
    .nullable(),
  production: z.enum(productionStates),
  clientId: z.string().nullable(),
  refusedWith: z.string().nullable(),
  tokenAt: instants,
})
