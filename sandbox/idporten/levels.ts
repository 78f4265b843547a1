/** ID-porten's security levels, lowest first (reference digdir.md 5.5). */
export const LEVELS = ['idporten-loa-low', 'idporten-loa-substantial', 'idporten-loa-high'] as const

export type Level = (typeof LEVELS)[number]

const USUAL: Level = 'idporten-loa-substantial'

export const isLevel = (text: unknown): text is Level => (LEVELS as readonly unknown[]).includes(text)

/** Whether `level` is at least `wanted`. */
export const reaches = (level: unknown, wanted: Level): boolean =>
  isLevel(level) && LEVELS.indexOf(level) >= LEVELS.indexOf(wanted)

/**
 * The level a request asks for: the first of its `acr_values`, substantial when it names none.
 * @returns null when one of them is no level
 */
export const askedLevel = (acrValues: unknown): Level | null => {
  if (acrValues === undefined) return USUAL
  const [first, ...others] = String(acrValues).split(' ')
  return isLevel(first) && others.every(isLevel) ? first : null
}
