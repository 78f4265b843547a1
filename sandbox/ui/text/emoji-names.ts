import { emojiOf } from './emoji.ts'

/** Plain words in which `:short_names:` of the common emoji have become their characters. */
export function emojiNames(words: string): string {
  return words.replace(/:([a-z0-9_+'-]+):/g, (whole, name: string) => emojiOf(name) ?? whole)
}
