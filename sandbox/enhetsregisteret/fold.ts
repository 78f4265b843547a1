/**
 * A name as the search compares it: lower case, without accents, with one spelling for each of æ, ø and å whether the
 * letter itself, its bare form or its two-letter form was written (Våler, Valer, Vaaler; Herøy, Heroy, Heroey).
 */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('ŧ', 't')
    .replaceAll('ŋ', 'n')
    .replaceAll('aa', 'a')
    .replaceAll('oe', 'o')

/** The words of a folded text. */
export const wordsOf = (folded: string): string[] => folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
