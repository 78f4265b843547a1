import { cleanText } from '../../src/domain/client/typed.ts'
import type { Contact } from '../../src/domain/contact/types.ts'
import { AppError } from '../../src/errors.ts'
import type { Ask, Services } from '../../src/slack/route.ts'
import { organisationOf } from '../../src/viewer.ts'

/** An id as people type it: `con-12`, `CON 12`, or the number alone. */
const idOf = (typed: string): string => {
  const [, number] = /^(?:con)?[\s-]*(\d{1,15})$/iu.exec(cleanText(typed)) ?? []
  return number === undefined ? cleanText(typed).slice(0, 40) : `CON-${Number(number)}`
}

/**
 * The contact with an id, typed or from a button. Another organisation's answers as one that does not exist.
 *
 * @throws {AppError} `bad-input` for no id at all, `not-found`
 */
export const findContact = async (ask: Ask<unknown>, { store }: Services, typed: string): Promise<Contact> => {
  const id = idOf(typed)
  if (id === '') throw new AppError('bad-input', 'no contact id')
  const contact = await store.contact(organisationOf(ask.viewer).number, id)
  if (contact === null) throw new AppError('not-found', 'no such contact of this organisation')
  return contact
}
