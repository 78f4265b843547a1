import type { Deps } from '../deps.ts'
import type { OrderConsent } from './store.ts'
import type { OrderUnit } from './types.ts'

/** A consent with whom it was given to. */
export type ConsentGiven = OrderConsent & { supplier: OrderUnit }

/** Whom an organisation lets see its confirmation; newest first. Orders that were anonymised have forgotten whom. */
export const consentsGiven = async (
  { store }: Pick<Deps, 'store'>,
  organisationNumber: string,
): Promise<ConsentGiven[]> => {
  const all = await Promise.all(
    (await store.consentsOf(organisationNumber)).map(async (consent): Promise<ConsentGiven[]> => {
      const content = (await store.order(consent.orderId))?.content
      return content?.kind === 'existing' ? [{ ...consent, supplier: content.supplier }] : []
    }),
  )
  return all.flat().sort((one, other) => other.at - one.at)
}
