/** A mail's text with its lines joined again: sentences can be looked for as they were written. */
export const unwrapped = (text: string): string =>
  text
    .split('\n\n')
    .map((part) => part.replace(/(?<!:)\n/g, ' '))
    .join('\n\n')
