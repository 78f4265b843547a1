import type { OrderContent, OrderUnit } from './types.ts'

/** The companies of an order: who gets access or supplies first, its customer after it. */
export const companiesOf = (content: OrderContent): OrderUnit[] => {
  if (content.kind === 'direct') return [content.organisation]
  return content.kind === 'fictional' ? [content.supplier] : [content.supplier, content.customer]
}

/** By what two orders of a kind are about the same companies: their numbers, sorted. */
export const companyNumbers = (content: OrderContent): string[] =>
  companiesOf(content)
    .map(({ number }) => number)
    .sort()

/** Whose production data brreg reads into TT02 because of an order (brreg.md 2): of A nobody's. */
export const readIntoTest = (content: OrderContent): OrderUnit[] =>
  content.kind === 'direct' ? [] : companiesOf(content)
