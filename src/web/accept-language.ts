import type { Language } from '../domain/belonging/types.ts'

const spoken = (tag: string): Language | null => {
  if (/^(nb|nn|no|da|sv)(-|$)/i.test(tag)) return 'nb'
  return /^en(-|$)/i.test(tag) ? 'en' : null
}

/** The language that a browser would rather read (RFC 9110, 12.5.4), of the two there are. */
export const languageFor = (header: string | undefined, standard: Language): Language => {
  const wishes = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((one) => {
      const [tag = '', ...parameters] = one.split(';').map((part) => part.trim())
      const weight = Number(parameters.find((each) => /^q=/i.test(each))?.slice(2) ?? 1)
      return { language: spoken(tag), weight: Number.isFinite(weight) ? weight : 0 }
    })
  const [first] = wishes
    .filter(({ language, weight }) => language !== null && weight > 0)
    .sort((one, other) => other.weight - one.weight)
  return first?.language ?? standard
}
