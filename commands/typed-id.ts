import { cleanText } from '../src/domain/client/typed.ts'

/** Ids that people type, such as `CON-12` and `ORD-12`: in any letter case, with a space, or the number alone. */
export const readTypedId = (prefix: 'CON' | 'ORD', typed: string): string => {
  const [, number] = new RegExp(`^(?:${prefix})?[\\s-]*(\\d{1,15})$`, 'iu').exec(cleanText(typed)) ?? []
  return number === undefined ? cleanText(typed).slice(0, 40) : `${prefix}-${Number(number)}`
}
