import { AppError } from '../../errors.ts'
import type { Deps, Writes } from '../deps.ts'
import type { Contact, ContactContent } from './types.ts'

type Coverage = Pick<ContactContent, 'scope' | 'clients'>

const ofAllProd = ({ scope }: Coverage): boolean => scope === 'organisation' || scope === 'prod'

const prodClients = ({ clients }: Coverage): string[] =>
  clients.filter(({ environment }) => environment === 'prod').map(({ clientId }) => clientId)

/** Whether `others` leave something in production unheard that a contact hears of. */
export const leavesUnheard = (contact: Coverage, others: readonly Coverage[]): boolean => {
  if (others.some(ofAllProd)) return false
  // those with chosen clients may or may not name all there are: nobody is sure to hear of the next one
  if (ofAllProd(contact)) return true
  const heard = new Set(others.flatMap(prodClients))
  return prodClients(contact).some((clientId) => !heard.has(clientId))
}

/**
 * Whether something in production would be heard of by nobody without this contact. `all`: every contact of the
 * organisation, with or without this one. `hasProdClients`: it has active clients in production.
 */
export const isLastForProd = (
  contact: Pick<Contact, 'id'> & Coverage,
  all: readonly Contact[],
  hasProdClients: boolean,
): boolean =>
  hasProdClients &&
  leavesUnheard(
    contact,
    all.filter(({ id }) => id !== contact.id),
  )

/** Whether an organisation has active clients in production, as far as the bot has seen its list. */
export const hasProdClients = async (deps: Pick<Deps, 'store'>, organisationNumber: string): Promise<boolean> => {
  const { total } = await deps.store.registrations({ organisationNumber, environment: 'prod', page: 0, size: 1 })
  return total > 0
}

/**
 * Inside a write, before a contact is removed or applies to less (`becomes`): throws `last-contact` when production
 * would be heard of by nobody. Of two who remove the last two at once, one gets it.
 */
export const assertNotLast = async (
  tx: Writes,
  contact: Pick<Contact, 'id' | 'organisationNumber'> & Coverage,
  becomes: Coverage | null = null,
): Promise<void> => {
  const others = (await tx.lockContactsOf(contact.organisationNumber)).filter(({ id }) => id !== contact.id)
  if (leavesUnheard(contact, becomes === null ? others : [...others, becomes])) {
    throw new AppError('last-contact', 'the last contact for production', { environment: 'prod' })
  }
}
