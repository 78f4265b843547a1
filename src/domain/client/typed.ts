/** What a person typed or pasted into Slack, made into what they meant. Nothing here judges; `check-draft` does. */

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu
const oddSpaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu
const link = /<((?:https?:\/\/|mailto:|tel:)[^<>|\s]*)(?:\|([^<>]*))?>/giu

/** `&amp;`, `&lt;` and `&gt;` are all that Slack escapes; once, so that `&amp;lt;` becomes `&lt;`. */
const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt);/gu, (_, name) => (name === 'amp' ? '&' : name === 'lt' ? '<' : '>'))

/** Slack's `<target|label>` as its label (what was typed) or its target (what it leads to). */
const unwrapped = (text: string, part: 'label' | 'target'): string =>
  text.replace(link, (_, target: string, label: string | undefined) => {
    const bare = target.replace(/^(?:mailto|tel):/iu, '')
    return part === 'label' ? (label ?? bare) : bare
  })

const tidy = (text: string): string =>
  text.replace(/\r\n?/gu, '\n').replace(oddSpaces, ' ').replace(invisible, '').normalize('NFC').trim()

/**
 * Free text: Slack's links as their labels, its escapes undone once, NFC, ordinary spaces, nothing invisible, trimmed.
 * `<!channel>` and the like stay as they were typed; the views escape.
 */
export const cleanText = (typed: string): string => (typed === '' ? '' : tidy(unescaped(unwrapped(typed, 'label'))))

/** One URI: Slack's link as its target; quotes, code marks and angle brackets around it go. */
export const cleanUri = (typed: string): string =>
  tidy(unescaped(unwrapped(typed, 'target')))
    .replace(/^[\s"'`<“”„«‘’]+|[\s"'`>“”„»‘’,;]+$/gu, '')
    .trim()

/** URIs one a line (spaces part them too); list marks in front and empty lines go, the order stays. */
export const cleanUris = (typed: string): string[] =>
  tidy(unescaped(unwrapped(typed, 'target')))
    .split(/\s+/u)
    .map((each) => cleanUri(each.replace(/^[-*•–]+/u, '')))
    .filter((each) => each !== '')

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu

/** An id as pasted: without markup, code marks, quotes and spaces; a UUID, Digdir's usual form, in lower case. */
export const cleanId = (typed: string): string => {
  const id = cleanUri(typed).replace(/\s+/gu, '')
  return uuid.test(id) ? id.toLowerCase() : id
}

/** A lifetime in seconds: null when left empty, NaN when it is no whole number (`check-draft` says so). */
export const readSeconds = (typed: string): number | null => {
  const digits = cleanText(typed).replace(/(?<=\d)[ .](?=\d{3}(?:\D|$))/gu, '')
  if (digits === '') return null
  return /^-?\d{1,12}$/u.test(digits) ? Number(digits) : Number.NaN
}

/** A key as text: quotes made straight, dashes of PEM lines made hyphens, code fences gone. */
export const mendedKeyText = (typed: string): string =>
  tidy(unescaped(unwrapped(typed, 'label')))
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’‚]/gu, "'")
    .replace(/^`+(?:json|pem|text)?|`+$/gu, '')
    .replace(
      /[-\u2010-\u2015\u2212]+\s*(BEGIN|END)\s+([A-Z0-9 ]+?)\s*[-\u2010-\u2015\u2212]+/giu,
      (_, edge, label) => `\n-----${String(edge).toUpperCase()} ${String(label).toUpperCase()}-----\n`,
    )
    .trim()
