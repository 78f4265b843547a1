/** Line breaks and controls, and marks that turn the writing around or can't be seen (Unicode Cc, Cf, Zl, Zp). */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu

/** Text as one line of what can be seen. */
export const oneLine = (text: string): string => text.replace(unseen, ' ').replace(/\s+/g, ' ').trim()
