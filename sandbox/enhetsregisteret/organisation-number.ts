const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2]

/** The ninth digit of an organisation number (modulus 11), null where the eight can have none (brreg.md 5.1). */
export const checkDigit = (eight: string): number | null => {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(eight[at]), 0)
  const digit = (11 - (sum % 11)) % 11
  return digit === 10 ? null : digit
}

/**
 * Valid organisation numbers in order, from an eight-digit beginning on. Those that begin with 3 are no company's:
 * they are the synthetic ones of the public test environments.
 */
export function* organisationNumbers(from = 31_100_000): Generator<string, never> {
  for (let eight = from; ; eight += 1) {
    const digit = checkDigit(String(eight))
    if (digit !== null) yield `${eight}${digit}`
  }
}
