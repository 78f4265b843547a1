import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** An E.164 number as people read it: `40 00 00 00` of a Norwegian one, others with their country (brreg.md 5.4). */
export const showPhone = (phone: string): string => {
  const [, digits] = /^\+47(\d+)$/.exec(phone) ?? []
  if (digits !== undefined) return digits.length === 8 ? (digits.match(/\d\d/g) ?? []).join(' ') : digits
  return parsePhoneNumberFromString(phone)?.formatInternational() ?? phone
}
