import type { Contact } from '../../src/domain/contact/types.ts'
import { AppError } from '../../src/errors.ts'
import type { Ask, Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'
import { readTypedId } from '../typed-id.ts'

/**
 * The contact with an id, typed or from a button. Another organisation's answers as one that does not exist.
 *
 * @throws {AppError} `bad-input` for no id at all, `not-found`
 */
export const findContact = async (ask: Ask<unknown>, { store }: Services, typed: string): Promise<Contact> => {
  const id = readTypedId('CON', typed)
  if (id === '') throw new AppError('bad-input', 'no contact id')
  const contact = await store.contact(organisationOf(ask.viewer).number, id)
  if (contact === null) throw new AppError('not-found', 'no such contact of this organisation')
  return contact
}
