/** Forms of typed values, used for what an app fills in beforehand and for what a person types. */

/** A day that exists, as YYYY-MM-DD. */
export const isDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** A time of day, 00:00 to 23:59. */
export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** A time zone that this machine's IANA table knows. */
export const isTimeZone = (text: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}

export const isNumber = (text: string): boolean => /^-?(\d+(\.\d+)?|\.\d+)$/.test(text)

export const isWholeNumber = (text: string): boolean => /^-?\d+$/.test(text)

/** HTML's rule for e-mail fields, with a dot demanded in the domain. */
export const isEmail = (text: string): boolean =>
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/i.test(
    text,
  )

/** An http(s) address with a host. */
export const isWebAddress = (text: string): boolean => {
  if (!/^https?:\/\/[^\s/]/i.test(text) || /\s/.test(text)) return false
  return URL.canParse(text)
}
